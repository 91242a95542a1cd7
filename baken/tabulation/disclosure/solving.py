# SPDX-License-Identifier: EUPL-1.2
"""The least and the most that a cell can be, by linear programmes that differ little from each other.

HiGHS keeps the basis of the last one: the next takes some steps instead of all of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import highspy
import numpy as np
from numpy.typing import NDArray

from baken.tabulation.disclosure.equations import Equations

Floats = NDArray[np.float64]

_NEAR = 1e-6
_FEASIBLE = highspy.HighsModelStatus.kOptimal
# The last solution still fits when another cell is asked for; the dual method would begin anew: 15 times slower.
_PRIMAL = 4
_OPTIONS = {
    "output_flag": False, "threads": 1, "random_seed": 1, "simplex_strategy": _PRIMAL,
    "primal_simplex_bound_perturbation_multiplier": 0.0,  # counts are whole: shaken, each takes twice as many steps
}  # fmt: skip


class Contradiction(ValueError):
    """No people whatever give the numbers that are told."""


@dataclass(frozen=True)
class Extreme:
    """The end of a cell's interval; the counts of all cells there, and what loosening each would move it by."""

    value: int
    counts: Floats
    pulls: Floats


class Programme:
    """The equations, with cells told or hidden; a cell is given by its column.

    ``low`` and ``high`` are the least and the most that each cell is in those solutions seen that fit what is told.
    """

    low: Floats
    high: Floats

    def __init__(self, equations: Equations, told: Mapping[int, int]) -> None:
        self.cells = len(equations.keys)
        self.most = 10 * (sum(told.values()) + 1_000)  # farther nobody looks: what comes near has no end
        self._highs = _highs(equations, self.most)
        self._aims: NDArray[np.int32] = np.array([], dtype=np.int32)
        self._seen: list[Floats] = []
        self._told: dict[int, int] = {}
        self.tell(told)

    def tell(self, told: Mapping[int, int]) -> None:
        """Let everybody know the counts of these cells, and of no others."""
        for cell in self._told.keys() - told.keys():
            self._highs.changeColBounds(cell, 0, self.most)
        for cell, value in told.items() - self._told.items():
            self._highs.changeColBounds(cell, value, value)
        self._told = dict(told)
        self._remember()

    def _remember(self) -> None:
        """Keep of what was seen what fits."""
        seen = np.array(self._seen).reshape(-1, self.cells)
        places, values = (np.array(list(each)) for each in (self._told.keys(), self._told.values()))
        fits = seen[np.all(np.abs(seen[:, places] - values) < _NEAR, axis=1)] if len(places) else seen
        self.low, self.high = fits.min(axis=0, initial=np.inf), fits.max(axis=0, initial=-np.inf)

    def check(self) -> None:
        """Raise Contradiction where no numbers fit."""
        self._solve([], 0)

    def end(self, cell: int, *, upper: bool) -> Extreme:
        """Return the upper or the lower end of a cell; raise Contradiction."""
        counts, pulls = self._solve([cell], -1 if upper else 1)
        value = counts[cell]
        whole = int(np.floor(value + _NEAR) if upper else np.ceil(value - _NEAR))
        return Extreme(whole, counts, pulls)

    def endless(self, value: int) -> bool:
        """Return whether what is told sets no upper end: an end is at most the sum of all that is told."""
        return value > self.most / 2

    def spread(self, cells: Sequence[int], *, upper: bool) -> None:
        """See many cells at once as high, or as low, as they can be together."""
        self._solve(cells, -1 if upper else 1)

    def _solve(self, aims: Sequence[int], way: float) -> tuple[Floats, Floats]:
        self._highs.changeColsCost(len(self._aims), self._aims, np.zeros(len(self._aims)))
        self._aims = np.array(aims, dtype=np.int32)
        self._highs.changeColsCost(len(self._aims), self._aims, np.full(len(self._aims), float(way)))
        self._highs.run()
        if self._highs.getModelStatus() != _FEASIBLE:
            raise Contradiction(str(self._highs.getModelStatus()))
        solution = self._highs.getSolution()
        counts = np.array(solution.col_value[: self.cells])
        self._seen.append(counts)
        np.minimum(self.low, counts, out=self.low)
        np.maximum(self.high, counts, out=self.high)
        return counts, np.array(solution.col_dual[: self.cells])


def _highs(equations: Equations, most: float) -> Any:
    programme, (rows, columns) = highspy.HighsLp(), equations.matrix.shape
    programme.num_col_, programme.num_row_ = columns, rows
    programme.col_cost_ = np.zeros(columns)
    programme.col_lower_, programme.col_upper_ = np.zeros(columns), np.full(columns, float(most))
    programme.row_lower_ = programme.row_upper_ = np.zeros(rows)
    programme.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    programme.a_matrix_.start_ = equations.matrix.indptr
    programme.a_matrix_.index_ = equations.matrix.indices
    programme.a_matrix_.value_ = equations.matrix.data
    highs = highspy._Highs()  # type: ignore[attr-defined] # without callbacks, the making of which prints a notice
    for name, value in _OPTIONS.items():
        highs.setOptionValue(name, value)
    highs.passModel(programme)
    return highs
