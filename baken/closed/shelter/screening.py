# SPDX-License-Identifier: EUPL-1.2
"""What is asked before somebody comes, what each colour brings, what is done when somebody is missing (pure)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("screening.toml")


@dataclass(frozen=True)
class Line:
    """One line of the table, in two languages, with its source and whether the centre has still to confirm it."""

    key: str
    nl: str
    en: str
    source: str
    verify: bool = False
    then_nl: str = ""
    then_en: str = ""
    measures_nl: str = ""
    measures_en: str = ""


@dataclass(frozen=True)
class Table:
    """All of them, in their order."""

    criterion: tuple[Line, ...]
    against: tuple[Line, ...]
    colour: tuple[Line, ...]
    missing: tuple[Line, ...]

    def colour_of(self, key: str) -> Line | None:
        """Return the line of a colour."""
        return next((each for each in self.colour if each.key == key), None)


@cache
def table() -> Table:
    """Return the table; raise TypeError for a line with a word that it does not know."""
    told: Mapping[str, list[Mapping[str, str]]] = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    lines = {kind: tuple(Line(**each) for each in rows) for kind, rows in told.items()}  # type: ignore[arg-type]
    return Table(**lines)
