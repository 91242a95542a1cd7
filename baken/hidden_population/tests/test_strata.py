# SPDX-License-Identifier: EUPL-1.2
"""Persons are told apart as columns say, strata are estimated by themselves, and thin ones are said, not guessed."""

import numpy as np
import pytest

from baken.hidden_population import checks
from baken.hidden_population.answering import answer, by_method
from baken.hidden_population.estimating import Spread, estimate
from baken.hidden_population.methods import Asked
from baken.hidden_population.reading import read as reading
from baken.hidden_population.strata import parts
from baken.hidden_population.strata.adding import added_up
from baken.hidden_population.strata.joint import joint
from baken.hidden_population.tables import Faults, Table
from baken.hidden_population.tests.made import FOUR, SEXES, table

NONE = Spread(times=0)


def strata(text=SEXES, *by):
    return parts.read(text.splitlines(), by or ("sex",))


def faults(text, *by):
    with pytest.raises(Faults) as told:
        strata(text, *by)
    return list(told.value.faults)


def test_persons_are_told_apart_by_columns_wherever_they_stand():
    read = strata()
    assert (read.lists, read.by, list(read.tables)) == (("a", "b", "c"), ("sex",), [("f",), ("m",), ("x",)])
    assert read.tables[("f",)].observed == 234
    assert read.tables[("f",)].on(0b011) == 23
    assert read.whole.observed == 234 + 54 + 10
    assert read.named(("f",)) == "sex f"


@pytest.mark.parametrize(
    ("text", "by", "said"),
    [
        (SEXES, ["age"], "there is no column age; there are a, sex, b, c"),
        (SEXES, ["n"], "there is no column n; there are a, sex, b, c"),
        (SEXES, ["sex", "sex"], "name each column by which to tell persons apart once"),
        (
            "a,b,y,n\n1,0,,3\n",
            ["y"],
            "row 2: no value for y; write down what is not known as a value, or leave the row out",
        ),
        ("a,b,y,n\n1,0,2\n", ["y"], "row 2: 2 values where the first row has 3"),
        ("a,b,y,n\n1,2,1,3\n", ["y"], "row 2: a list is 0 or 1, not '2'"),
        ("a,b,y,n\n", ["y"], "nobody is on any list"),
        ("a,y,n\n1,1,2\n", ["y"], "1 lists: from 2 to 9 are needed, and the count in the last column"),
    ],
)
def test_impossible_columns_are_named(text, by, said):
    assert said in faults(text, *by)


def test_too_many_strata_are_refused():
    rows = [f"1,1,{each},{each},3" for each in range(120)]
    assert faults("\n".join(["a,b,y,z,n", *rows]), "y", "z") == [
        "14,400 strata of 2 lists are too many: name fewer columns"
    ]


def test_a_row_that_stands_twice_within_a_stratum_is_named_and_between_strata_is_not():
    assert strata().tables[("f",)].remarks == ()
    assert "rows 2 and 17" in strata(SEXES + "1,f,0,0,6\n").tables[("f",)].remarks[0]


def test_each_stratum_is_estimated_by_itself_and_the_sum_is_of_those_that_could_be():
    found = added_up(strata(), "independence", Asked(), NONE)
    women, men, others = found.strata
    assert women.estimate == estimate(strata().tables[("f",)], "independence", None, NONE).estimate
    assert (men.lists, men.estimate) == (("a", "b"), pytest.approx(42 * 24 / 12))
    assert men.warnings[0] == "nobody here is on list c: it is left out"
    assert (others.estimate, others.interval, others.model) == (None, None, None)
    assert others.warnings == ("persons here on two lists or more: 2; too thin to estimate by itself",)
    assert found.estimate == women.estimate + men.estimate
    assert found.observed == 234 + 54
    assert len(found.warnings) == 1
    assert found.warnings[0].startswith("1 of 3 strata have no estimate (sex x): the 10 persons seen there, ")


def test_strata_that_are_all_too_thin_have_no_sum():
    with pytest.raises(Faults, match="too thin"):
        added_up(strata("a,b,y,n\n1,0,1,3\n0,1,1,3\n1,1,2,3\n", "y"), "independence", Asked(), NONE)


def test_a_fixed_model_keeps_its_lists():
    found = added_up(strata(), "fixed", Asked(model="[13,2]"), NONE)
    assert [each.model for each in found.strata] == ["[13,2]", None, None]


def test_the_sum_of_equal_strata_is_as_unsure_as_their_variances_say():
    rows = FOUR.splitlines()
    head = rows[0].replace(",n", ",year,n")
    twice = [f"{row.rpartition(',')[0]},{year},{row.rpartition(',')[2]}" for year in (1, 2) for row in rows[1:]]
    spread = Spread("percentile", 95, 1500, 3)
    told = added_up(strata("\n".join([head, *twice]), "year"), "independence", Asked(), spread)
    one = estimate(table(), "independence", None, spread)
    assert told.estimate == pytest.approx(2 * one.estimate)
    assert told.model == "[1,2,3,4]"
    width, of_one = (each.interval.high - each.interval.low for each in (told, one))
    assert width == pytest.approx(np.sqrt(2) * of_one, rel=0.08)
    first, second = told.strata
    assert first.interval != second.interval  # drawn independently


def test_the_sum_has_a_bca_interval_and_one_of_belief():
    whole = Spread(times=60)
    assert added_up(strata(), "independence", Asked(), whole).interval.kind == "bca"
    believed = added_up(strata(), "bma", Asked(), whole)
    assert believed.interval.kind == "credible"
    assert believed.interval.low < believed.estimate < believed.interval.high
    by_likelihood = added_up(strata(), "independence", Asked(), Spread("wald"))
    assert by_likelihood.interval is None
    assert by_likelihood.strata[0].interval.kind == "wald"
    assert "a sum has an interval by resampling alone: ask for bca or percentile" in by_likelihood.warnings


def test_all_methods_stand_side_by_side_and_a_joint_one_with_them():
    told = answer(strata(), None, Asked(), NONE)
    assert [each.method for each in told.estimates] == [
        "independence", "stepwise", "bic", "bic-downhill", "bma", "joint",
    ]  # fmt: skip
    lines = reading(told)
    assert any(line.startswith("Told apart by sex, independence gives ") for line in lines)
    assert any(line.startswith("Some strata are too thin") for line in lines)
    assert set(told.left) == {"independence", "stepwise", "bic-downhill", "joint"}


def test_without_a_list_that_a_stratum_needs_there_is_no_sum_to_compare():
    left = answer(strata(), "independence", Asked(), NONE).left["independence"]
    assert left["a"] is None  # men are on lists a and b alone
    assert left["c"] is not None


def test_joint_needs_columns():
    with pytest.raises(Faults, match="name the columns"):
        by_method(table(), "joint", Asked(), NONE)


def test_a_whole_without_overlap_has_no_joint_estimate():
    with pytest.raises(Faults, match="nobody is on two lists"):
        joint(strata("a,b,y,n\n1,0,1,3\n0,1,2,3\n", "y"), Asked(), NONE)
    assert [*checks.faults(Table(("a", "b"), np.array([0.0, 3, 3, 0])))]
