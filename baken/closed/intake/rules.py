# SPDX-License-Identifier: EUPL-1.2
"""By when somebody must have decided on a report (pure)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from baken.closed.legal.engine.days import calendar

TABLE = Path(__file__).with_name("terms.toml")
WITHOUT_FILE = ("advise", "refer", "close")


@dataclass(frozen=True)
class Term:
    """A row of the table: for which reports, and how many working days."""

    when: Mapping[str, str]
    working_days: int
    source: str
    since: date
    verify: bool

    def holds_for(self, content: Mapping[str, Any], on: date) -> bool:
        """Return whether a report of that day said what this row asks."""
        return self.since <= on and all(content.get(name) == value for name, value in self.when.items())


@cache
def terms() -> tuple[Term, ...]:
    """Return the table, in its order."""
    rows = tomllib.loads(TABLE.read_text(encoding="utf-8"))["term"]
    return tuple(Term(since=row.pop("from"), **{"verify": False, **row}) for row in rows)


def due(content: Mapping[str, Any], on: date) -> date:
    """Return the day by which somebody decides on what a report said."""
    found = next(term for term in terms() if term.holds_for(content, on))
    return calendar().working_day(on, found.working_days)


def sorted_by_need(content: Mapping[str, Any]) -> tuple[bool, bool]:
    """Return what puts a report before others: danger, then a child."""
    return content.get("danger") != "yes", content.get("age") != "minor"
