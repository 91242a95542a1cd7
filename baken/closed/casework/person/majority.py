# SPDX-License-Identifier: EUPL-1.2
"""The table of coming of age: from which age, what to arrange before, and what changes (pure)."""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

TABLE = Path(__file__).with_name("majority.toml")


@dataclass(frozen=True)
class Line:
    """A sentence in both languages, and where it stands."""

    nl: str
    en: str
    source: str
    verify: bool = False


@dataclass(frozen=True)
class Majority:
    """What holds on a day."""

    years: int
    source: str
    notice: timedelta
    arrange: tuple[Line, ...]
    changes: tuple[Line, ...]


def majority(on: date) -> Majority:
    """Return what holds on a day; raise LookupError where no row does."""
    table = _table()
    rows = [each for each in table["majority"] if each["from"] <= on <= each.get("until", on)]
    if len(rows) != 1:
        raise LookupError(f"{len(rows)} rows say who is of age on {on}")
    return Majority(
        years=rows[0]["years"],
        source=rows[0]["source"],
        notice=timedelta(days=table["notice"]["days"]),
        arrange=tuple(Line(**each) for each in table["arrange"]),
        changes=tuple(Line(**each) for each in table["change"]),
    )


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))
