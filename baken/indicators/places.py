# SPDX-License-Identifier: EUPL-1.2
"""Where to turn, and the reporting code: dated rows with their source. Pure."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from baken.indicators.reading import by_key, made
from baken.indicators.records import Form, Population

TABLE = Path(__file__).parent / "tables" / "places.toml"
_EVERYBODY = (Population.CHILD, Population.ADULT)
_EVERYTHING = (Form.SEXUAL, Form.LABOUR, Form.CRIMINAL)


@dataclass(frozen=True)
class Place:
    """Somebody to turn to, and how we know the number."""

    key: str
    name_nl: str
    name_en: str
    phone: str
    nl: str
    en: str
    site: str
    source_nl: str
    source_en: str
    read: date
    verify: bool
    about: tuple[Population, ...] = _EVERYBODY
    forms: tuple[Form, ...] = _EVERYTHING
    first_for: tuple[str, ...] = ()
    urgent: bool = False
    since: date = date.min
    until: date = date.max

    @property
    def dial(self) -> str:
        """The number as a telephone takes it."""
        return "".join(each for each in self.phone if each.isdigit())

    def serves(self, population: Population, form: Form) -> bool:
        """Whether it is for these people and this exploitation; whoever does not know is shown all."""
        return (population is Population.BOTH or population in self.about) and (form is Form.ANY or form in self.forms)

    def holds(self, day: date) -> bool:
        """Whether its row holds on a day."""
        return self.since <= day < self.until


@dataclass(frozen=True)
class Step:
    """A step of the reporting code."""

    nl: str
    en: str


@dataclass(frozen=True)
class Code:
    """The reporting code, and where it stands."""

    nl: str
    en: str
    source_nl: str
    source_en: str
    verify: bool
    steps: tuple[Step, ...]


@cache
def places(path: Path = TABLE) -> tuple[Place, ...]:
    """Return every place of the table, of any day; raise TableError."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(by_key(Place, map(_place, table["place"])).values())


@cache
def code(path: Path = TABLE) -> Code:
    """Return the reporting code; raise TableError."""
    row = tomllib.loads(path.read_text(encoding="utf-8"))["code"]
    steps = tuple(made(Step, step, "step") for step in row.pop("step"))
    return made(Code, row | {"steps": steps}, "code")


def _place(row: dict[str, Any]) -> dict[str, Any]:
    kinds = {"about": Population, "forms": Form, "first_for": str}
    lists = {field: tuple(map(kind, row[field])) for field, kind in kinds.items() if field in row}
    since = {"since": row.pop("from")} if "from" in row else {}
    return row | lists | since
