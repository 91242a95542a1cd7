# SPDX-License-Identifier: EUPL-1.2
"""Intervals by the likelihood of one model, which is taken for true: Wald's, and the profile's."""

from collections.abc import Callable

import numpy as np
from scipy.optimize import brentq
from scipy.special import chdtri, ndtri

from baken.hidden_population.bootstrap import PER_CENT, Interval, tails
from baken.hidden_population.loglinear import Fits
from baken.hidden_population.tables import Floats
from baken.hidden_population.terms import Model, holds

_FIRST, _WIDEST = 0.25, 60  # in logarithms of the hidden count; further away nothing is told any more
_STEPS, _STILL = 50, 1e-9


def wald(counts: Floats, told: Fits, model: Model, level: float) -> Interval:
    """Return the interval that the curvature of the likelihood gives the logarithm of the hidden count, for one fit."""
    design, _ = _design(told, model)
    expected = told.expected[0][told.expected[0] > 0]
    spread = np.sqrt(np.linalg.inv(design.T @ (expected[:, None] * design))[0, 0])
    low, high = counts.sum() + np.exp(told.parameters[0, 0] + ndtri(tails(level)) * spread)
    return Interval(level, float(low), float(high), "wald")


def profile(counts: Floats, told: Fits, model: Model, level: float) -> Interval:
    """Return the hidden counts at which the likelihood, at its highest over all else, has fallen as a level allows."""
    design, start = _design(told, model)
    seen, best = counts[told.expected[0] > 0], float(told.parameters[0, 0])
    lowest = _height(design, seen, start, best) - float(chdtri(1, 1 - level / PER_CENT)) / 2

    def above(at: float) -> float:
        return _height(design, seen, start, at) - lowest

    low, high = (counts.sum() + np.exp(_crossing(above, best, direction)) for direction in (-1, 1))
    return Interval(level, float(low), float(high), "profile")


def _design(told: Fits, model: Model) -> tuple[Floats, Floats]:
    """Return which kept history holds which finite term, and the parameters of those terms but the first."""
    kept, free = np.flatnonzero(told.expected[0]), np.array(sorted(model))
    free = free[np.isfinite(told.parameters[0, free])]
    return holds(told.expected.shape[1].bit_length() - 1)[np.ix_(kept, free)], told.parameters[0, free[1:]]


def _height(design: Floats, seen: Floats, theta: Floats, at: float) -> float:
    """Return the log-likelihood at a hidden count, by its logarithm, as high as the other parameters can make it."""
    others = design[:, 1:]
    for _ in range(_STEPS):
        expected = np.exp(at + others @ theta)
        step = np.linalg.solve(others.T @ (expected[:, None] * others), others.T @ (seen - expected))
        theta = theta + step / max(1.0, np.abs(others @ step).max())
        if np.abs(step).max() < _STILL:
            break
    logs = at + others @ theta
    return float(seen @ logs - np.exp(logs).sum())


def _crossing(above: Callable[[float], float], best: float, direction: int) -> float:
    """Return where a likelihood has fallen as far as it may, going up or down from its highest point."""
    reach = _FIRST
    while above(best + direction * reach) > 0:
        reach *= 2
        if reach > _WIDEST:
            return direction * np.inf
    return float(brentq(above, best, best + direction * reach, xtol=_STILL))
