# SPDX-License-Identifier: EUPL-1.2
"""Latent classes: persons are of hidden kinds, and within a kind lists know nothing of each other.

How many kinds there are is not said: their shares come by breaking a stick, at most ten times, and a table that needs
few gets few. Priors are those of R's LCMCR: any share of a kind on a list is as likely, the stick breaks by a gamma of
0.25 and 0.25, and a population is the likelier the smaller, 1 / N. Manrique-Vallier 2016, Biometrics 72:1246.
"""

from typing import NamedTuple

import numpy as np

from baken.hidden_population.bootstrap import Interval, Seed, percentile
from baken.hidden_population.latent.walking import Seen, Walk, walked
from baken.hidden_population.tables import Floats

KINDS = 10
_CHAINS, _WALK = 12, Walk(12_000, 4_000, 20)
_APART = 1.1  # where the spread of all is larger by this factor than that of each, chains have not met


class Chains(NamedTuple):
    """What is believed once the table is known: numbers of persons, a row for each chain."""

    totals: Floats

    @property
    def median(self) -> float:
        """The number below which half of the belief is."""
        return float(np.median(self.totals))

    @property
    def reduction(self) -> float:
        """By what factor the spread could fall if chains walked on, of the logarithm (Gelman & Rubin 1992)."""
        logs = np.log(self.totals)
        within, steps = float(logs.var(axis=1, ddof=1).mean()), logs.shape[1]
        between = float(logs.mean(axis=1).var(ddof=1))
        return float(np.sqrt((steps - 1) / steps + between / within)) if within else 1.0

    @property
    def have_met(self) -> bool:
        """Whether chains agree where the population is."""
        return self.reduction < _APART

    def interval(self, level: float) -> Interval:
        """Return the interval that leaves as much belief out on either side."""
        return Interval(level, *percentile(self.totals.ravel(), level), "credible")

    def draws(self, times: int, seed: Seed) -> Floats:
        """Return so many numbers of persons, drawn as they are believed."""
        found: Floats = np.random.default_rng(seed).choice(self.totals.ravel(), times)
        return found


def posterior(counts: Floats, seed: int, kinds: int = KINDS, walk: Walk = _WALK) -> Chains:
    """Return the posterior of the population, from persons by history."""
    source, places = np.random.SeedSequence(seed), np.flatnonzero(counts)
    histories = (places[:, None] >> np.arange(len(counts).bit_length() - 1) & 1).astype(float)
    seen = Seen(histories, counts[places])
    none = np.array([walked(seen, kinds, walk, each) for each in source.generate_state(_CHAINS)])
    hidden = np.random.default_rng(source).negative_binomial(counts.sum(), 1 - none)
    return Chains(hidden + counts.sum())
