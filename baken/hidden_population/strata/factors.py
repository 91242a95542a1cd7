# SPDX-License-Identifier: EUPL-1.2
"""Lists and columns as factors of one table: its cells, main effects and pairs as columns of a design.

A list has one value beside "not on it"; a column has its values beside the first. A pair's effects are all products of
the one's and the other's.
"""

from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from baken.hidden_population.strata.parts import Strata
from baken.hidden_population.tables import Floats

Pair = tuple[int, int]
Ints = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Factors:
    """Cells of histories by strata: those of history 0 come last, a cell for each stratum, and nobody knows theirs."""

    names: tuple[str, ...]  # the lists first
    lists: int
    values: Ints  # cells x factors
    strata: int

    @property
    def seen(self) -> int:
        """How many cells can be counted."""
        return len(self.values) - self.strata

    @property
    def pairs(self) -> list[Pair]:
        """Every pair of factors."""
        return list(combinations(range(len(self.names)), 2))

    @property
    def columns(self) -> list[int]:
        """The factors that are no lists, and have more than one value."""
        return [each for each in range(self.lists, len(self.names)) if self.values[:, each].any()]

    @cached_property
    def main(self) -> Floats:
        """The design of main effects, with a first column of ones."""
        ones = np.ones((len(self.values), 1))
        return np.hstack([ones, *(self._effects(each) for each in range(len(self.names)))])

    def product(self, pair: Pair) -> Floats:
        """Return the columns that a pair adds."""
        one, other = map(self._effects, pair)
        found: Floats = (one[:, :, None] * other[:, None, :]).reshape(len(one), -1)
        return found

    def design(self, pairs: frozenset[Pair]) -> Floats:
        """Return the design of a model of main effects and some pairs."""
        return np.hstack([self.main, *(self.product(each) for each in sorted(pairs))])

    @cached_property
    def singles(self) -> Floats:
        """Which cell has which value; who is not on a list has none of it."""
        return np.hstack([self._all(each) for each in range(len(self.names))])

    def margin(self, pair: Pair) -> Floats:
        """Return which cell is in which cell of a pair's margin; who is not on a list is in none."""
        one, other = map(self._all, pair)
        found: Floats = (one[:, :, None] * other[:, None, :]).reshape(len(one), -1)
        return found

    def often(self, column: int) -> Floats:
        """Return which cell has which value of a column, where persons are on two lists or more."""
        found: Floats = self._all(column) * (self.values[:, : self.lists].sum(1) > 1)[:, None]
        return found

    def _effects(self, factor: int) -> Floats:
        return self._indicators(factor, 1)

    def _all(self, factor: int) -> Floats:
        return self._indicators(factor, 1 if factor < self.lists else 0)

    def _indicators(self, factor: int, first: int) -> Floats:
        column = self.values[:, factor]
        return np.asarray(column[:, None] == np.arange(first, column.max() + 1), float)

    def name(self, pairs: frozenset[Pair]) -> str:
        """Return a model in words: its pairs, all main effects understood."""
        return " + ".join(":".join(self.names[each] for each in pair) for pair in sorted(pairs)) or "main effects"


def factors(strata: Strata) -> tuple[Factors, Floats]:
    """Return the factors of some strata, every combination of their values among them, and the persons seen by cell."""
    lists, crossed = len(strata.lists), list(strata.crossed)
    levels = [[column.index(value) for value, column in zip(row, strata.levels, strict=True)] for row in crossed]
    histories = [*range(1, 1 << lists), 0]
    values = [[*(each >> bit & 1 for bit in range(lists)), *row] for each in histories for row in levels]
    none = np.zeros(1 << lists)
    tables = [strata.tables[row].counts if row in strata.tables else none for row in crossed]
    counts = np.array(tables)[:, histories[:-1]].T.ravel()
    return Factors((*strata.lists, *strata.by), lists, np.array(values), len(crossed)), counts
