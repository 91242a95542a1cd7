# SPDX-License-Identifier: EUPL-1.2
"""Persons counted as others ask it: each once in every table, with every total.

Nothing is made safe here: a row may tell of one person. What leaves the house goes through disclosure control first.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple

from baken.standards.classifying import Classification
from baken.standards.victims import Victim

TOTAL = "total"
_WORDS = {"nl": "totaal", "en": "total"}


class Row(NamedTuple):
    """How many persons there are in a cell of a table: a category, or the total, for each of its dimensions."""

    table: tuple[str, ...]
    at: tuple[str, ...]
    persons: int


def of_year(victims: Iterable[Victim], year: int) -> list[Victim]:
    """Return who was registered in a year and is presumed or identified to be a victim."""
    return [each for each in victims if each.is_counted and each.registered_on.year == year]


def rows(victims: Iterable[Victim], of: Classification) -> Iterator[Row]:
    """Yield every cell of every table of a classification, those with nobody in it too."""
    told = list(victims)
    for table in of.tables:
        counted = _counted(told, of, table)
        for at in product(*((*of.dimensions[name].categories, TOTAL) for name in table)):
            yield Row(table, at, counted[at])


def called(of: Classification, row: Row, language: str) -> dict[str, str]:
    """Return what the categories of a row are called, by what its dimensions are called, in `nl` or `en`."""
    named = ((of.dimensions[name], key) for name, key in zip(row.table, row.at, strict=True))
    return {
        getattr(each, language): _WORDS[language] if key == TOTAL else getattr(each.categories[key], language)
        for each, key in named
    }


def _counted(victims: Iterable[Victim], of: Classification, table: tuple[str, ...]) -> Counter[tuple[str, ...]]:
    found = Counter(tuple(of.dimensions[name].one_of(each) for name in table) for each in victims)
    every = Counter[tuple[str, ...]]()
    for at, persons in found.items():
        for total in product(*((key, TOTAL) for key in at)):
            every[total] += persons
    return every
