# SPDX-License-Identifier: EUPL-1.2
"""What leaves is safe by a count of every list of people there could be, and nothing is hidden for nothing."""

from dataclasses import replace
from datetime import date
from itertools import combinations
from math import log2

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from baken.tabulation.disclosure import Unsafe, attack, differences, protect
from baken.tabulation.disclosure.tests.brute import ends, kinds
from baken.tabulation.disclosure.tests.small import AGE, FORM, SEX, dimension, hiding, people, table
from baken.tabulation.shapes import ALL

MANY = {("woman", "sexual"): 40, ("woman", "labour"): 5, ("woman", "crime"): 22}
CASES = people({**MANY, ("man", "sexual"): 13, ("man", "labour"): 31, ("man", "crime"): 19}, SEX, FORM)
K = 3
KINDS = kinds(SEX, FORM)
LATER = date(2026, 7, 1)


def test_a_small_cell_and_as_few_others_as_can_be():
    found = protect(table(CASES, SEX, FORM))
    assert found.table.threshold == 11
    assert found.lost == {"small": 1, "others": 3, "difference": 0}
    assert found.hidden["woman", "labour"] == "small"
    assert set(found.hidden) == {(sex, form) for sex in SEX.codes for form in ("labour", "crime")}
    assert found.table.values["man", "sexual"] == 13


def test_what_is_told_is_true():
    whole = table(CASES, SEX, FORM)
    found = protect(whole)
    assert {at: value for at, value in found.table.values.items() if value is not None} == {
        at: whole.values[at] for at in whole.cells() if at not in found.hidden
    }


def test_that_nobody_is_there_is_hidden_too():
    found = protect(table(people({("woman",): 30, ("man",): 0}, SEX), SEX))
    assert found.hidden == {("man",): "small", ("woman",): "others"}


def test_a_group_that_is_all_alike_does_not_show_itself():
    """All 14 men are of one form: told, that would tell of each of them."""
    some = people({**MANY, ("woman", "labour"): 30, ("man", "labour"): 14}, SEX, FORM)
    found = protect(table(some, SEX, FORM)).table
    assert found.values["man", "labour"] is None
    assert attack([found])[0, ("man", "crime")] == (0, 14)


def test_a_group_that_is_nearly_all_alike_is_warned_of():
    some = people({("woman", "labour"): 300, ("woman", "crime"): 12, ("woman", "sexual"): 12}, SEX, FORM)
    assert [each.en for each in protect(table(some, FORM)).warnings] == [
        "labour (en): 300 of 324. Of nearly everybody in this group this is known."
    ]
    assert not protect(table([*some, *(some[-24:] * 2)], FORM)).warnings


def refused(*tables):
    """Publish tables in turn; return which one was refused, and the words."""
    published = []
    for place, each in enumerate(tables):
        found = outcome(each, published)
        if isinstance(found, str):
            return place, found
        published.append(found.table)
    return None


def outcome(whole, published):
    try:
        return protect(whole, published=published)
    except Unsafe as error:
        return error.reason.en


def test_too_few_in_all():
    assert "fewer than 11" in refused(table(CASES[:10], SEX))[1]


def test_nothing_left():
    before = hiding(table(CASES, SEX), ("woman",), ("man",))
    with pytest.raises(Unsafe, match="No number is left"):
        protect(table(CASES, FORM, sex=("woman",)), published=[before])


def test_a_total_that_changed_little_waits():
    place, said = refused(table(CASES, SEX), table([*CASES, *CASES[:3]], SEX, on=LATER))
    assert (place, "Publish the earlier number again" in said) == (1, True)


def test_the_same_again_and_much_more_later_are_fine():
    assert not refused(table(CASES, SEX), table(CASES, SEX, on=LATER))
    assert not refused(table(CASES, SEX), table(CASES + CASES, SEX, on=LATER))


def test_few_newcomers_among_many_are_not_told():
    """Three more women and twelve more men: the men can be told only if nobody can subtract them from the total."""
    women, men = [each for each in CASES if each["sex"] == "woman"], [each for each in CASES if each["sex"] == "man"]
    before = protect(table(CASES, SEX)).table
    found = protect(table([*CASES, *women[:3], *men[:12]], SEX, on=LATER), published=[before])
    assert found.hidden == {("woman",): "difference", ("man",): "others"}
    assert not differences([before, found.table], threshold=11)


def test_some_are_struck_out_while_others_come():
    women, men = [each for each in CASES if each["sex"] == "woman"], [each for each in CASES if each["sex"] == "man"]
    before = protect(table(CASES, SEX)).table
    found = protect(table([*women[1:], *men, *men[:16]], SEX, on=LATER), published=[before])
    assert found.hidden == {("woman",): "difference", ("man",): "others"}
    much = protect(table([*women[20:], *men, *men[:40]], SEX, on=LATER), published=[before])
    assert not much.hidden


