# SPDX-License-Identifier: EUPL-1.2
"""`python -m bench lexicon`: what a learned lexicon finds across languages and within one; some minutes.

One run learns a lexicon from the aligned articles (other treaties than those asked for) and asks 600 questions each
way, across and within each language: by plain BM25, across by the simplest lexicon (IBM model 1 in one direction, the
three likeliest names of each word) and by ours, each with its 95 % interval. Then ours with one thing left out at a
time. Settings were chosen with half of the topics (dev); the other half (test) tells whether they hold.
"""

import gzip
import json
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from baken.open.search.collections.documents import READER, document
from baken.open.search.engine import answering
from baken.open.search.engine.compounds import Splitter, learn
from baken.open.search.engine.compounds.words import counted
from baken.open.search.engine.lexicon import LANGUAGES, Lexicon
from baken.open.search.engine.store import Store
from baken.open.search.engine.titles import Titles, Way, packed
from baken.open.search.lexicon import learning, pairs
from baken.open.search.lexicon.learned import Row
from baken.open.search.measuring import intervals, judging
from baken.settings import environment
from bench import bm25, ibm1, without
from bench.search_quality import Material, halves, question, read

WAYS = (("en", "nl"), ("nl", "en"), ("nl", "nl"), ("en", "en"))
_DEPTH = 100
_MEASURES = ("hit@10", "MRR@10")
Ask = Callable[[str], list[tuple[str, float]]]


def main() -> None:
    """Learn, ask, print, and write `build/lexicon.json`."""
    folder = environment.data() / "search"
    material = read(folder)
    aligned = list(pairs.read(gzip.decompress((folder / "parallel.nl-en.jsonl.gz").read_bytes())))
    rows, titles, splitter, told = _learned(aligned)
    with tempfile.TemporaryDirectory() as home:
        stores = {lang: _store(Path(home) / lang, material.texts[lang]) for lang in LANGUAGES}
        told["ways"] = [
            _way(material, without.Ours(aligned, rows, splitter, material.texts[way[1]], stores[way[1]], titles), way)
            for way in WAYS
        ]
    file = environment.ROOT / "build" / "lexicon.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")


def _learned(aligned: list[pairs.Pair]) -> tuple[list[Row], dict[Way, Titles], Splitter, dict[str, Any]]:
    began = time.perf_counter()
    splitter = learn(counted(text for pair in aligned for text in (pair.nl, pair.title_nl)))
    rows, titles = learning.learned(aligned, splitter.parts), learning.titles(aligned, splitter.parts)
    seconds, most = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = len(gzip.compress(json.dumps(rows, ensure_ascii=False).encode(), 5)) / 1e6
    print(f"learned from {len(aligned)} pairs of texts in {seconds:.0f} s, at most {most:.0f} MB of memory")
    kinds = {kind: sum(row.kind == kind for row in rows) for kind in ("word", "pair", "subject", "own")}
    print(
        f"{len(rows)} entries ({', '.join(f'{n} {kind}' for kind, n in kinds.items())}), {size:.1f} MB packed",
        flush=True,
    )
    known = sum(len(each.titled) for each in titles.values())
    print(f"{known} titles, {len(packed(titles)) / 1e6:.1f} MB packed", flush=True)
    return rows, titles, splitter, {"seconds": seconds, "memory_mb": most, "entries": kinds, "packed_mb": size}


def _store(folder: Path, texts: list[Any]) -> Store:
    folder.mkdir()
    store = Store(folder)
    store.build(map(document, texts), "0", learn_for=READER)
    return store


def _way(material: Material, parts: without.Ours, way: tuple[str, str]) -> dict[str, Any]:
    """Return and print the figures of one way: plain, the simplest lexicon, ours, ours without each thing."""
    asked, wanted = way
    print(f"\n{asked} → {wanted}, {len(material.topics[asked])} topics", flush=True)
    plain = bm25.Plain(parts.texts, wanted)
    ours, store = parts.lexicon(), parts.store
    asks: dict[str, Ask] = {
        "plain BM25": lambda text: plain.ranked(text, _DEPTH),
        "ours": partial(_ranked, store, way=way, lexicon=ours),
    }
    if asked != wanted:
        simple = ibm1.Simple(parts.pairs, asked)
        asks["simplest lexicon (IBM model 1)"] = lambda text: plain.ranked(simple.translated(text), _DEPTH)
    scores = {name: _scores(material, asked, ask) for name, ask in asks.items()}
    told = {name: _line(name, found, material) for name, found in scores.items()}
    for name, less in (without.ACROSS if asked != wanted else without.WITHIN).items():
        with less(parts) as (left, where):
            found = _scores(material, asked, partial(_ranked, where, way=way, lexicon=left))
        told[f"without {name}"] = _line(f"without {name}", found, material, scores["ours"])
    return {
        "questions": asked,
        "documents": wanted,
        "figures": told,
        "milliseconds": _speed(store, material, way, ours),
    }


def _ranked(store: Store, text: str, *, way: tuple[str, str], lexicon: Lexicon) -> list[tuple[str, float]]:
    return answering.ranked(store.view(), question(text, *way, _DEPTH), READER, lexicon=lexicon)


def _scores(material: Material, asked: str, ask: Ask) -> judging.Scores:
    run = [(topic, name, score) for topic, text in material.topics[asked] for name, score in ask(text)]
    return judging.scores(run, material.judged)


def _line(name: str, found: judging.Scores, material: Material, whole: judging.Scores | None = None) -> dict[str, Any]:
    """Print and return the figures of one; beside the whole, by how much that is better, topic by topic."""
    told = {measure: each._asdict() for measure, each in intervals.means(found).items() if measure in _MEASURES}
    parts = halves(found, [topic for topic, *_ in material.judged])
    cells = ["{0} {value:.3f} ({low:.3f} to {high:.3f})".format(measure, **each) for measure, each in told.items()]
    cells += [f"{half} {_both(parts[half])}" for half in ("dev", "test")]
    if whole is not None:
        less = intervals.differences(found, whole)
        told["to ours"] = {measure: less[measure]._asdict() for measure in _MEASURES}
        cells.append("to ours " + " / ".join(f"{less[measure].value:+.3f}" for measure in _MEASURES))
    print(f"{name:<44}{'  '.join(cells)}", flush=True)
    return {**told, **parts}


def _both(means: dict[str, float]) -> str:
    return " / ".join(f"{means[measure]:.3f}" for measure in _MEASURES)


def _speed(store: Store, material: Material, way: tuple[str, str], lexicon: Lexicon) -> dict[str, float]:
    """Return the milliseconds of whole answers, with snippets, facets and reasons."""
    view, topics = store.view(), material.topics[way[0]]
    taken = [answering.ask(view, question(text, *way, 10), READER, lexicon=lexicon).milliseconds for _, text in topics]
    told = {"p50": statistics.median(taken), "p95": statistics.quantiles(taken, n=20)[-1]}
    print(f"a whole answer: p50 {told['p50']:.2f} ms, p95 {told['p95']:.2f} ms", flush=True)
    return told
