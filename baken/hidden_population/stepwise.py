# SPDX-License-Identifier: EUPL-1.2
"""Stepwise: pairs of lists are added while one overlaps more, or less, than chance would have it.

From independence on, the pair with the smallest p-value joins the model, as long as that is below a threshold. The
p-value is the smaller of the two one-sided Poisson tails of its overlap, by what the model expects. A pair with which
no estimate would exist, or none that is identifiable, is passed over. Chan, Silverman & Vincent 2021, JASA 116:1297.
"""

import numpy as np
from scipy.special import pdtr, pdtrc

from baken.hidden_population.loglinear import FITTED, Fits, fit
from baken.hidden_population.newton import Ints
from baken.hidden_population.tables import Floats
from baken.hidden_population.terms import Flags, flags, independence, margins, pairs

THRESHOLD = 0.02


def stepwise(counts: Floats, threshold: float = THRESHOLD) -> tuple[Flags, Fits]:
    """Return the model chosen for each table, and its fit; `counts` are persons by history, a row for each table."""
    lists = counts.shape[1].bit_length() - 1
    some = np.array(pairs(lists))
    overlaps = margins(counts)[:, some]
    models = np.repeat(flags([independence(lists)], lists), len(counts), 0)
    told = fit(counts, models)
    chances = _chances(margins(told.expected), overlaps, some)
    while len(rows := np.flatnonzero(chances.min(1) < threshold)):
        best = chances[rows].argmin(1)  # of equals the first
        tried = models[rows]
        tried[np.arange(len(rows)), some[best]] = True
        found = fit(counts[rows], tried, _start(told, rows, some[best], overlaps[rows, best]))
        good = found.verdicts == FITTED
        chances[rows[~good], best[~good]] = 1
        models[rows[good]] = tried[good]
        told.put(rows[good], found.rows(good))
        chances[rows[good]] = _chances(margins(found.expected[good]), overlaps[rows[good]], some)
        chances[models[:, some]] = 1
    return models, told


def _chances(expected: Floats, overlaps: Floats, some: Ints) -> Floats:
    """Return the p-value of each pair; `expected` are margins by term."""
    means = expected[:, some]
    above = np.where(overlaps > 0, pdtrc(np.maximum(overlaps - 1, 0), means), 1.0)
    found: Floats = np.minimum(pdtr(overlaps, means), above)
    return found


def _start(told: Fits, rows: Ints, added: Ints, overlaps: Floats) -> Floats:
    """Return where the larger model's parameters are likely to be."""
    start = told.near[rows]
    at = np.arange(len(rows))
    expected = margins(told.expected[rows])[at, added]
    start[at, added] = np.log(np.maximum(overlaps, 1) / np.maximum(expected, 1e-12))
    return start
