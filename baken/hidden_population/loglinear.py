# SPDX-License-Identifier: EUPL-1.2
"""Poisson log-linear models of capture histories, fitted many at once, minus infinity among their parameters.

The logarithm of a history's expected count is the sum of the parameters of the terms that it holds. What belongs to a
term is counted over the histories that hold it (its *margin*). The information matrix then needs no design: its entry
for two terms is the expected margin of their union. So a step of Newton serves a thousand tables at once.

Where a model's term has an empty margin, its parameter is minus infinity: the histories that hold it are left out, and
the others are fitted (Chan, Silverman & Vincent 2021, JASA 116:1297; Fienberg & Rinaldo 2012, Ann. Statist. 40:996).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln

from baken.hidden_population import existence
from baken.hidden_population.newton import CONVERGED, RECEDED, Problem, climb
from baken.hidden_population.tables import Floats
from baken.hidden_population.terms import Flags, logs, margins

_ROWS = 2048  # fitted at once; more are further from the core than its work is worth
FITTED, NOT_IDENTIFIABLE, NO_ESTIMATE = 0, 1, 2
Rows = Any  # numbers, flags or a slice: what an array takes


@dataclass(frozen=True, eq=False)
class Fits:
    """Fitted models: a row for each."""

    hidden: Floats  # expected persons on no list; nan where there is no estimate
    loglik: Floats  # of the observed histories, with the factorials
    expected: Floats  # by history; 0 where a term at minus infinity is held
    parameters: Floats  # by term; 0 where it is not in the model, minus infinity where its margin is empty
    verdicts: NDArray[np.int8]  # FITTED, NOT_IDENTIFIABLE or NO_ESTIMATE

    def rows(self, rows: Rows) -> "Fits":
        """Return some rows."""
        return Fits(
            self.hidden[rows], self.loglik[rows], self.expected[rows], self.parameters[rows], self.verdicts[rows]
        )

    def put(self, rows: Rows, others: "Fits") -> None:
        """Write other fits over some rows."""
        for ours, theirs in zip(vars(self).values(), vars(others).values(), strict=True):
            ours[rows] = theirs

    def totals(self, counts: Floats) -> Floats:
        """Return persons on lists and on none, for the tables that were fitted."""
        found: Floats = self.hidden + counts.sum(1)
        return found

    @property
    def near(self) -> Floats:
        """Finite parameters, from which the fit of a similar table may begin."""
        return np.where(np.isfinite(self.parameters), self.parameters, 0.0)


def fit(counts: Floats, models: Flags, start: Floats | None = None) -> Fits:
    """Fit a model to a table in each row, by maximum likelihood on the extended range.

    `counts` are persons by history, `models` flags by term, both `rows x 2 ** lists`; `start` gives parameters to begin
    from. A model whose parameters do not follow from the expected counts is not identifiable; one whose likelihood has
    no highest point has no estimate. Of either, only the verdict is told.
    """
    told = _untold(*counts.shape)
    for rows in _alike(models):
        told.put(rows, _fit(counts[rows], models[rows], None if start is None else start[rows]))
    return told


def _untold(rows: int, width: int) -> Fits:
    return Fits(
        np.empty(rows), np.empty(rows), np.empty((rows, width)), np.empty((rows, width)), np.empty(rows, np.int8)
    )


def _alike(models: Flags) -> Iterator[NDArray[np.intp]]:
    """Yield rows to be fitted together: models of about the same size."""
    sizes = np.argsort(models.sum(1), kind="stable")
    yield from (sizes[first : first + _ROWS] for first in range(0, len(sizes), _ROWS))


def _fit(counts: Floats, models: Flags, start: Floats | None) -> Fits:
    problem, empty = _problem(counts, models)
    verdicts = _identifiable(problem)
    theta, ended = climb(problem, start)
    verdicts[(ended == RECEDED) & (verdicts == FITTED)] = NO_ESTIMATE
    for row in np.flatnonzero((ended != CONVERGED) & (ended != RECEDED) & (verdicts == FITTED)):
        found = existence.exists(problem.counts[row], problem.free[row], problem.kept[row])
        verdicts[row] = FITTED if found else NO_ESTIMATE
    expected = problem.expected(theta)
    hidden = np.where(verdicts == FITTED, np.exp(theta[:, 0]), np.nan)
    return Fits(hidden, _loglik(problem, theta, expected), expected, np.where(empty, -np.inf, theta), verdicts)


def _problem(counts: Floats, models: Flags) -> tuple[Problem, Flags]:
    found = margins(counts)
    empty = models & (found == 0)
    kept = logs(empty.astype(float)) == 0
    kept[:, 0] = False  # nobody knows that count
    return Problem(counts, found, models & ~empty, kept), empty


def _identifiable(problem: Problem) -> NDArray[np.int8]:
    """Return a verdict for each row; no rank is needed.

    The histories that are kept, with 0, are closed downwards, and so is the model. Over all terms that they hold the
    design without history 0 has one dependency, with a coefficient of 1 or -1 for every term (inclusion and exclusion).
    So parameters depend on each other exactly where the model has all those terms.
    """
    saturated = problem.free.sum(1) == problem.kept.sum(1) + 1
    return np.where(saturated, NOT_IDENTIFIABLE, FITTED).astype(np.int8)


def _loglik(problem: Problem, theta: Floats, expected: Floats) -> Floats:
    told: Floats = (problem.margins * theta).sum(1) - expected.sum(1) - gammaln(problem.counts + 1).sum(1)
    return told
