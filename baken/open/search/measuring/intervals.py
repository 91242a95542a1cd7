# SPDX-License-Identifier: EUPL-1.2
"""How sure a figure is: 95 % intervals by the bootstrap, as if other topics of the same kind had been asked."""

from typing import NamedTuple

import numpy as np

from baken.open.search.measuring.judging import MEASURES, Scores

RESAMPLES = 5000
# Fixed, so that the same run always has the same interval.
_SEED = 1


class Interval(NamedTuple):
    """A mean over topics, and the bounds between which it lies in 95 of 100 drawings of as many topics."""

    value: float
    low: float
    high: float


def means(scores: Scores) -> dict[str, Interval]:
    """Return the mean of each of `MEASURES` with its interval; ``scores`` has a row a topic and a column a measure."""
    drawn = _drawn(scores)
    bounds = zip(MEASURES, scores.mean(axis=0), *np.percentile(drawn, (2.5, 97.5), axis=0), strict=True)
    return {name: Interval(*(round(float(each), 6) for each in row)) for name, *row in bounds}


def differences(ours: Scores, others: Scores) -> dict[str, Interval]:
    """Return by how much the first of two is better, topic by topic; both have the same topics in the same order.

    Far surer than laying two intervals side by side: a topic that is hard for both does not blur the difference.
    """
    return means(ours - others)


def _drawn(scores: Scores) -> Scores:
    """Return the means of drawings of as many topics, with return: a row a drawing, a column a measure."""
    chance, count = np.random.default_rng(_SEED), len(scores)
    return np.array([scores[chance.integers(count, size=count)].mean(axis=0) for _ in range(RESAMPLES)])
