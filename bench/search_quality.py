# SPDX-License-Identifier: EUPL-1.2
"""How well and how fast the search engine finds: known items in 3,000 Dutch treaty articles, 600 questions.

`python -m bench.search_quality` prints hit@1, hit@10 and MRR@10 on the topics that settings were chosen
with (dev), on those they were not (test) and on all; then milliseconds a question, whole answers with
snippets, facets and reasons. Each document goes in as `baken import jsonl` would bring it.
"""

import gzip
import json
import statistics
import tempfile
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

from baken.open.search.engine import answering, trec
from baken.open.search.engine.shapes import PUBLIC, Document, Question
from baken.open.search.engine.store import Store
from baken.open.sources.importers.jsonl import shortened
from baken.settings import environment

MOST = 10
READER = frozenset({PUBLIC})


def documents(folder: Path) -> Iterator[Document]:
    """Yield the collection's documents."""
    with gzip.open(folder / "documents.nl.jsonl.gz", "rt", encoding="utf-8") as lines:
        for each in map(json.loads, lines):
            name = f"doc/{each['id']}"
            yield Document(
                key=f"{name}@nl", work=name, id=name, type="treaty", lang="nl", path=f"/sources/{name}",
                title=shortened(each["text"]), body=each["text"], numbers=(each["id"],),
            )  # fmt: skip


def answers(folder: Path) -> dict[str, str]:
    """Return the one right document of each topic; an identifier may hold a space."""
    rows = (line.rpartition(" ")[0].partition(" 0 ") for line in _lines(folder / "qrels.txt"))
    return {topic: f"doc/{name}" for topic, _, name in rows}


def quality(ranks: list[int]) -> str:
    """Return the figures of some topics; a rank counts from 1, 0 where the document was not found."""
    first, ten = (sum(0 < rank <= depth for rank in ranks) / len(ranks) for depth in (1, MOST))
    reciprocal = sum(1 / rank for rank in ranks if rank) / len(ranks)
    return f"hit@1 {first:.3f}  hit@10 {ten:.3f}  MRR@10 {reciprocal:.3f}  ({len(ranks)} topics)"


def is_dev(topic: str) -> bool:
    """Tell whether a topic belongs to the half that settings are chosen with."""
    return zlib.crc32(topic.encode()) % 2 == 0


def main() -> None:
    """Build the index, ask every topic, print the figures."""
    folder = environment.data() / "search"
    with tempfile.TemporaryDirectory() as home:
        store = Store(Path(home))
        began = time.perf_counter()
        count = store.build(documents(folder), "0")
        print(f"{count} documents indexed in {time.perf_counter() - began:.2f} s")
        ranks, milliseconds = _asked(store, folder)
    for name, wanted in (("dev", [True]), ("test", [False]), ("all", [True, False])):
        print(f"{name:5} {quality([rank for topic, rank in ranks.items() if is_dev(topic) in wanted])}")
    print(f"p50 {statistics.median(milliseconds):.2f} ms  p95 {statistics.quantiles(milliseconds, n=20)[-1]:.2f} ms")


def _asked(store: Store, folder: Path) -> tuple[dict[str, int], list[float]]:
    right, ranks, milliseconds = answers(folder), {}, []
    for topic, text in trec.topics(_lines(folder / "topics.nl.tsv")):
        answer = answering.ask(store.searcher(), Question(text, limit=MOST), READER)
        found = [hit.id for hit in answer.hits]
        ranks[topic] = found.index(right[topic]) + 1 if right[topic] in found else 0
        milliseconds.append(answer.milliseconds)
    return ranks, milliseconds


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


if __name__ == "__main__":
    main()
