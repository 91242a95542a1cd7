# SPDX-License-Identifier: EUPL-1.2
"""Newton's steps up the likelihoods of many log-linear models at once."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from baken.hidden_population.tables import Floats
from baken.hidden_population.terms import Flags, logs, margins

Ints = NDArray[np.intp]
CLIMBING, CONVERGED, RECEDED = 0, 1, 2
_STEPS, _HALVINGS = 60, 12
_STILL = 1e-6  # logarithms that move less are right to the square of it after the step
_RECEDING = -0.4  # in a step, what goes to minus infinity goes down by one
_QUIET = 1e-4  # logarithms that move less, as far as arithmetic goes, do not move
_RIDGE = 1e-12  # of a margin; it bends the step, never the place where steps end


@dataclass(frozen=True, eq=False)
class Problem:
    """Tables with the terms to be estimated and the histories to be fitted: a row for each."""

    counts: Floats  # by history
    margins: Floats  # by term
    free: Flags  # terms that are finite
    kept: Flags  # histories that are fitted

    def rows(self, rows: Ints) -> "Problem":
        """Return some rows."""
        return Problem(self.counts[rows], self.margins[rows], self.free[rows], self.kept[rows])

    @cached_property
    def places(self) -> Ints:
        """The terms that are free come first in each row, as many columns as the largest model has."""
        widest = int(self.free.sum(1).max())
        return np.argsort(~self.free, axis=1, kind="stable")[:, :widest]

    @cached_property
    def live(self) -> Flags:
        """Which of those places are free."""
        return np.take_along_axis(self.free, self.places, 1)

    def expected(self, theta: Floats) -> Floats:
        """Return expected counts by history, 0 where it is not kept."""
        return np.exp(np.minimum(logs(theta), 700), where=self.kept, out=np.zeros_like(theta))

    def solve(self, weights: Floats, right: Floats, ridge: float = _RIDGE) -> Floats:
        """Return the terms that solve the weighted normal equations, by all terms.

        Weights are by history, `right` is by term.
        """
        matrix = self._information(weights, ridge)
        wanted = np.where(self.live, np.take_along_axis(right, self.places, 1), 0.0)
        found = np.zeros_like(right)
        np.put_along_axis(found, self.places, np.linalg.solve(matrix, wanted[:, :, None])[:, :, 0], 1)
        return found

    def _information(self, weights: Floats, ridge: float) -> Floats:
        union = self.places[:, :, None] | self.places[:, None, :]
        matrix = np.take_along_axis(margins(weights), union.reshape(len(union), -1), 1).reshape(union.shape)
        matrix *= self.live[:, :, None] & self.live[:, None, :]
        diagonal = np.einsum("bii->bi", matrix)
        diagonal *= 1 + ridge
        diagonal[~self.live] = 1
        diagonal += ridge
        return matrix


def climb(problem: Problem, start: Floats | None) -> tuple[Floats, Ints]:
    """Return parameters by term, and for each row how its climb ended: converged, receded, or climbing still."""
    theta = _start(problem) if start is None else np.where(problem.free, start, 0.0)
    ended = np.full(len(theta), CLIMBING)
    rows, part = np.arange(len(theta)), problem
    expected = part.expected(theta)
    for _ in range(_STEPS):
        step = part.solve(expected, part.margins - margins(expected))
        moved = np.where(part.kept, logs(step), 0.0)
        theta[rows], expected = _uphill(part, theta[rows], step, expected)
        ended[rows] = _ending(part, step, moved)
        left = ended[rows] == CLIMBING
        if not left.any():
            break
        if not left.all():
            rows, expected = rows[left], expected[left]
            part = problem.rows(rows)
    return theta, ended


def _start(problem: Problem) -> Floats:
    """Return where a weighted least-squares fit to the logarithms begins, as is usual for such models."""
    weights = np.where(problem.kept, problem.counts + 0.1, 0.0)
    seen = np.log(weights, where=problem.kept, out=np.zeros_like(weights))
    return problem.solve(weights, margins(weights * seen - 0.1 * problem.kept))


def _uphill(part: Problem, theta: Floats, step: Floats, before: Floats) -> tuple[Floats, Floats]:
    """Return where the step leads, halved in the rows where the likelihood would fall."""
    share = np.ones((len(theta), 1))
    for _ in range(_HALVINGS):
        reached = theta + share * step
        after = part.expected(reached)
        gained = (part.margins * step).sum(1) * share[:, 0] - after.sum(1) + before.sum(1)
        fell = gained < -1e-9 * (1 + before.sum(1))
        if not fell.any():
            break
        share[fell] /= 2
    return reached, after


def _ending(part: Problem, step: Floats, moved: Floats) -> Ints:
    """Return how the climb ends with this step, if it does."""
    ended = np.where(np.abs(moved).max(1) < _STILL, CONVERGED, CLIMBING)
    at = np.where(part.counts > 0, np.abs(moved), np.maximum(moved, 0)).max(1)
    seem = np.flatnonzero((at < -_RECEDING / 4) & (moved.min(1) < _RECEDING))
    if len(seem):
        ended[seem[_recedes(part.rows(seem), step[seem], moved[seem])]] = RECEDED
    return ended


def _recedes(part: Problem, step: Floats, moved: Floats) -> Flags:
    """Return whether a step points where the likelihood rises for ever: no direction has to be believed, it is tried.

    The step is brought to where the histories that hardly moved do not move at all. If the others still go down then,
    and all who were counted stand still, the likelihood rises without end along it: there is no estimate.
    """
    still = part.kept & (moved > _RECEDING / 2)
    face = still.astype(float)
    shift = np.where(still, moved, 0.0)
    direction = step - part.solve(face, margins(shift), 1e-7)
    along = np.where(part.kept, logs(direction), 0.0)
    quiet = np.abs(np.where(still, along, 0.0)).max(1) < _QUIET
    down = np.where(part.kept & ~still, along, -np.inf).max(1) < _RECEDING / 4
    found: Flags = quiet & down & ~(~still & (part.counts > 0)).any(1)
    return found
