# SPDX-License-Identifier: EUPL-1.2
"""The house rules that everybody is given, and about what agreements are made (pure)."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from baken.closed.shelter.screening import Line

TABLE = Path(__file__).with_name("living.toml")


@dataclass(frozen=True)
class Table:
    """All of them, in their order."""

    rule: tuple[Line, ...]
    agreement: tuple[Line, ...]

    @property
    def sources(self) -> list[Line]:
        """A house rule of each source, so that a page names it once."""
        return list({(each.source, each.verify): each for each in self.rule}.values())

    def agreement_of(self, key: str) -> Line | None:
        """Return the line of a kind of agreement."""
        return next((each for each in self.agreement if each.key == key), None)


@cache
def table() -> Table:
    """Return the table; raise TypeError for a line with a word that it does not know."""
    told = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return Table(**{kind: tuple(Line(**each) for each in rows) for kind, rows in told.items()})
