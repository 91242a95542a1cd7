# SPDX-License-Identifier: EUPL-1.2
"""What is said of estimates: how far they lie apart, which list they hang on, and what no table shows."""

from baken.hidden_population import reading
from baken.hidden_population.answering import Answer, answer, side_by_side, without_each
from baken.hidden_population.estimating import Spread, estimate
from baken.hidden_population.methods import Asked
from baken.hidden_population.tests.made import FOUR, SPARSE, table


def said(text, spread=None):
    return reading.read(answer(table(text), None, Asked(), spread or Spread(times=0)))


def test_methods_that_differ_are_told_as_a_range():
    lines = said(SPARSE)
    assert any("differ by a factor" in line and "Give the range" in line for line in lines)
    assert lines[-len(reading.LIMITS) :] == list(reading.LIMITS)


def test_methods_that_agree_are_told_with_a_doubt():
    found = [estimate(table(), "independence", None, Spread(times=0))] * 2
    told = reading.read(Answer(table(), (), tuple(found), (), {}))
    assert "The methods agree fairly well; they may all be wrong in the same direction." in told


def test_a_list_that_everything_hangs_on_is_named():
    assert "Without list a, independence has no estimate: everything hangs on that list." in said(SPARSE)


def test_without_each_list_it_is_the_estimate_of_the_rest():
    found = [estimate(table(), method, None, Spread(times=0)) for method in ("independence", "bic")]
    left = without_each(table(FOUR), found, Asked())
    assert list(left) == ["independence"]
    assert list(left["independence"]) == ["work", "care", "police", "street"]
    two = without_each(table("a,b,n\n1,0,60\n0,1,40\n1,1,20\n"), found[:1], Asked())
    assert two == {"independence": {"a": None, "b": None}}


def test_methods_that_do_not_apply_are_named_and_the_others_go_on():
    found, refused = side_by_side(table(SPARSE), Asked(model="[13,2]"), Spread(times=0))
    assert [each.method for each in found] == ["independence", "stepwise", "bic", "bic-downhill", "bma"]
    assert len(refused) == 1
    assert refused[0].startswith("fixed: [13,2] has no maximum")
