# SPDX-License-Identifier: EUPL-1.2
"""What a table of counts is made of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import product

ALL = "*"  # in the place of a code: every category together
At = tuple[str, ...]  # a cell: a code, or ALL, for each dimension in its order


@dataclass(frozen=True)
class Words:
    """The same words in each language of the screens."""

    nl: str
    en: str

    def said(self, language: str) -> str:
        """Return them in a language; in Dutch for one that is not spoken here."""
        return self.en if language.startswith("en") else self.nl


@dataclass(frozen=True)
class Category:
    """One of the answers along a dimension.

    ``within`` names, for each coarser dimension, the category there that holds this one whole: a quarter its year.
    ``beside`` names, for other dimensions, the categories there in which whoever is in this one can be, where these are
    not all: what the words mean shuts the others out, and whoever reads the tables reckons with that.
    """

    code: str
    title: Words
    within: Mapping[str, str] = field(default_factory=dict)
    beside: Mapping[str, At] = field(default_factory=dict)


@dataclass(frozen=True)
class Dimension:
    """What is told apart, and what is meant by it. Its categories shut each other out and leave nobody over."""

    name: str
    title: Words
    definition: Words
    categories: tuple[Category, ...]

    @property
    def codes(self) -> At:
        """Return the codes in their order."""
        return tuple(each.code for each in self.categories)


@dataclass(frozen=True)
class Population:
    """Who or what is counted: every unit whose day lies from the first through the last, where that is chosen.

    ``where`` holds, for dimensions by their names, the codes that count; a dimension that is not there is free.
    """

    unit: str
    first: date
    last: date
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Table:
    """How many there are in each cell and each total of cells; None where that is hidden.

    ``threshold`` is the fewest that a published cell tells of, 0 for a table that hides nothing and stays inside.
    ``counted_on`` is the day on which it was counted: what was written down later is not in it.
    """

    title: Words
    definition: Words
    population: Population
    dimensions: tuple[Dimension, ...]
    values: Mapping[At, int | None]
    counted_on: date
    threshold: int = 0

    def cells(self) -> Iterator[At]:
        """Yield every cell and every total, in the order of the dimensions, totals behind their parts."""
        return product(*((*each.codes, ALL) for each in self.dimensions))

    def parts(self, at: At, along: int) -> Iterator[At]:
        """Yield the cells that add up to a total along a dimension, given by its place."""
        return ((*at[:along], code, *at[along + 1 :]) for code in self.dimensions[along].codes)

    @property
    def total(self) -> int | None:
        """Return how many there are in all, None where that is hidden."""
        return self.values[(ALL,) * len(self.dimensions)]


@dataclass(frozen=True)
class Result:
    """What one method makes of who is on which lists: how many there are in all, and between what and what.

    ``level`` is in per cent, ``interval`` names how it was made (BCa, percentile, profile, Wald, posterior).
    """

    method: str
    estimate: float
    low: float | None
    high: float | None
    level: float
    interval: str


@dataclass(frozen=True)
class Estimate:
    """How many there are, seen and unseen, by several methods beside each other: never one bare number."""

    title: Words
    definition: Words
    population: Population
    lists: tuple[str, ...]
    observed: int
    results: tuple[Result, ...]
    reading: Words
    counted_on: date

    def unseen(self, value: float) -> int:
        """Return how many of a number, seen and unseen, were not seen."""
        return max(0, round(value) - self.observed)


Figure = Table | Estimate
