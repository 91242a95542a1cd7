# SPDX-License-Identifier: EUPL-1.2
"""Which pairs of lists and columns join a model, step by step.

From main effects on, pairs join: two lists that depend on each other, a list that reaches some persons more easily, two
columns that go together. As in `stepwise` that with the smallest p-value is next, as long as it is below the threshold.
A pair's p-value is the smallest one-sided Poisson tail in the cells of its margin, times how many there are
(Bonferroni), so that a column with many values does not join for having many. For two lists that is one cell, and the
p-value that of `stepwise`. A pair with which there is no estimate is passed over.

Where all lists reach persons of one value more easily, each by itself may show little. So a column may also join with
all lists at once; its p-value is that of the persons on two lists or more, by value.
"""

from typing import NamedTuple

import numpy as np
from scipy.special import pdtr, pdtrc

from baken.hidden_population.strata.fitting import Fit, Fitting, Pairs
from baken.hidden_population.tables import Floats

_PASSED = np.inf


class Chosen(NamedTuple):
    """The pairs of a model, and its fit."""

    pairs: Pairs
    fit: Fit


def chosen(fitting: Fitting, counts: Floats, threshold: float) -> Chosen | None:
    """Return the model that pairs have joined while they matter; nothing where main effects have no estimate."""
    pairs, told = Pairs(), fitting.fit(counts, Pairs())
    if not told:
        return None
    margins = _margins(fitting)
    chances = _p_values(margins, counts, told)
    while min(chances.values()) < threshold:
        best = min(chances, key=lambda some: chances[some])  # of equals the first
        if found := fitting.fit(counts, pairs | best):
            pairs, told = pairs | best, found
            out = {some for some, each in chances.items() if each == _PASSED or some <= pairs}
            chances = _p_values(margins, counts, told) | dict.fromkeys(out, _PASSED)
        else:
            chances[best] = _PASSED
    return Chosen(pairs, told)


def _margins(fitting: Fitting) -> dict[Pairs, Floats]:
    """Return what may join, one pair or a column with all lists, and the cells by which that is judged."""
    factors, seen = fitting.factors, fitting.factors.seen
    found = {Pairs([pair]): fitting.margin(pair)[:seen] for pair in factors.pairs}
    for column in factors.columns:
        found[Pairs((each, column) for each in range(factors.lists))] = factors.often(column)[:seen]
    return found


def _p_values(margins: dict[Pairs, Floats], counts: Floats, told: Fit) -> dict[Pairs, float]:
    return {some: _p_value(margin, counts, told) for some, margin in margins.items()}


def _p_value(margin: Floats, counts: Floats, told: Fit) -> float:
    seen, mean = counts @ margin, told.expected @ margin
    above = np.where(seen > 0, pdtrc(np.maximum(seen - 1, 0), mean), 1.0)
    return float(np.minimum(pdtr(seen, mean), above).min() * len(seen))
