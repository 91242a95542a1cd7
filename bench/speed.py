# SPDX-License-Identifier: EUPL-1.2
"""`python -m bench speed [SIZES]`: how fast the search answers at 3,000, 30,000 and 100,000 documents.

One run, on throw-away databases and indexes; three quarters of an hour at these sizes. Some 400 questions one after
another, from one process: of ours whole answers as the page has them (total, ten results with snippets and reasons, all
facets), by words alone and by meaning too, with a digest of what was found; of Wagtail's search on PostgreSQL and of
tantivy by itself ten results.
What the documents are tells `bench.varied`, what the vectors are `bench.noisy`.
"""

import json
import shutil
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from baken.core.embedded import Home, cluster
from baken.open.search.engine.shapes import Document
from baken.settings import environment
from bench import asked, bare, machine, noisy, varied
from bench.stage import OURS, PEER, Stage, python, run, stage

SIZES = (3_000, 30_000, 100_000)
# Milliseconds in which 95 of 100 answers are there, at the largest size.
TARGET = {"words": 25, "meaning": 60}
NAMES = {
    "words": "ours, by words", "meaning": "ours, by meaning too", "wagtail": "Wagtail on PostgreSQL",
    "tantivy": "tantivy by itself",
}  # fmt: skip


def main(*sizes: int) -> None:
    """Measure every size, print the table, and write `build/speed.json`."""
    with stage() as here:
        told: dict[str, Any] = {"machine": machine.describe(str(here.ask("SHOW server_version", "postgres")[0][0]))}
        _say("learning the lexicon")
        run(_baken("migrate", "--door", "open"), here.bare)
        told["lexicon"] = _ours(here, "learn")
        rows = noisy.real()
        told["examples"] = noisy.illustrate(here.admin, OURS, rows)
        told["sizes"] = []
        for size in sizes or SIZES:
            told["sizes"].append(_size(here, size, rows) | {"load": machine.load()})
            _keep(told)
    print("\n".join(lines(told)))


def _keep(told: dict[str, Any]) -> None:
    file = environment.ROOT / "build" / "speed.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")


def _size(here: Stage, size: int, rows: noisy.Rows) -> dict[str, Any]:
    _say(f"{size} documents")
    documents = list(varied.documents(environment.data(), size))
    told: dict[str, Any] = {"documents": size, "build": _ours(here, "build", str(size))}
    told["words"] = _ours(here, "ask", "words")
    _say("vectors")
    told["vectors"] = noisy.fill(here.admin, OURS, documents, rows)
    told["meaning"] = _ours(here, "ask", "meaning")
    _say("Wagtail")
    told["wagtail"] = _wagtail(here, documents)
    _say("tantivy")
    return told | {"tantivy": _tantivy(here.folder / "bare", documents)}


def _ours(here: Stage, *words: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run(python("bench.speed_ours", *words), here.ours, minutes=40))
    return found


def _wagtail(here: Stage, documents: Iterable[Document]) -> dict[str, Any]:
    """Fill a new database of the peer by its own means and ask; building is filling and indexing together."""
    here.tell(f"DROP DATABASE {PEER} WITH (FORCE)", "postgres")
    cluster.make_database(Home.prepare(here.folder / "home"), PEER, "open")
    run(python("django", "migrate", "--verbosity=0"), here.peer)
    file = here.folder / "documents.jsonl.gz"
    varied.write(documents, file)
    began = time.perf_counter()
    run(python("bench.plain.fill", "documents", str(file)), here.peer, minutes=60)
    seconds = time.perf_counter() - began
    here.settle(PEER)
    found: dict[str, Any] = json.loads(run(python("bench.plain.timed", str(environment.data())), here.peer))
    return {**found, "build": seconds}


def _tantivy(folder: Path, documents: Iterable[Document]) -> dict[str, Any]:
    folder.mkdir()
    began = time.perf_counter()
    peer = bare.Bare(folder, documents)
    seconds = time.perf_counter() - began
    found = asked.told(asked.taken(peer.ask, asked.questions(environment.data())))
    shutil.rmtree(folder)
    return {**found, "build": seconds}


def lines(told: dict[str, Any]) -> Iterable[str]:
    """Yield the figures as a table, and whether the targets are met at the largest size."""
    yield f"{'documents':>9}  {'':<24}{'p50 ms':>8}{'p95 ms':>8}{'longest':>9}{'a second':>10}"
    for each in told["sizes"]:
        for way, name in NAMES.items():
            found = each[way]
            cells = f"{found['p50']:>8.1f}{found['p95']:>8.1f}{found['longest']:>9.1f}{found['per_second']:>10.0f}"
            yield f"{each['documents']:>9}  {name:<24}{cells}"
        yield "{0:>9}  index: {per_second:.0f} documents/s, {megabytes:.0f} MB".format(
            each["documents"], **each["build"]
        )
    last = told["sizes"][-1]
    for way, most in TARGET.items():
        met = "met" if last[way]["p95"] < most else "missed"
        yield f"{NAMES[way]}: p95 under {most} ms at {last['documents']} documents: {met}"


def _baken(*words: str) -> list[str]:
    return [sys.executable, "-c", "from baken.cli import main; main()", *words]


def _say(doing: str) -> None:
    print(f"… {doing}", file=sys.stderr, flush=True)
