# SPDX-License-Identifier: EUPL-1.2
"""A log-linear model of lists and columns, fitted to one table after another on the extended range.

Where a value, or a pair of a model, has an empty cell in its margin, the cells of the table that hold it are left out,
as `loglinear` does it for lists alone. What is left may tell fewer parameters apart; those that follow from others go,
and the hidden counts are asked whether they followed from what went.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from scipy.linalg import qr, solve_triangular

from baken.hidden_population.existence import has_highest_point
from baken.hidden_population.strata.factors import Factors, Ints, Pair
from baken.hidden_population.tables import Floats
from baken.hidden_population.terms import Flags

Pairs = frozenset[Pair]
_STEPS, _HALVINGS = 30, 12
_STILL = 1e-6  # logarithms that move less are right to the square of it after the step
_ZERO, _RIDGE, _FAR = 1e-9, 1e-12, 700.0


class Fit(NamedTuple):
    """A fitted model."""

    expected: Floats  # of the cells that are seen
    hidden: Floats  # by stratum
    theta: Floats  # by column of the design; 0 where it is not needed


@dataclass(eq=False)
class Fitting:
    """The designs of a table's models, kept between one fit and the next."""

    factors: Factors
    _designs: dict[Pairs, Floats] = field(default_factory=dict)
    _margins: dict[Pair, Floats] = field(default_factory=dict)
    _columns: dict[tuple[Pairs, bytes], Ints | None] = field(default_factory=dict)

    def margin(self, pair: Pair) -> Floats:
        """Return which cell is in which cell of a pair's margin."""
        if pair not in self._margins:
            self._margins[pair] = self.factors.margin(pair)
        return self._margins[pair]

    def fit(self, counts: Floats, pairs: Pairs, start: Floats | None = None) -> Fit | None:
        """Fit a model by maximum likelihood; nothing where it has no estimate or is not identifiable."""
        kept, design = self._kept(counts, pairs), self._design(pairs)
        seen = np.flatnonzero(kept[: self.factors.seen])
        columns = self._identified(pairs, kept)
        if columns is None:
            return None
        few = design[np.ix_(seen, columns)]
        theta, still = _climb(few, counts[seen], None if start is None else _fitting(start, len(design.T))[columns])
        if not still and not has_highest_point(few, counts[seen]):
            return None
        whole = np.zeros(design.shape[1])
        whole[columns] = theta
        expected = np.where(kept, np.exp(np.minimum(design @ whole, _FAR)), 0.0)
        return Fit(expected[: self.factors.seen], expected[self.factors.seen :], whole)

    def _design(self, pairs: Pairs) -> Floats:
        if pairs not in self._designs:
            self._designs[pairs] = self.factors.design(pairs)
        return self._designs[pairs]

    def _kept(self, counts: Floats, pairs: Pairs) -> Flags:
        """Return the cells that no empty margin holds; where nobody has a value, nobody hidden has it."""
        kept = np.ones(len(self.factors.values), bool)
        for margin in (self.factors.singles, *map(self.margin, pairs)):
            empty = counts @ margin[: self.factors.seen] == 0
            kept &= ~margin[:, empty].any(1)
        return kept

    def _identified(self, pairs: Pairs, kept: Flags) -> Ints | None:
        """Return the columns that are needed; nothing where a hidden count does not follow from what is seen."""
        key = pairs, kept.tobytes()
        if key not in self._columns:
            design, seen = self._design(pairs), self.factors.seen
            self._columns[key] = _needed(design[:seen][kept[:seen]], design[seen:][kept[seen:]])
        return self._columns[key]


def _needed(seen: Floats, hidden: Floats) -> Ints | None:
    """Return independent columns of what is seen; nothing where a row of what is hidden does not follow from them."""
    upper, order = qr(seen, mode="r", pivoting=True)
    diagonal = np.abs(np.diag(upper))
    rank = int((diagonal > _ZERO * diagonal[0]).sum())
    first, others = order[:rank], order[rank:]
    follow = solve_triangular(upper[:rank, :rank], upper[:rank, rank:])
    return first if np.allclose(hidden[:, first] @ follow, hidden[:, others], atol=1e-6) else None


def _fitting(start: Floats, width: int) -> Floats:
    """Return where to begin with a model of more columns, or of others: what is not there begins at 0."""
    return start if len(start) == width else np.zeros(width)


def _climb(design: Floats, seen: Floats, start: Floats | None) -> tuple[Floats, bool]:
    """Return the parameters that Newton's steps end at, and whether they stand still there."""
    theta = _first(design, seen) if start is None or not start.any() else start
    expected: Floats = np.exp(np.minimum(design @ theta, _FAR))
    for _ in range(_STEPS):
        matrix: Floats = design.T @ (expected[:, None] * design)
        matrix[np.diag_indices_from(matrix)] *= 1 + _RIDGE
        matrix[np.diag_indices_from(matrix)] += _RIDGE
        step = np.asarray(np.linalg.solve(matrix, design.T @ (seen - expected)), float)
        moved: Floats = design @ step
        theta, expected = _uphill(design, seen, (theta, expected), (step, moved))
        if np.abs(moved).max() < _STILL:
            return theta, True
    return theta, False


def _first(design: Floats, seen: Floats) -> Floats:
    """Return where a weighted least-squares fit to the logarithms ends."""
    weight = np.sqrt(seen + 0.1)
    found: Floats = np.linalg.lstsq(design * weight[:, None], weight * np.log(seen + 0.1), rcond=None)[0]
    return found


def _uphill(
    design: Floats, seen: Floats, at: tuple[Floats, Floats], by: tuple[Floats, Floats]
) -> tuple[Floats, Floats]:
    """Return where a step leads, halved while the likelihood would fall."""
    (theta, expected), (step, moved), share = at, by, 1.0
    for _ in range(_HALVINGS):
        after = np.exp(np.minimum(design @ (theta + share * step), _FAR))
        if share * (seen @ moved) - after.sum() + expected.sum() >= -_ZERO * (1 + expected.sum()):
            break
        share /= 2
    return theta + share * step, after
