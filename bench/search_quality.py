# SPDX-License-Identifier: EUPL-1.2
"""`python -m bench search`: how well and how fast the search finds, within a language and across; two minutes.

Known items: 3,000 treaty articles in Dutch and in English, 600 questions in each language, asked both ways. Plain BM25
and ours answer in one run, each figure with its 95 % interval, and ours beside plain topic by topic. Ours also answers
with both languages in one index, as the databank has them. Settings were chosen with half of the topics (dev); the
other half (test) tells whether they hold for what they have not seen.
"""

import json
import statistics
import tempfile
import time
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from baken.open.files import opening
from baken.open.search.collections.documents import READER, document
from baken.open.search.engine import answering, trec
from baken.open.search.engine.shapes import Question
from baken.open.search.engine.store import Store
from baken.open.search.measuring import intervals, judging
from baken.open.sources.importers import jsonl
from baken.settings import environment
from bench import bm25

LANGUAGES = ("nl", "en")
WAYS = (("nl", "nl"), ("en", "en"), ("en", "nl"), ("nl", "en"))
PLAIN, OURS, TOGETHER = "plain BM25", "ours", "ours, both languages in one index"
_DEPTH, _PAGE = 100, 10
Ask = Callable[[str], list[tuple[str, float]]]


@dataclass(frozen=True)
class Material:
    """The texts and questions of each language, and what is right: `(topic, document, 1)`."""

    texts: dict[str, list[jsonl.Text]]
    topics: dict[str, list[tuple[str, str]]]
    judged: list[tuple[str, str, int]]


def read(folder: Path) -> Material:
    """Return the material; exit with one line where it is not there."""
    if not folder.is_dir():
        raise SystemExit(f"this needs the real material, and {folder} is missing: set BAKEN_DATA")
    texts = {each: list(jsonl.texts(opening.content(folder / f"documents.{each}.jsonl.gz"))) for each in LANGUAGES}
    topics = {each: list(trec.topics(_lines(folder / f"topics.{each}.tsv"))) for each in LANGUAGES}
    return Material(texts, topics, list(trec.judged(_lines(folder / "qrels.txt"))))


def is_dev(topic: str) -> bool:
    """Tell whether a topic belongs to the half that settings are chosen with."""
    return zlib.crc32(topic.encode()) % 2 == 0


def main() -> None:
    """Build the indexes, ask every topic each way, print the figures and write `build/search_quality.json`."""
    material = read(environment.data() / "search")
    with tempfile.TemporaryDirectory() as home:
        stores = {name: _built(Path(home) / name, material, *langs) for name, langs in _stores().items()}
        told = [_way(material, stores, *way) for way in WAYS]
    for each in told:
        print("\n".join(lines(each)), flush=True)
    file = environment.ROOT / "build" / "search_quality.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")


def _stores() -> dict[str, tuple[str, ...]]:
    return {**{each: (each,) for each in LANGUAGES}, "both": LANGUAGES}


def _built(folder: Path, material: Material, *languages: str) -> Store:
    folder.mkdir()
    store = Store(folder)
    began = time.perf_counter()
    documents = (document(each) for language in languages for each in material.texts[language])
    count = store.build(documents, "0", learn_for=READER)
    print(f"{count} documents ({', '.join(languages)}) indexed in {time.perf_counter() - began:.2f} s", flush=True)
    return store


def _way(material: Material, stores: dict[str, Store], asked: str, wanted: str) -> dict[str, Any]:
    """Return all figures of questions in one language for documents in another, or the same."""
    topics, plain = material.topics[asked], bm25.Plain(material.texts[wanted], wanted)
    asks: dict[str, Ask] = {
        PLAIN: lambda text: plain.ranked(text, _DEPTH),
        OURS: lambda text: ranked(stores[wanted], text, asked, wanted),
        TOGETHER: lambda text: ranked(stores["both"], text, asked, wanted),
    }
    found = {name: judging.scores(_run(ask, topics), material.judged) for name, ask in asks.items()}
    return {
        "questions": asked, "documents": wanted, "topics": len(topics),
        "measures": {name: _told(intervals.means(each)) for name, each in found.items()},
        "ours_to_plain": _told(intervals.differences(found[OURS], found[PLAIN])),
        "halves": halves(found[OURS], [topic for topic, *_ in material.judged]),
        "milliseconds": _speed(stores[wanted], topics, asked, wanted),
    }  # fmt: skip


def question(text: str, asked: str, wanted: str, most: int) -> Question:
    """Return a question as `baken search` puts it."""
    return Question(text, languages=(wanted,), choices={"lang": (wanted,)}, limit=most, asked_in=asked)


def ranked(store: Store, text: str, asked: str, wanted: str) -> list[tuple[str, float]]:
    """Return what a run of `baken search` would hold for a question."""
    return answering.ranked(store.view(), question(text, asked, wanted, _DEPTH), READER)


def _run(ask: Ask, topics: Iterable[tuple[str, str]]) -> list[tuple[str, str, float]]:
    """Return a run, written and read back: what is measured is what the command would have written."""
    return list(trec.run(line for topic, text in topics for line in trec.run_lines(topic, ask(text))))


def halves(scores: judging.Scores, topics: list[str]) -> dict[str, dict[str, float]]:
    """Return the means of the topics that settings were chosen with, and of those they were not."""
    dev = np.array([is_dev(topic) for topic in topics])
    means = {"dev": scores[dev].mean(axis=0), "test": scores[~dev].mean(axis=0)}
    return {half: dict(zip(judging.MEASURES, map(float, each), strict=True)) for half, each in means.items()}


def _speed(store: Store, topics: list[tuple[str, str]], asked: str, wanted: str) -> dict[str, float]:
    """Return the milliseconds of whole answers, with snippets, facets and reasons."""
    questions = (question(text, asked, wanted, _PAGE) for _, text in topics)
    taken = [answering.ask(store.view(), each, READER).milliseconds for each in questions]
    return {"p50": statistics.median(taken), "p95": statistics.quantiles(taken, n=20)[-1]}


def _told(found: dict[str, intervals.Interval]) -> dict[str, dict[str, float]]:
    return {name: each._asdict() for name, each in found.items()}


def lines(way: dict[str, Any]) -> Iterable[str]:
    """Yield the figures of one way as a table."""
    yield f"\n{way['questions']} → {way['documents']}, {way['topics']} topics"
    yield _row("", judging.MEASURES)
    for name, found in {**way["measures"], "ours to plain": way["ours_to_plain"]}.items():
        yield _row(name, (_figure(found[measure]) for measure in judging.MEASURES))
    for half, means in way["halves"].items():
        yield _row(f"ours, {half} half", (f"{means[measure]:.3f}" for measure in judging.MEASURES))
    yield f"a whole answer: p50 {way['milliseconds']['p50']:.2f} ms, p95 {way['milliseconds']['p95']:.2f} ms"


def _row(name: str, cells: Iterable[str]) -> str:
    return f"{name:<34}{''.join(f'{each:<25}' for each in cells)}".rstrip()


def _figure(each: dict[str, float]) -> str:
    return f"{each['value']:.3f} ({each['low']:.3f} to {each['high']:.3f})"


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


if __name__ == "__main__":
    main()