def test_a_table_that_hides_cells_is_not_made_safe_again():
    with pytest.raises(ValueError, match="whole"):
        protect(hiding(table(CASES, SEX), ("woman",)))


def test_a_part_that_leaves_few_is_hidden():
    some = people({("child", "woman"): 8, ("adult", "woman"): 60, ("child", "man"): 20, ("adult", "man"): 30}, AGE, SEX)
    before = protect(table(some, SEX)).table
    found = protect(table(some, SEX, age=("adult",)), published=[before])
    assert found.hidden["woman",] == "difference"
    assert not differences([before, found.table], threshold=11)


def test_some_days_less_are_refused():
    place, said = refused(table(CASES, SEX), table(CASES[5:], SEX, first=date(2025, 1, 4)))
    assert (place, "Take the same" in said) == (1, True)


def test_what_was_hidden_stays_hidden():
    before = protect(table(CASES, SEX, FORM)).table
    found = protect(table(CASES, FORM, sex=("woman",)), published=[before])
    assert set(found.hidden) == {("labour",), ("crime",)}


def test_other_categories_under_the_same_name():
    other = dimension("form", "sexual", "labour")
    some = [each for each in CASES if each["form"] != "crime"]
    assert "a name of its own" in refused(table(CASES, FORM), table(some, other))[1]


def test_what_cannot_be_is_refused():
    assert "does not agree" in refused(table(CASES, SEX), table(CASES[20:], SEX))[1]


def test_other_units_and_other_days_do_not_count():
    other = table(CASES[:-3], SEX)
    before = replace(other, population=replace(other.population, unit="persons"))
    assert not refused(before, table(CASES, SEX))
    assert not refused(table(CASES[3:], SEX, first=date(2024, 1, 1), last=date(2024, 12, 31)), table(CASES, SEX))


NUMBERS = st.lists(st.sampled_from([0, 0, 1, 2, 3, 4, 5]), min_size=6, max_size=6).filter(
    lambda each: K <= sum(each) < 13
)


def some_of(units):
    return [
        table(units, SEX, FORM), table(units, FORM), table(units, FORM, sex=("woman",)),
        table(units, SEX, form=("labour", "crime")),
    ]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(NUMBERS, st.permutations(range(4)))
def test_no_list_of_people_is_excluded_that_has_other_small_counts(numbers, order):
    """In every table of several, for all small counts: some list of people has 0 there, and some has the threshold."""
    units = [kind for kind, number in zip(KINDS, numbers, strict=True) for _ in range(number)]
    wholes, published = [some_of(units)[place] for place in order], []
    kept = [each for each in wholes if _published(each, published)]
    for (i, at), (low, high) in ends(published, KINDS, len(units) + K, fewer=True).items():
        assert low < high
        assert kept[i].values[at] >= K or (low == 0 and high >= K)
    assert not differences(published, threshold=K)


def _published(whole, published):
    try:
        published.append(protect(whole, threshold=K, published=published).table)
    except Unsafe:
        return False
    return True


@settings(max_examples=15, deadline=None)
@given(NUMBERS)
def test_nobody_could_hide_less(numbers):
    units = [kind for kind, number in zip(KINDS, numbers, strict=True) for _ in range(number)]
    whole = table(units, SEX, FORM)
    try:
        found = protect(whole, threshold=K)
    except Unsafe:
        assume(False)
    assert found == protect(whole, threshold=K)
    others = [at for at, value in whole.values.items() if value >= K]
    ours = _cost(whole, [at for at in others if at in found.hidden])
    assert _safe(whole, [at for at in others if at in found.hidden])
    less = (some for some in _subsets(others) if _cost(whole, some) < ours - 1e-6)
    assert not any(_safe(whole, some) for some in less)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(11, 60), min_size=6, max_size=6))
def test_nothing_is_hidden_where_nothing_is_small(numbers):
    units = [kind for kind, number in zip(KINDS, numbers, strict=True) for _ in range(number)]
    assert not protect(table(units, SEX, FORM)).hidden


def _subsets(cells):
    return (some for size in range(len(cells) + 1) for some in combinations(cells, size))


def _cost(whole, some):
    return sum(log2(1 + whole.values[at]) * 3 ** at.count(ALL) for at in some)


def _safe(whole, some):
    hidden = {at for at, value in whole.values.items() if value < K or at in some}
    safe = replace(whole, values={at: None if at in hidden else value for at, value in whole.values.items()})
    open_ = all(_enough(whole.values[at], *found) for (_, at), found in attack([safe]).items())
    return open_ and len(hidden) < len(whole.values) and not differences([safe], threshold=K)


def _enough(value, low, high):
    wide = high is None or (high >= K if value < K else high > low)
    return wide and (low == 0 or value >= K)
