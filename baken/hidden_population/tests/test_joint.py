# SPDX-License-Identifier: EUPL-1.2
"""The joint model is where a plain maximiser ends, is stepwise where there is one stratum, and lends to thin strata."""

from itertools import chain, combinations

import numpy as np
import pytest
from scipy.optimize import minimize

from baken.hidden_population.estimating import Spread, estimate
from baken.hidden_population.existence import has_highest_point
from baken.hidden_population.methods import Asked
from baken.hidden_population.strata import choosing
from baken.hidden_population.strata.factors import factors
from baken.hidden_population.strata.fitting import Fitting
from baken.hidden_population.strata.joint import joint
from baken.hidden_population.strata.parts import Strata
from baken.hidden_population.tables import Table
from baken.hidden_population.tests.made import drawn, table

NONE = Spread(times=0)


def strata(by, tables, lists=("a", "b", "c")):
    return Strata(by, {values: Table(lists, np.asarray(counts, float)) for values, counts in tables.items()})


def made(seed, years=("1", "2", "3"), scale=12):
    rng = np.random.default_rng(seed)
    return strata(("year",), {(year,): rng.poisson(scale, 8) * (np.arange(8) > 0) for year in years})


def test_the_cells_are_histories_by_strata():
    told, counts = factors(strata(("y", "z"), {("1", "f"): range(8), ("2", "m"): [0, *[9] * 7]}))
    assert (told.names, told.lists, told.strata, told.seen) == (("a", "b", "c", "y", "z"), 3, 4, 28)
    rows = dict(zip(map(tuple, told.values[:28].tolist()), counts, strict=True))
    assert rows[1, 0, 1, 0, 0] == 5
    assert rows[1, 1, 1, 1, 1] == 9
    assert rows[1, 1, 1, 0, 1] == 0
    assert told.values[28:].tolist() == [[0, 0, 0, 0, 0], [0, 0, 0, 0, 1], [0, 0, 0, 1, 0], [0, 0, 0, 1, 1]]


def test_a_design_has_effects_beside_the_first_value_and_their_products():
    told, _ = factors(made(1))
    assert told.design(frozenset()).shape == (24, 1 + 3 + 2)
    assert told.design(frozenset([(0, 1), (2, 3)])).shape == (24, 6 + 1 + 2)
    assert told.margin((0, 3)).sum(0).tolist() == [4, 4, 4]
    assert told.name(frozenset([(2, 3), (0, 1)])) == "a:b + c:year"


@pytest.mark.parametrize("pairs", [[], [(0, 1)], [(0, 3), (1, 2)], [(0, 1), (0, 3), (1, 3), (2, 3)]])
def test_it_is_where_a_plain_maximiser_ends(pairs):
    told, counts = factors(made(2))
    found = Fitting(told).fit(counts, frozenset(pairs))
    design = told.design(frozenset(pairs))

    def lost(theta):
        return np.exp(design[:21] @ theta).sum() - counts @ design[:21] @ theta

    def slope(theta):
        return design[:21].T @ (np.exp(design[:21] @ theta) - counts)

    best = minimize(lost, np.full(design.shape[1], 0.1), jac=slope, method="BFGS", options={"gtol": 1e-8}).x
    assert found.hidden == pytest.approx(np.exp(design[21:] @ best), rel=1e-5)


def test_with_one_stratum_it_is_stepwise():
    whole = table()
    told = joint(Strata(("year",), {("2020",): whole}), Asked(p=0.3), NONE)
    one = estimate(whole, "stepwise", Asked(p=0.3), NONE)
    assert (one.model, told.model) == ("[14,24,34]", "work:street + care:street + police:street")
    assert told.estimate == pytest.approx(one.estimate)
    assert len(told.strata) == 1


def test_saturated_in_its_column_it_is_each_stratum_by_itself():
    some = made(3, ("1", "2"))
    told, counts = factors(some)
    found = Fitting(told).fit(counts, frozenset([(0, 3), (1, 3), (2, 3)]))
    alone = [estimate(each, "independence", None, NONE).hidden for each in some.tables.values()]
    assert found.hidden == pytest.approx(alone)


