# SPDX-License-Identifier: EUPL-1.2
"""Latent classes have the posterior that can be summed for one kind, and that plain Gibbs steps find for more."""

import numpy as np
import pytest
from scipy.special import betaln, gammaln

from baken.hidden_population.estimating import Spread, estimate
from baken.hidden_population.latent import believing
from baken.hidden_population.latent.believing import Chains
from baken.hidden_population.latent.walking import RATE, SHAPE, Walk
from baken.hidden_population.methods import Asked
from baken.hidden_population.tests.made import table

SHARES = [0.05, 0.25, 0.5, 0.75, 0.95]


def test_of_one_kind_it_is_the_posterior_that_can_be_summed():
    read = table()
    found = believing.posterior(read.counts, 1, kinds=1, walk=Walk(6000, 1000, 10)).totals.ravel()
    totals = np.arange(read.observed, 5000)
    on = [read.on(1 << bit) for bit in range(4)]
    logs = gammaln(totals) - gammaln(totals - read.observed + 1)
    logs += sum(betaln(each + 1, totals - each + 1) for each in on)
    shares = np.cumsum(np.exp(logs - logs.max()))
    expected = [totals[np.searchsorted(shares, share * shares[-1])] for share in SHARES]
    assert np.quantile(found, SHARES) == pytest.approx(expected, rel=0.03)


def gibbs(counts, kinds, steps, chance):
    """Return numbers of persons as R's package samples them, one chain, hidden persons' kinds among what is drawn."""
    places = np.flatnonzero(counts)
    histories, persons = (places[:, None] >> np.arange(3) & 1).astype(float), counts[places].astype(int)
    on, shares, evenness, lost = chance.random((kinds, 3)), np.full(kinds, 1 / kinds), 1.0, np.zeros(kinds)
    for _ in range(steps):
        likely = shares * np.exp(histories @ np.log(on).T + (1 - histories) @ np.log1p(-on).T)
        drawn = chance.multinomial(persons, likely / likely.sum(1, keepdims=True))
        members, listed = drawn.sum(0) + lost, drawn.T @ histories
        on = np.clip(chance.beta(1 + listed, 1 + members[:, None] - listed), 1e-9, 1 - 1e-9)
        after = members[::-1].cumsum()[::-1] - members
        breaks = np.clip(chance.beta(1 + members, evenness + after), 1e-9, 1 - 1e-9)
        breaks[-1] = 1
        left = np.cumsum(np.log1p(-breaks[:-1]))
        shares = breaks * np.exp([0, *left])
        evenness = chance.gamma(SHAPE + kinds - 1, 1 / (RATE - left[-1]))
        unseen = shares * np.exp(np.log1p(-on).sum(1))
        hidden = chance.negative_binomial(persons.sum(), 1 - unseen.sum())
        lost = chance.multinomial(hidden, unseen / unseen.sum())
        yield hidden + persons.sum()


def test_of_more_kinds_it_is_what_plain_gibbs_steps_find():
    counts = np.array([0.0, 30, 25, 18, 20, 15, 14, 16])
    slow = [*gibbs(counts, 3, 20_000, np.random.default_rng(2))][1000:]
    found = believing.posterior(counts, 1, kinds=3, walk=Walk(6000, 2000, 10)).totals.ravel()
    assert np.quantile(found, SHARES) == pytest.approx(np.quantile(slow, SHARES), rel=0.06)


def test_the_same_seed_walks_the_same_way_and_another_does_not():
    short = Walk(60, 20, 10)
    first, same, other = (believing.posterior(table().counts, seed, walk=short).totals for seed in (1, 1, 2))
    assert first.shape == (12, 4)
    assert (first == same).all()
    assert (first != other).any()


def test_chains_that_have_not_met_are_known():
    chance = np.random.default_rng(1)
    met = Chains(1000 + 50 * chance.standard_normal((4, 300)))
    apart = Chains(met.totals + np.array([[0], [0], [0], [400]]))
    assert met.have_met
    assert met.reduction == pytest.approx(1, abs=0.02)
    assert not apart.have_met
    assert Chains(np.full((2, 3), 5.0)).have_met


def test_it_is_a_method_with_an_interval_of_belief(monkeypatch):
    monkeypatch.setattr(believing.posterior, "__defaults__", (believing.KINDS, Walk(400, 200, 10)))
    told = estimate(table(), "lcmcr", Asked(seed=3), Spread(times=0))
    assert (told.method, told.model, told.interval.kind) == ("lcmcr", "up to 10 kinds", "credible")
    assert told.interval.low < told.estimate < told.interval.high


def test_chains_apart_are_a_warning(monkeypatch):
    apart = Chains(np.array([[300.0, 310, 305], [900, 910, 905]]))
    monkeypatch.setattr(believing, "posterior", lambda counts, seed: apart)
    told = estimate(table(), "lcmcr", None, Spread(times=0))
    assert any(each.startswith("chains have not met") for each in told.warnings)
