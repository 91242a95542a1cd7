# SPDX-License-Identifier: EUPL-1.2
"""What can be counted and along which dimensions, with its definitions."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from baken.closed.figures.counting import meaning, nationality, standards
from baken.closed.figures.counting.lists import categories
from baken.closed.figures.counting.times import TIMES, time_categories
from baken.closed.figures.fitness import Meaning
from baken.tabulation.shapes import Dimension, Words
from baken.tabulation.wording import UNITS

TABLE = Path(__file__).with_name("catalogue.toml")


@dataclass(frozen=True)
class Unit:
    """What is counted, and the names of the dimensions along which it is told apart, times left out."""

    name: str
    title: Words
    definition: Words
    dimensions: tuple[str, ...]

    @property
    def choices(self) -> tuple[str, ...]:
        """Every dimension of it, times first."""
        return (*TIMES, *self.dimensions)


@cache
def units() -> Mapping[str, Unit]:
    """Return what can be counted, by its name."""
    return {row["name"]: _unit(row) for row in _table()["unit"]}


def _unit(row: Mapping[str, Any]) -> Unit:
    return Unit(row["name"], UNITS[row["name"]], _definition(row), tuple(row["dimensions"]))


def dimension(name: str, first: date, last: date) -> Dimension:
    """Return a dimension by its name; of times those of a period. Raises KeyError for one that is not there."""
    if name in standards.theirs():
        return _meant(standards.dimension(name))
    row = next((each for each in _table()["dimension"] if each["name"] == name), None)
    if row is None:
        raise KeyError(name)
    found = time_categories(name, first, last) if name in TIMES else categories(row["list"])
    return _meant(Dimension(name, _title(row), _definition(row), found))


def _meant(dimension: Dimension) -> Dimension:
    """Return a dimension whose categories say beside which of others they can stand."""
    told = meaning.beside(dimension.name, nationality.named())
    found = (replace(each, beside=told.get(each.code, {})) for each in dimension.categories)
    return replace(dimension, categories=tuple(found))


@cache
def meanings() -> Mapping[str, Meaning]:
    """Return what each dimension tells of, and when it is settled."""
    ours = {each["name"]: Meaning(each.get("matter", ""), each.get("settles", 0)) for each in _table()["dimension"]}
    return ours | dict.fromkeys(standards.theirs(), Meaning())


def titles() -> Mapping[str, Words]:
    """Return what each dimension of ours is called."""
    return {row["name"]: _title(row) for row in _table()["dimension"]}


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))


def _title(row: Mapping[str, str]) -> Words:
    return Words(row["nl"], row["en"])


def _definition(row: Mapping[str, str]) -> Words:
    return Words(row["nl_definition"], row["en_definition"])
