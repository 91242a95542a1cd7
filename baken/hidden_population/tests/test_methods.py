# SPDX-License-Identifier: EUPL-1.2
"""Each method chooses as its authors say, told a second time slowly; intervals hold what they should."""

from itertools import chain, combinations

import numpy as np
import pytest
from scipy.stats import poisson

from baken.hidden_population import bootstrap, decomposable, hierarchical, loglinear, stepwise, terms
from baken.hidden_population.estimating import Spread, estimate
from baken.hidden_population.methods import METHODS, Asked
from baken.hidden_population.tables import Faults
from baken.hidden_population.tests.made import FLAT, SPARSE, drawn, table

QUICK = Spread(times=60)


def slow_stepwise(counts, threshold):
    """Choose pairs one table at a time, every candidate tried before."""
    lists = len(counts).bit_length() - 1
    model = terms.independence(lists)
    while True:
        told = fitted(counts, model)
        chances = {pair: chance(counts, told, pair) for pair in terms.pairs(lists) if pair not in model}
        chances = {pair: each for pair, each in chances.items() if fitted(counts, model | {pair}).verdicts[0] == 0}
        if not chances or min(chances.values()) >= threshold:
            return model
        model |= {min(chances, key=lambda pair: chances[pair])}


def fitted(counts, model):
    return loglinear.fit(counts[None], terms.flags([model], len(counts).bit_length() - 1))


def chance(counts, told, pair):
    holding = [each for each in range(1, len(counts)) if each & pair == pair]
    seen, mean = counts[holding].sum(), told.expected[0, holding].sum()
    return min(poisson.cdf(seen, mean), poisson.sf(seen - 1, mean))


@pytest.mark.parametrize("threshold", [0.02, 0.3])
def test_stepwise_over_many_tables_is_stepwise_over_each(threshold):
    rng = np.random.default_rng(5)
    counts = np.array([drawn(rng, 4) + 3 * rng.poisson(2, 16) * (np.arange(16) > 0) for _ in range(15)])
    models, told = stepwise.stepwise(counts, threshold)
    for row, each in enumerate(counts):
        chosen = slow_stepwise(each, threshold)
        assert terms.model(models[row]) == chosen
        assert told.hidden[row] == pytest.approx(fitted(each, chosen).hidden[0], rel=1e-7, nan_ok=True)


def test_all_hierarchical_models_are_there_and_no_other():
    assert [len(hierarchical.enumerated(3, order)) for order in (1, 2)] == [1, 8]
    assert [len(hierarchical.enumerated(4, order)) for order in (1, 2, 3)] == [1, 64, 113]
    assert len(hierarchical.enumerated(5, 2)) == 1024
    some = {terms.model(row) for row in hierarchical.enumerated(4, 3)}
    larger = [each for each in range(15) if each.bit_count() > 1]
    closures = (terms.closed(each, 4) for each in chain.from_iterable(combinations(larger, size) for size in range(7)))
    assert some == set(closures)


def test_too_many_models_are_refused():
    with pytest.raises(Faults, match="downhill"):
        hierarchical.enumerated(7, 2)
    with pytest.raises(Faults, match="downhill"):
        hierarchical.enumerated(6, 3)


def test_bic_takes_the_smallest_and_counts_persons_and_parameters():
    counts = table().counts
    models, told, scores = hierarchical.ranked(counts, 3)
    assert (np.diff(scores) >= 0).all()
    mean = told.expected[0, 1:]
    by_hand = -2 * poisson.logpmf(counts[1:], mean).sum() + models[0].sum() * np.log(counts.sum())
    assert scores[0] == pytest.approx(by_hand)


def test_resamples_choose_among_the_best_models_as_one_by_one():
    counts = table().counts
    models, told, _ = hierarchical.ranked(counts, 2)
    draws = bootstrap.resampled(counts, 5, 1)
    found = hierarchical.best_of(draws, models[:20], told.rows(slice(20)))
    for row, total in zip(draws, found, strict=True):
        tables = np.repeat(row[None], 20, 0)
        each = loglinear.fit(tables, models[:20])
        assert total == pytest.approx(each.totals(tables)[hierarchical.bic(tables, models[:20], each).argmin()])


def test_resamples_choose_among_as_many_models_as_is_usual():
    assert [hierarchical.default_top(lists) for lists in (3, 4, 5, 6)] == [None, 20, 100, 100]
    few, usual = (estimate(table(), "bic", Asked(top=top), QUICK).interval for top in (1, None))
    assert few.high - few.low < usual.high - usual.low


def test_downhill_ends_where_no_neighbour_is_better():
    counts = np.array([table().counts, table().counts[np.arange(16)] * 3])
    models, _, scores = hierarchical.downhill(counts, 3)
    for row, model in enumerate(models):
        near = terms.flags(hierarchical.neighbours(terms.model(model), 4, 3), 4)
        some = np.repeat(counts[row][None], len(near), 0)
        assert hierarchical.bic(some, near, loglinear.fit(some, near)).min() >= scores[row]


def test_decomposable_graphs_are_as_many_as_there_are():
    # 2, 8, 61, 822 and 18154 labelled chordal graphs (OEIS A058862), less the complete one.
    assert [len(decomposable.decomposable(lists)) for lists in (2, 3, 4, 5)] == [1, 7, 60, 821]


