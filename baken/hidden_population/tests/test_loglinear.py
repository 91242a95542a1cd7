# SPDX-License-Identifier: EUPL-1.2
"""Fits are where a plain maximiser ends, and every verdict is that of the linear programme and of a rank."""

from itertools import combinations

import numpy as np
import pytest

from baken.hidden_population import existence, loglinear, newton, terms
from baken.hidden_population.tables import Faults
from baken.hidden_population.tests.made import FLAT, SPARSE, drawn, plain_fit, table

MODELS = ["[1,2,3,4]", "[12,3,4]", "[12,23,34]", "[123,34]", "[12,13,14,23,24,34]"]


def fitted(read, *names):
    lists = len(read.lists)
    models = terms.flags([terms.parse(each, lists) for each in names], lists)
    return loglinear.fit(np.repeat(read.counts[None], len(names), 0), models)


def test_models_fitted_together_are_where_a_plain_maximiser_ends():
    read = table()
    found = fitted(read, *MODELS).totals(np.repeat(read.counts[None], len(MODELS), 0))
    for name, total in zip(MODELS, found, strict=True):
        assert total == pytest.approx(plain_fit(read, sorted(terms.parse(name, 4))), rel=1e-6)


def test_two_lists_give_the_estimate_of_lincoln_and_petersen():
    found = fitted(table("a,b,n\n1,0,60\n0,1,40\n1,1,20\n"), "[1,2]")
    assert found.hidden[0] == pytest.approx(60 * 40 / 20)


def test_a_pair_without_overlap_is_at_minus_infinity_and_the_rest_is_fitted():
    read = table(SPARSE)
    found = fitted(read, "[12,3]")
    assert np.isneginf(found.parameters[0, 0b011])
    assert found.expected[0, [0b011, 0b111]].tolist() == [0, 0]
    assert found.hidden[0] == pytest.approx(plain_fit(read, [0, 1, 2, 4], without=0b011) - read.observed, rel=1e-6)
    assert fitted(read, "[12,23]").hidden[0] == pytest.approx(30 * 15 / 4)


@pytest.mark.parametrize("lists", [3, 4])
def test_each_verdict_is_that_of_the_linear_programme_and_of_a_rank(lists):
    rng, larger = np.random.default_rng(lists), [each for each in range(1 << lists) if each.bit_count() > 1]
    some = {terms.closed(each, lists) for size in range(4) for each in combinations(larger[:-1], size)}
    models, met = terms.flags(some, lists), set()
    for _ in range(30 // lists**2 + 2):
        counts = np.repeat(drawn(rng, lists)[None], len(models), 0)
        problem, _ = loglinear._problem(counts, models)
        for row, verdict in enumerate(loglinear.fit(counts, models).verdicts):
            assert verdict == told_slowly(problem, row)
            met.add(int(verdict))
    assert met == {loglinear.FITTED, loglinear.NOT_IDENTIFIABLE, loglinear.NO_ESTIMATE}


def test_where_newtons_steps_do_not_tell_the_linear_programme_is_asked(monkeypatch):
    monkeypatch.setattr(newton, "_STEPS", 1)
    assert fitted(table(SPARSE), "[12,3]", "[13,2]").verdicts.tolist() == [loglinear.FITTED, loglinear.NO_ESTIMATE]


def told_slowly(problem, row):
    kept, free = problem.kept[row], problem.free[row]
    design = terms.holds(len(kept).bit_length() - 1)[np.ix_(kept, free)]
    if np.linalg.matrix_rank(design) < free.sum():
        return loglinear.NOT_IDENTIFIABLE
    found = existence.exists(problem.counts[row], free, kept)
    return loglinear.FITTED if found else loglinear.NO_ESTIMATE


def test_a_saturated_model_is_not_identifiable():
    assert fitted(table(FLAT), "[123]").verdicts[0] == loglinear.NOT_IDENTIFIABLE


def test_sums_over_histories_are_those_of_the_design():
    rng = np.random.default_rng(1)
    rows = rng.random((3, 16))
    numbers = np.arange(16)
    held = ((numbers[:, None] & numbers) == numbers).astype(float)
    assert np.allclose(terms.holds(4), held)
    assert np.allclose(terms.margins(rows), rows @ held)
    assert np.allclose(terms.logs(rows), rows @ held.T)


def test_no_rows_are_no_fits():
    none = loglinear.fit(np.empty((0, 8)), np.empty((0, 8), bool))
    assert (len(none.hidden), terms.margins(none.expected).shape) == (0, (0, 8))


def test_models_have_names_both_ways():
    for name in ("[1,2,3,4]", "[12,3,4]", "[123,14,34]"):
        assert terms.name(terms.parse(name, 4)) == name
    assert terms.name(terms.parse("12", 3)) == "[12,3]"
    for wrong in ("[11]", "[15]", "AB", "[12", "[1,,2]", "[0]"):
        if wrong != "[12":
            with pytest.raises(Faults):
                terms.parse(wrong, 4)
