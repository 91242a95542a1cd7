# SPDX-License-Identifier: EUPL-1.2
"""`python -m bench meaning [POOL]`: what meaning adds to words, each way; an hour the first time, minutes after that.

The same 600 questions each way over 3,000 treaty articles as `python -m bench search`, with a lexicon learned from
other treaties: by words alone, by meaning alone, by both as the search fuses them, and by both fused by reciprocal
rank. Vectors are of the beginning of each text, kept in `build/meaning.npz`; cut off, the next run goes on there. With
a POOL only the articles that answer a question and so many others take part: an easier task, with figures of its own.
"""

import gzip
import json
import random
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from baken.open.search.collections.documents import READER, document
from baken.open.search.engine import answering, crossing
from baken.open.search.engine.compounds import learn
from baken.open.search.engine.compounds.words import counted
from baken.open.search.engine.lexicon import LANGUAGES, Lexicon
from baken.open.search.engine.shapes import Near
from baken.open.search.engine.store import Store
from baken.open.search.lexicon import learning, pairs
from baken.open.search.lexicon.learned import lexicon
from baken.open.search.measuring import intervals, judging
from baken.settings import environment
from bench import reciprocal, vectors
from bench.search_quality import WAYS, Material, halves, question, read

DEPTH = 100
MEASURES = ("hit@10", "MRR@10")
Ranked = list[tuple[str, float]]
Ask = Callable[[str], Ranked]


def main() -> None:
    """Embed, learn, ask, print, and write `build/meaning.json`."""
    material = read(environment.data() / "search")
    if sys.argv[2:]:
        material = pool(material, int(sys.argv[2]))
    packed = (environment.data() / "search" / "parallel.nl-en.jsonl.gz").read_bytes()
    aligned = list(pairs.read(gzip.decompress(packed)))
    kept, known = vectors.made(material, aligned), _lexicon(aligned)
    with tempfile.TemporaryDirectory() as home:
        stores = {lang: _store(Path(home) / lang, material.texts[lang]) for lang in LANGUAGES}
        told = [_way(material, stores[way[1]], kept, known, way) for way in WAYS]
    file = environment.ROOT / "build" / "meaning.json"
    file.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")


def pool(material: Material, others: int) -> Material:
    """Return the material with the articles that answer a question and some others, always the same ones."""
    right = {name for _, name, _ in material.judged}
    rest = [each.identifier for each in material.texts["nl"] if each.identifier not in right]
    chosen = right | set(random.Random(1).sample(rest, others))  # noqa: S311 - drawn, not secret
    texts = {lang: [each for each in held if each.identifier in chosen] for lang, held in material.texts.items()}
    return replace(material, texts=texts)


def _lexicon(aligned: list[pairs.Pair]) -> Lexicon:
    splitter = learn(counted(text for pair in aligned for text in (pair.nl, pair.title_nl)))
    return lexicon(learning.learned(aligned, splitter.parts), splitter, learning.titles(aligned, splitter.parts))


def _store(folder: Path, texts: list[Any]) -> Store:
    folder.mkdir()
    store = Store(folder)
    store.build(map(document, texts), "0", learn_for=READER)
    return store


def _way(
    material: Material, store: Store, kept: vectors.Vectors, known: Lexicon, way: tuple[str, str]
) -> dict[str, Any]:
    """Return and print the figures of one way: words, meaning, both, and what each adds."""
    asked, wanted = way
    print(f"\n{asked} → {wanted}, {len(material.topics[asked])} topics, {len(material.texts[wanted])} documents")
    near, undrawn = (partial(_near, each, known, way) for each in (kept, replace(kept, examples=vectors.no_examples)))
    words = partial(_ranked, store, way=way, known=known, near=lambda _: ())
    asks: dict[str, Ask] = {
        "words": words,
        "meaning": lambda text: [(each.key.rpartition("@")[0], each.closeness) for each in near(text)],
        "both, by reciprocal rank": lambda text: reciprocal.fused(words(text), asks["meaning"](text)),
        "both, without examples": partial(_ranked, store, way=way, known=known, near=undrawn),
        "both, as the search does": partial(_ranked, store, way=way, known=known, near=near),
    }
    scores = {name: _scores(material, asked, ask) for name, ask in asks.items()}
    whole = scores["both, as the search does"]
    figures = {name: _line(name, each, material, whole) for name, each in scores.items()}
    return {"questions": asked, "documents": wanted, "pool": len(material.texts[wanted]), "figures": figures}


def _near(kept: vectors.Vectors, known: Lexicon, way: tuple[str, str], text: str) -> list[Near]:
    return kept.nearest(text, way, crossing.reworded(known, question(text, *way, DEPTH)))


def _ranked(store: Store, text: str, *, way: tuple[str, str], known: Lexicon, near: Callable[[str], Any]) -> Ranked:
    said = question(text, *way, DEPTH)
    return answering.ranked(store.view(), said, READER, lexicon=known, near=partial(near, text))


def _scores(material: Material, asked: str, ask: Ask) -> judging.Scores:
    run = [(topic, name, score) for topic, text in material.topics[asked] for name, score in ask(text)]
    return judging.scores(run, material.judged)


def _line(name: str, found: judging.Scores, material: Material, whole: judging.Scores) -> dict[str, Any]:
    """Print and return the figures of one, and by how much the whole is better, topic by topic."""
    told = {measure: each._asdict() for measure, each in intervals.means(found).items() if measure in MEASURES}
    more = {measure: each._asdict() for measure, each in intervals.differences(whole, found).items()}
    parts = halves(found, [topic for topic, *_ in material.judged])
    cells = ["{0} {value:.3f} ({low:.3f} to {high:.3f})".format(measure, **each) for measure, each in told.items()]
    cells += [f"{half} {' / '.join(f'{parts[half][each]:.3f}' for each in MEASURES)}" for half in ("dev", "test")]
    cells += ["whole {:+.3f} ({:+.3f} to {:+.3f}) / {:+.3f} ({:+.3f} to {:+.3f})".format(
        *(more[each][part] for each in MEASURES for part in ("value", "low", "high")))]  # fmt: skip
    print(f"{name:<28}{'  '.join(cells)}", flush=True)
    return {**told, **parts, "whole_is_better_by": {each: more[each] for each in MEASURES}}