def test_cliques_and_separators_are_those_of_the_graph():
    path = ([0b011, 0b110], [0b010])
    assert path in [(sorted(cliques), seps) for cliques, seps in decomposable.decomposable(3)]
    for cliques, separators in decomposable.decomposable(4):
        assert sum(map(int.bit_count, cliques)) - sum(map(int.bit_count, separators)) == 4


def test_two_independent_lists_have_the_posterior_that_can_be_written_down():
    read = table("a,b,n\n1,0,60\n0,1,40\n1,1,20\n")
    found = decomposable.posterior(read.counts)
    expected = []
    for total in found.totals:
        hidden = total - 120
        lists = [lbeta(80 + 0.5, total - 80 + 0.5), lbeta(60 + 0.5, total - 60 + 0.5)]
        expected.append(sum(lists) + log_choose(total, hidden) - np.log(total))
    weights = np.exp(expected - np.max(expected))
    assert np.allclose(found.weights, weights / weights.sum(), atol=1e-9)


def lbeta(one, other):
    return decomposable.gammaln(one) + decomposable.gammaln(other) - decomposable.gammaln(one + other)


def log_choose(total, hidden):
    return decomposable.gammaln(total + 1) - decomposable.gammaln(hidden + 1)


@pytest.mark.parametrize("method", METHODS)
def test_every_method_gives_an_estimate_within_its_interval(method):
    found = estimate(table(), method, Asked(model="[12,3,4]"), QUICK)
    assert found.lists == ("work", "care", "police", "street")
    assert found.interval.low < found.estimate < found.interval.high
    assert found.hidden == pytest.approx(found.estimate - found.observed)
    assert found.interval.kind == ("credible" if method in {"bma", "lcmcr"} else "bca")


def test_the_same_seed_gives_the_same_interval_and_another_does_not():
    first, same, other = (estimate(table(), "stepwise", None, Spread(times=50, seed=seed)) for seed in (1, 1, 2))
    assert first.interval == same.interval != other.interval


def test_no_resamples_mean_no_interval():
    assert estimate(table(), "stepwise", None, Spread(times=0)).interval is None


@pytest.mark.parametrize("kind", ["profile", "wald"])
def test_intervals_by_the_likelihood_are_near_those_by_resampling(kind):
    read = table()
    told = estimate(read, "independence", None, Spread(kind=kind, times=0)).interval
    drawn_ones = estimate(read, "independence", None, Spread(kind="percentile", times=400)).interval
    assert told.kind == kind
    assert (told.low, told.high) == (pytest.approx(drawn_ones.low, rel=0.15), pytest.approx(drawn_ones.high, rel=0.15))


def test_a_profile_is_as_high_as_it_says():
    read = table("a,b,n\n1,0,60\n0,1,40\n1,1,20\n")
    told = estimate(read, "independence", None, Spread(kind="profile", times=0)).interval
    for end in (told.low, told.high):
        # With the hidden count given, both lists are known from four counts under independence.
        hidden = end - 120
        low = height(np.array([hidden, 60, 40, 20]))
        assert 2 * (height(np.array([120.0, 60, 40, 20])) - low) == pytest.approx(3.8415, rel=1e-3)


def height(counts):
    """Return the highest likelihood of the observed counts where the first is given, by a search over one parameter."""
    hidden, one, other, both = counts
    best = -np.inf
    for first in np.linspace(0.05, 3, 1500):
        # Given the first odds, the second has a closed form.
        second = (other + both) / (hidden * (1 + first))
        mean = hidden * np.array([first, second, first * second])
        best = max(best, np.array([one, other, both]) @ np.log(mean) - mean.sum())
    return best


def test_a_bootstrap_on_one_side_of_the_estimate_gives_percentiles_and_says_so():
    low, _ = bootstrap.bca(np.array([5.0, 6, 7]), 1.0, 0.0, 95)
    assert np.isnan(low)


def test_bca_without_bias_or_acceleration_is_the_percentile_interval():
    draws = np.arange(1, 1001, dtype=float)
    assert bootstrap.bca(draws, 500.5, 0.0, 95) == pytest.approx(bootstrap.percentile(draws, 95))
    low, high = bootstrap.bca(draws, 500.5, 0.1, 95)
    assert low > bootstrap.percentile(draws, 95)[0]
    assert high > bootstrap.percentile(draws, 95)[1]


@pytest.mark.parametrize(
    ("model", "said"),
    [("[12,13,23]", "not identifiable"), ("[13,2]", "no maximum likelihood estimate"), (None, "needs")],
)
def test_a_model_without_estimate_is_named(model, said):
    with pytest.raises(Faults, match=said):
        estimate(table(SPARSE), "fixed", Asked(model=model))


def test_what_is_at_minus_infinity_is_told():
    told = estimate(table(SPARSE), "fixed", Asked(model="[12,23]"), QUICK).warnings
    assert "12 is at minus infinity: nobody is on a and b" in told


def test_bma_says_where_its_numbers_end_too_soon():
    assert any("largest numbers" in each for each in estimate(table(SPARSE), "bma").warnings)
    assert not any("largest numbers" in each for each in estimate(table(FLAT * 1), "bma").warnings)
