# SPDX-License-Identifier: EUPL-1.2
"""`python -m bench order`: what titles and beginnings shall count, chosen without the 600 questions; a quarter hour.

The aligned articles are halved by treaty. Titles that stand only once in a half are asked for their own texts among all
texts of that half, with a lexicon learned from the other half, for each weight that stands in `ordering`. None of the
questions that the search is measured with takes part, and none of their articles.
"""

import gzip
import itertools
import json
import tempfile
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from baken.open.search.collections.documents import READER, document
from baken.open.search.engine import answering, ordering
from baken.open.search.engine.compounds import learn
from baken.open.search.engine.compounds.words import counted
from baken.open.search.engine.lexicon import LANGUAGES, Lexicon
from baken.open.search.engine.store import Store
from baken.open.search.engine.titles import Titles
from baken.open.search.lexicon import pairs
from baken.open.search.lexicon.learned import lexicon
from baken.open.search.lexicon.learning import sides
from baken.open.search.lexicon.lessons import Lesson, taught
from baken.open.search.lexicon.titled import titled
from baken.open.search.measuring import judging
from baken.open.sources.importers.jsonl import Text
from baken.settings import environment
from bench.search_quality import question

BEGUN, ALIKE = (0.0, 0.4, 0.8), (0.0, 0.3, 0.45, 0.6)
_DEPTH = 10


class Half(NamedTuple):
    """The aligned articles of half of the treaties, by name."""

    pairs: dict[str, pairs.Pair]


def main() -> None:
    """Ask each half in each language with each weight, print, and write `build/order.json`."""
    halves = _halves((environment.data() / "search" / "parallel.nl-en.jsonl.gz").read_bytes())
    told = [row for lang in LANGUAGES for own, other in (halves, halves[::-1]) for row in measured(own, other, lang)]
    file = environment.ROOT / "build" / "order.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")


def measured(own: Half, other: Half, language: str) -> Iterator[dict[str, float | str]]:
    """Yield and print the figures of one half's titles with each pair of weights."""
    known, asked = _lexicon(other, language), once(own, language)
    with tempfile.TemporaryDirectory() as home:
        store = Store(Path(home))
        store.build((document(each) for each in _texts(own, language)), "0", learn_for=READER)
        for begun, alike in itertools.product(BEGUN, ALIKE):
            with mock.patch.multiple(ordering, BEGUN=begun, ALIKE=alike):
                hit, mrr = _scores(store, known, asked, language)
            print(f"{language} {len(asked)} titles: begun {begun} alike {alike}: {hit:.3f} / {mrr:.3f}", flush=True)
            yield {"language": language, "begun": begun, "alike": alike, "hit@10": hit, "MRR@10": mrr}


def once(half: Half, language: str) -> list[tuple[str, str]]:
    """Return `(name, title)` of the articles whose title no other has: those have one right answer."""
    titles = {name: sides(pair, language, language)[0] for name, pair in half.pairs.items()}
    often = Counter(title.casefold() for title in titles.values())
    return [(name, title) for name, title in titles.items() if title and often[title.casefold()] == 1]


def _halves(packed: bytes) -> tuple[Half, Half]:
    lines = gzip.decompress(packed)
    names = [str(json.loads(line)["id"]) for line in lines.splitlines()]
    held = dict(zip(names, pairs.read(lines), strict=True))
    return Half({name: held[name] for name in names if _is_first(name)}), Half(
        {name: held[name] for name in names if not _is_first(name)}
    )


def _is_first(name: str) -> bool:
    return zlib.crc32(name.rpartition("#")[0].encode()) % 2 == 0


def _lexicon(half: Half, language: str) -> Lexicon:
    """Return what a half's titles teach within one language."""
    splitter = learn(counted(text for pair in half.pairs.values() for text in (pair.nl, pair.title_nl)))
    lesson = Lesson(
        language, language, [sides(each, language, language) for each in half.pairs.values()], splitter.parts
    )
    return lexicon(taught([], lesson), splitter, {(language, language): Titles(titled(lesson))})


def _texts(half: Half, language: str) -> Iterator[Text]:
    for name, pair in half.pairs.items():
        yield Text(name, language, "", sides(pair, language, language)[1])


def _scores(store: Store, known: Lexicon, asked: Sequence[tuple[str, str]], language: str) -> tuple[float, float]:
    view = store.view()
    run = [
        (name, found, score)
        for name, title in asked
        for found, score in answering.ranked(view, question(title, language, language, _DEPTH), READER, lexicon=known)
    ]
    means = judging.scores(run, [(name, name, 1) for name, _ in asked]).mean(axis=0)
    told = dict(zip(judging.MEASURES, map(float, means), strict=True))
    return told["hit@10"], told["MRR@10"]