@pytest.mark.parametrize("seed", range(6))
def test_each_verdict_is_that_of_the_linear_programme_and_of_a_rank(seed):
    rng = np.random.default_rng(seed)
    some = strata(("y",), {(each,): drawn(rng, 3) * (rng.random(8) < 0.7) for each in "12"})
    told, counts = factors(some)
    fitting = Fitting(told)
    for pairs in map(frozenset, chain.from_iterable(combinations(told.pairs, size) for size in range(4))):
        assert (fitting.fit(counts, pairs) is not None) == slowly(fitting, counts, pairs)


def slowly(fitting, counts, pairs):
    """Return whether every hidden count has one estimate, by ranks and a linear programme alone."""
    kept = np.ones(16, bool)
    for margin in (fitting.factors.singles, *map(fitting.margin, pairs)):
        for column in margin.T:
            if not counts @ column[:14]:
                kept &= column == 0
    design = fitting.factors.design(pairs)
    seen = design[:14][kept[:14]]
    hidden = design[14:][kept[14:]]
    if np.linalg.matrix_rank(np.vstack([seen, hidden])) > np.linalg.matrix_rank(seen):
        return False
    return has_highest_point(seen, counts[kept[:14]])


def test_pairs_of_lists_with_columns_join_where_a_list_reaches_some_more_easily():
    rng = np.random.default_rng(4)
    told = joint(
        strata(("sex",), {(sex,): people(rng, 3000, first) for sex, first in (("f", 0.4), ("m", 0.05))}), Asked(), NONE
    )
    assert told.model == "a:sex"
    assert [each.estimate for each in told.strata] == [pytest.approx(3000, rel=0.1)] * 2


def test_a_column_joins_with_all_lists_where_all_reach_some_more_easily():
    rng, chances = np.random.default_rng(8), np.array([0.1, 0.08, 0.06])
    some = strata(("sex",), {("f",): seen(rng, 1000, 1.8 * chances), ("m",): seen(rng, 1000, 0.7 * chances)})
    told = joint(some, Asked(), NONE)
    assert told.model == "a:sex + b:sex + c:sex"
    assert told.estimate > 1.1 * joint(some, Asked(p=0.0), NONE).estimate


def people(rng, persons, first):
    return seen(rng, persons, [first, 0.2, 0.15])


def seen(rng, persons, chances):
    on = rng.random((persons, 3)) < chances
    counts = np.bincount(on @ [1, 2, 4], minlength=8)
    counts[0] = 0
    return counts


def test_thin_strata_borrow_from_the_others():
    rng = np.random.default_rng(5)
    told = joint(
        strata(("sex",), {("f",): people(rng, 4000, 0.3), ("m",): people(rng, 40, 0.3)}), Asked(), Spread(times=40)
    )
    assert told.strata[1].estimate == pytest.approx(40, rel=0.4)
    assert told.strata[1].interval.high < 90
    assert sum(each.estimate for each in told.strata) == pytest.approx(told.estimate)
    assert told.interval.low < told.estimate < told.interval.high
    assert told.interval.kind == "bca"


def test_a_value_that_nobody_has_hides_nobody():
    first = [0, 30, 20, 9, 25, 8, 7, 2]
    told = joint(strata(("y",), {("1",): first, ("2",): [0] * 8}), Asked(), NONE)
    assert told.strata[1].hidden == 0
    assert told.estimate == pytest.approx(joint(strata(("y",), {("1",): first}), Asked(), NONE).estimate)


def test_values_that_nobody_combines_may_hide_somebody():
    told = joint(strata(("y", "z"), {("1", "f"): [0, *[9] * 7], ("2", "m"): [0, *[3] * 7]}), Asked(p=0.0), NONE)
    assert [each.observed for each in told.strata] == [63, 0, 0, 21]
    assert all(each.hidden > 0 for each in told.strata)


def test_a_column_with_many_values_does_not_join_for_having_many():
    fitting_of = factors(made(6, tuple("123456"), 30))
    fitting = Fitting(fitting_of[0])
    told = fitting.fit(fitting_of[1], frozenset())
    margin = fitting.margin((0, 3))[: fitting.factors.seen]
    alone = min(choosing._p_value(column[:, None], fitting_of[1], told) for column in margin.T)
    assert choosing._p_value(margin, fitting_of[1], told) == pytest.approx(6 * alone)
