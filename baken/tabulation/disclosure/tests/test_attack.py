# SPDX-License-Identifier: EUPL-1.2
"""The attacker wins where only small cells are hidden, and finds exactly what there is to find."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baken.tabulation.disclosure import Interval, attack, differences, recovered
from baken.tabulation.disclosure.solving import Contradiction
from baken.tabulation.disclosure.tests.brute import ends, kinds
from baken.tabulation.disclosure.tests.small import AGE, FORM, SEX, dimension, hiding, naively, people, table
from baken.tabulation.shapes import ALL

MANY = {("woman", "sexual"): 40, ("woman", "labour"): 5, ("woman", "crime"): 22}
CASES = people({**MANY, ("man", "sexual"): 13, ("man", "labour"): 31, ("man", "crime"): 19}, SEX, FORM)


def test_by_totals():
    naive = naively(table(CASES, SEX, FORM))
    assert recovered([naive], threshold=11) == {(0, ("woman", "labour")): Interval(5, 5)}


def test_by_another_table_of_the_same_people():
    by_form = hiding(table(CASES, FORM, sex=("woman",)), ("labour",), ("crime",))
    assert not recovered([by_form], threshold=11)
    both = [by_form, hiding(table(CASES, SEX, FORM), ("woman", "labour"), ("woman", "sexual"))]
    assert attack([by_form])[0, ("labour",)] == (0, 27)
    assert recovered(both, threshold=11)[0, ("labour",)] == (5, 5)


def years(first, last, codes):
    quarters = [{"year": code, "form": "labour" if i % 9 else "crime"} for code, n in codes.items() for i in range(n)]
    year = dimension("year", *codes)
    return table(quarters, year, FORM, first=date(first, 1, 1), last=date(last, 12, 31))


def test_by_a_table_of_several_years():
    one = table([{"form": "labour"}] * 40, FORM, last=date(2025, 12, 31), first=date(2025, 1, 1))
    two = years(2024, 2025, {"2024": 4, "2025": 40})
    naive = [naively(one), naively(two)]
    assert recovered([naive[1]], threshold=11)[0, ("2024", ALL)] == (4, 4)
    hidden = hiding(naive[1], ("2024", ALL), ("2025", ALL), ("2025", "labour"), (ALL, "labour"))
    found = recovered([naive[0], hidden], threshold=11)
    assert found[1, ("2024", ALL)] == (4, 4)


def test_by_counting_again():
    before, after = table(CASES, SEX), table([*CASES, *CASES[40:43]], SEX, on=date(2026, 7, 1))
    assert [each.between for each in differences([before, after], threshold=11)] == [3, 3]
    assert differences([before, table(CASES, SEX, on=date(2026, 7, 1))], threshold=11) == []


def test_by_a_filter():
    some = people({("child", "woman"): 8, ("adult", "woman"): 60, ("child", "man"): 20, ("adult", "man"): 30}, AGE, SEX)
    both = [table(some, SEX), table(some, SEX, age=("adult",))]
    assert {each.between for each in differences(both, threshold=11)} == {8}


def test_by_some_days():
    long = table(CASES, SEX)
    short = table(CASES[5:], SEX, first=date(2025, 1, 4))
    assert {each.between for each in differences([long, short], threshold=11)} == {0, 5}


def test_by_categories_that_others_hold():
    nation = dimension("nation", "nl", "be", "vn", region={"nl": "eu", "be": "eu", "vn": "asia"})
    region = dimension("region", "eu", "asia")
    some = [
        {"nation": n, "region": r}
        for n, r, k in (("nl", "eu", 40), ("be", "eu", 3), ("vn", "asia", 25))
        for _ in range(k)
    ]
    fine = hiding(table(some, nation), ("be",), ("vn",))
    assert not recovered([fine], threshold=11)
    assert recovered([fine, table(some, region)], threshold=11)[0, ("be",)] == (3, 3)


def test_other_units_say_nothing():
    hidden, whole = hiding(table(CASES, SEX), ("woman",), ("man",)), table(CASES, SEX)
    others = replace(whole, population=replace(whole.population, unit="persons"))
    assert not recovered([hidden, others], threshold=11)
    assert len(recovered([hidden, whole], threshold=11)) == 2


def test_who_is_told_nothing_knows_nothing():
    found = attack([hiding(table(CASES, SEX), ("woman",), ("man",), (ALL,))])
    assert set(found.values()) == {(0, None)}


def test_told_against_each_other():
    with pytest.raises(Contradiction):
        attack([table(CASES, SEX), table(CASES[1:], SEX)])


def test_where_nobody_can_be_nothing_is_found():
    nation = dimension("nation", "nl", "vn", region={"nl": "eu", "vn": "asia"})
    some = [{"nation": "nl", "region": "eu"}] * 20 + [{"nation": "vn", "region": "asia"}] * 30
    assert not recovered([naively(table(some, nation, dimension("region", "eu", "asia")))], threshold=11)


KINDS = kinds(SEX, FORM)
NUMBERS = st.lists(st.integers(0, 4), min_size=len(KINDS), max_size=len(KINDS))


@settings(max_examples=60, deadline=None)
@given(NUMBERS, st.data())
def test_every_list_of_people_agrees(numbers, data):
    units = [kind for kind, number in zip(KINDS, numbers, strict=True) for _ in range(number)][:9]
    some = [table(units, SEX, FORM), table(units, FORM, sex=("woman",)), table(units, SEX, form=("labour", "crime"))]
    tables = [hiding(each, *data.draw(st.sets(st.sampled_from(sorted(each.values))))) for each in some]
    tables[0] = hiding(some[0], *(at for at, value in tables[0].values.items() if value is None and at != (ALL, ALL)))
    assert as_found(tables) == ends(tables, KINDS, len(units))


CUBE = (SEX, AGE, dimension("work", "yes", "no"))
CUBES = kinds(*CUBE)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(CUBES), max_size=7), st.data())
def test_every_list_of_people_agrees_around_a_ring(units, data):
    """Three tables, each two of which share a dimension: what they say together no two of them say."""
    some = [table(units, a, b) for a, b in ((CUBE[0], CUBE[1]), (CUBE[1], CUBE[2]), (CUBE[2], CUBE[0]))]
    tables = [
        hiding(each, *data.draw(st.sets(st.sampled_from(sorted(set(each.values) - {(ALL, ALL)}))))) for each in some
    ]
    assert as_found(tables) == ends(tables, CUBES, len(units))


def as_found(tables):
    return {where: tuple(found) for where, found in attack(tables).items()}
