# SPDX-License-Identifier: EUPL-1.2
"""What disclosure control costs and what it keeps, beside ways that many use; every result is attacked.

`python -m bench disclosure` takes some minutes; `few` takes smaller tables for the three years.
"""

import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from baken.settings import environment
from baken.tabulation.disclosure import Unsafe, attack, differences, protect, recovered
from baken.tabulation.disclosure.tests.years import FEWER, SIZES, YEARS, publications, register
from baken.tabulation.releasing import THRESHOLD
from baken.tabulation.shapes import ALL, At, Table
from bench import machine

Way = Callable[[Table, Sequence[Table]], Table | None]

_SIZES = (("sex",), ("sex", "age"), ("form", "group"), ("sex", "age", "form"), ("sex", "form", "group"))
_LARGE = ("age", "form", "group")
_SEED = 1


def ours(table: Table, published: Sequence[Table]) -> Table | None:
    """Return the table made safe beside those published, nothing where it must wait."""
    try:
        return protect(table, published=published).table
    except Unsafe:
        return None


def alone(table: Table, published: Sequence[Table]) -> Table | None:
    """Return the table made safe as if nothing had been published."""
    return ours(table, published[:0])


def small_alone(table: Table, published: Sequence[Table]) -> Table:
    """Return the table without its small cells: what a spreadsheet does."""
    return _without(table, [at for at, value in table.values.items() if (value or 0) < THRESHOLD])


def whole_lines(table: Table, published: Sequence[Table]) -> Table:
    """Return the table without each line, along its last dimension and with its total, that has a small cell."""
    small = [at for at, value in table.values.items() if (value or 0) < THRESHOLD]
    lines = {at[:-1] for at in small if len(at) == 1 or set(at[:-1]) != {ALL}}
    return _without(table, [*small, *(at for at in table.cells() if at[:-1] in lines and set(at) != {ALL})])


def _without(table: Table, cells: Sequence[At]) -> Table:
    return replace(table, values={**table.values, **dict.fromkeys(cells)}, threshold=THRESHOLD)


WAYS: Mapping[str, Way] = {"ours": ours, "lines": whole_lines, "small cells alone": small_alone}


def main(*words: str) -> None:
    """Measure, print, and write `build/disclosure.json`."""
    told: dict[str, Any] = {"machine": machine.describe("none")}
    told["tables"] = _told(_tables())
    told["years"] = _told(_years(FEWER if "few" in words else SIZES))
    file = environment.ROOT / "build" / "disclosure.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")


def _told(rows: Iterator[dict[str, Any]]) -> list[dict[str, Any]]:
    found = []
    for row in rows:
        print("  ".join(f"{name} {value}" for name, value in row.items()), flush=True)
        found.append(row)
    return found


def _tables() -> Iterator[dict[str, Any]]:
    made, year = register(_SEED), YEARS[0]
    for names in (*_SIZES, _LARGE):
        for way, does in WAYS.items():
            table = made.table(names, year, year, made.cases[-1].known)
            yield {"table": "·".join(names), "way": way, **_measured([table], does)}


def _years(sizes: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    tables = list(publications(register(_SEED, sizes)))
    for way, does in {**WAYS, "ours, each alone": alone}.items():
        yield {"years": len(tables), "way": way, **_measured(tables, does)}


def _measured(wholes: Sequence[Table], does: Way) -> dict[str, Any]:
    began, published, kept = time.perf_counter(), [], []
    for whole in wholes:
        if found := does(whole, published):
            published.append(found)
            kept.append(whole)
    seconds = time.perf_counter() - began
    return {
        "refused": len(wholes) - len(kept),
        **_lost(kept, published),
        "seconds": round(seconds, 2),
        **_attacked(kept, published),
    }


def _lost(wholes: Sequence[Table], published: Sequence[Table]) -> dict[str, Any]:
    pairs = [
        (whole.values[at] or 0, safe.values[at])
        for whole, safe in zip(wholes, published, strict=True)
        for at in safe.cells()
    ]
    small = sum(value < THRESHOLD for value, _ in pairs)
    told = sum(shown is not None for _, shown in pairs)
    return {"cells": len(pairs), "told": told, "small": small, "hidden besides": len(pairs) - told - small}


def _attacked(wholes: Sequence[Table], published: Sequence[Table]) -> dict[str, Any]:
    """Return how many small counts come out, exactly or as small, are not fully open, and how many differences tell."""
    began = time.perf_counter()
    ends = attack(published)
    seconds = time.perf_counter() - began
    small = [found for (place, at), found in ends.items() if (wholes[place].values[at] or 0) < THRESHOLD]
    open_ = [low == 0 and (high is None or high >= THRESHOLD) for low, high in small]
    return {
        "recovered": len(recovered(published, threshold=THRESHOLD)),
        "exactly": sum(low == high for low, high in ends.values()),
        "not open": len(small) - sum(open_),
        "differences": len(differences(published, threshold=THRESHOLD)),
        "attack": round(seconds, 2),
    }
