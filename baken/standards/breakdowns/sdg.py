# SPDX-License-Identifier: EUPL-1.2
"""Indicator 16.2.2 of the Sustainable Development Goals: victims for every 100,000 inhabitants, by sex, age and form.

Victims who were detected: those whom nobody found are not in it. How many live somewhere comes from whoever counts.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from baken.standards import classifying
from baken.standards.breakdowns import counting
from baken.standards.breakdowns.counting import TOTAL, Row
from baken.standards.classifying import Classification
from baken.standards.victims import Victim

TABLE = Path(__file__).with_name("sdg.toml")
PER = 100_000


class PopulationError(ValueError):
    """Numbers of inhabitants cannot be used; the message says which and why."""


@dataclass(frozen=True)
class Population:
    """How many people live somewhere on a day, by sex and age group, and who says so; `total` in both is everybody."""

    source: str
    on: date
    persons: Mapping[tuple[str, str], int]

    def __post_init__(self) -> None:
        if not self.source.strip():
            raise PopulationError("a population needs its source")
        if (TOTAL, TOTAL) not in self.persons:
            raise PopulationError("a population needs its total")
        if wrong := [at for at, persons in self.persons.items() if persons <= 0]:
            raise PopulationError(f"{' '.join(wrong[0])}: nobody lives there")


class Rate(NamedTuple):
    """Persons in a cell, and how many that is for every 100,000 who live there; None where nobody said how many do."""

    table: tuple[str, ...]
    at: tuple[str, ...]
    persons: int
    rate: float | None


def classification() -> Classification:
    """Return what the indicator tells apart, with definitions and sources."""
    return classifying.read(TABLE)


def rows(victims: Iterable[Victim], year: int, population: Population) -> list[Rate]:
    """Return the persons detected in a year and their rate in every cell."""
    counted = counting.rows(counting.of_year(victims, year), classification())
    return [Rate(*row, _rate(row, population)) for row in counted]


def _rate(row: Row, population: Population) -> float | None:
    """Return a rate among those of the same sex and age; a form of exploitation is a rate among everybody of them."""
    told = dict(zip(row.table, row.at, strict=True))
    living = population.persons.get((told.get("sex", TOTAL), told.get("age", TOTAL)))
    return None if living is None else row.persons / living * PER
