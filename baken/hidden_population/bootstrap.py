# SPDX-License-Identifier: EUPL-1.2
"""Intervals by resampling the persons observed: bias-corrected and accelerated (BCa), or plain percentiles.

Each resample has as many persons as were observed, and goes through all that the table went through, the choice of a
model included. DiCiccio & Efron 1996, Statistical Science 11:189; for such tables Chan, Silverman & Vincent 2021, 3.3.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from scipy.special import ndtr, ndtri

from baken.hidden_population.tables import Floats
from baken.hidden_population.worded import Worded, worded

Again = Callable[[Floats], Floats]  # totals of other tables, by the same method; nan where there is none
Seed = int | np.random.SeedSequence
PER_CENT = 100
_MANY_FAILED = 0.01  # of the resamples


@dataclass(frozen=True)
class Interval:
    """Between which numbers of persons the population is, at a level in per cent, and how that was found."""

    level: float
    low: float
    high: float
    kind: str


class Moves(NamedTuple):
    """How much an estimate goes down without each person; persons of one history move it alike."""

    persons: Floats
    down: Floats  # from the mean of what is left without each


@dataclass(frozen=True, eq=False)
class Chance:
    """What chance makes of an estimate, and how that of several together is found."""

    total: float
    draws: Floats  # nan where a resample has no estimate
    moves: Moves | None = None  # nothing where no BCa interval is asked for
    kind: str = "percentile"

    def interval(self, level: float) -> tuple[Interval | None, list[Worded]]:
        """Return the interval, none where there is none, and what is to be said of it."""
        draws = self.draws[np.isfinite(self.draws)]
        notes = [*_failed(len(self.draws) - len(draws), len(self.draws))]
        if self.moves:
            low, high = bca(draws, self.total, acceleration(self.moves), level)
            if np.isfinite(low):
                return Interval(level, low, high, "bca"), notes
            notes.append(worded("a BCa interval cannot be computed for this table; plain percentiles are given"))
        low, high = percentile(draws, level)
        return (Interval(level, low, high, self.kind) if np.isfinite(low) else None), notes


def together(chances: Sequence[Chance]) -> Chance:
    """Return what chance makes of a sum, whose parts know nothing of each other."""
    moves = [each.moves for each in chances if each.moves]
    return Chance(
        sum(each.total for each in chances), np.sum([each.draws for each in chances], 0),
        Moves(*map(np.concatenate, zip(*moves, strict=True))) if moves else None, chances[0].kind,
    )  # fmt: skip


def _failed(failed: int, times: int) -> Iterator[Worded]:
    if failed > _MANY_FAILED * times:
        yield worded("{failed} of {times} resamples have no estimate and were left out", failed=failed, times=times)


def resampled(counts: Floats, times: int, seed: Seed) -> Floats:
    """Return tables of as many persons, drawn from those observed with replacement: a row for each."""
    found: Floats = (
        np.random.default_rng(seed).multinomial(int(counts.sum()), counts / counts.sum(), times).astype(float)
    )
    return found


def without_one(counts: Floats) -> tuple[Floats, Floats]:
    """Return how many persons each history has that has any, and the tables without one of them."""
    seen = np.flatnonzero(counts)
    fewer = np.repeat(counts[None], len(seen), 0)
    fewer[np.arange(len(seen)), seen] -= 1
    return counts[seen], fewer


def moved(persons: Floats, totals: Floats) -> Moves:
    """Return what an estimate does without one person of each history, given its totals then; nan if one cannot go."""
    return Moves(persons, (persons @ totals) / persons.sum() - totals)


def moves(counts: Floats, again: Again) -> Moves:
    """Return what an estimate does without each person in turn."""
    persons, fewer = without_one(counts)
    return moved(persons, again(fewer))


def acceleration(told: Moves) -> float:
    """Return how fast the spread changes with the estimate; nan if it is not known."""
    spread = told.persons @ told.down**2
    return float(told.persons @ told.down**3 / (6 * spread**1.5)) if not spread <= 0 else 0.0


def tails(level: float) -> Floats:
    """Return the shares below an interval's two ends."""
    return np.array([0.5 - level / PER_CENT / 2, 0.5 + level / PER_CENT / 2])


def bca(draws: Floats, estimate: float, accelerated: float, level: float) -> tuple[float, float]:
    """Return a BCa interval, nan where all draws are on one side of the estimate or the acceleration is not known."""
    bias = ndtri((draws < estimate).mean()) if len(draws) else np.nan
    if not np.isfinite([bias, accelerated]).all():
        return np.nan, np.nan
    shifted = bias + ndtri(tails(level))
    shares = ndtr(bias + shifted / (1 - accelerated * shifted))
    return _quantiles(draws, shares)


def percentile(draws: Floats, level: float) -> tuple[float, float]:
    """Return the interval that leaves the same share of the draws out on either side."""
    return _quantiles(draws, tails(level))


def _quantiles(draws: Floats, shares: Floats) -> tuple[float, float]:
    """Return quantiles that are about the median of what they estimate (type 8 of Hyndman & Fan 1996)."""
    if not len(draws):
        return np.nan, np.nan
    low, high = np.quantile(draws, shares, method="median_unbiased")
    return float(low), float(high)
