# SPDX-License-Identifier: EUPL-1.2
"""`python -m bench htcds`: made-up cases written, read back and judged in each format of the exchange.

How many were lost on the way, how many changed, how many cells the judge has something to say of, and how long it took.
By default 10,000 cases that are as hard to carry as could be thought of (`baken.standards.htcds.making`).
"""

import json
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from baken.settings import environment
from baken.standards.htcds.making import records
from baken.standards.htcds.reading import SUFFIXES, read
from baken.standards.htcds.records import Record
from baken.standards.htcds.validating.verdict import judge
from baken.standards.htcds.writing import write
from bench import machine

CASES = 10_000


def main(cases: int = CASES) -> None:
    """Measure, print, and write `build/htcds.json`."""
    told: dict[str, Any] = {"machine": machine.describe("none"), "cases": cases}
    made = list(records(cases))
    with tempfile.TemporaryDirectory() as folder:
        for suffix in SUFFIXES:
            told[suffix] = measure(made, Path(folder) / f"cases{suffix}")
            print(_line(suffix, told[suffix]), flush=True)
    file = environment.ROOT / "build" / "htcds.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")


def measure(made: Sequence[Record], path: Path) -> dict[str, Any]:
    """Return what became of records on their way through a file."""
    began = time.perf_counter()
    write(made, path)
    wrote = time.perf_counter()
    found = read(path)
    has_read = time.perf_counter()
    verdict = judge(path)
    return {
        "cases": len(made), "lost": len(made) - len(found.records), "refused": len(found.refusals),
        "changed": sum(before != after for before, after in zip(made, found.records, strict=False)),
        "values": sum(value is not None for record in made for value in record.values()),
        "judged": verdict.records, "violations": len(verdict.violations), "bytes": path.stat().st_size,
        "write": wrote - began, "read": has_read - wrote, "judge": time.perf_counter() - has_read,
    }  # fmt: skip


def _line(suffix: str, told: dict[str, Any]) -> str:
    return (
        f"{suffix:<6} {told['cases']:,} cases, {told['values']:,} values: "
        f"{told['lost']} lost, {told['changed']} changed, {told['refused']} refused, {told['violations']} violations; "
        f"{told['bytes'] / 2**20:.1f} MB, "
        f"written in {told['write']:.1f} s, read in {told['read']:.1f} s, judged in {told['judge']:.1f} s"
    )
