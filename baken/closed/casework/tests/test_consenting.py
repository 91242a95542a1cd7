# SPDX-License-Identifier: EUPL-1.2
"""Who consents at which age; in doubt all whom any of her ages names."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.closed.casework.person.consenting import Party, who_consents
from baken.closed.casework.person.rules import Age

ON = datetime.date(2026, 6, 1)
HER, AUTHORITY = Party.HERSELF, Party.AUTHORITY


def about(least, most):
    return Age(least=least, most=most, on=ON)


@pytest.mark.parametrize(
    ("born", "key"),
    [
        ("2014-06-02", "child"), ("2014-06-01", "both"), ("2010-06-02", "both"),
        ("2010-06-01", "youth"), ("2008-06-02", "youth"), ("2008-06-01", "adult"),
    ],
)  # fmt: skip
def test_a_birthday_changes_who_consents_on_its_day(born, key):
    found = who_consents(Age(born=datetime.date.fromisoformat(born)), ON)
    assert [each.key for each in found.bands] == [key]
    assert found.is_sure


def test_of_whom_nothing_is_known_everybody_is_asked():
    assert who_consents(Age(), ON).asked == {HER, AUTHORITY}
    assert len(who_consents(Age(), ON).bands) == 4


@pytest.mark.parametrize(
    ("least", "most", "asked", "sure"),
    [
        (11, 11, {AUTHORITY}, True), (12, 12, {HER, AUTHORITY}, True), (15, 15, {HER, AUTHORITY}, True),
        (16, 16, {HER}, True), (40, 40, {HER}, True), (13, 15, {HER, AUTHORITY}, True), (16, 19, {HER}, True),
        (11, 12, {HER, AUTHORITY}, False), (15, 17, {HER, AUTHORITY}, False), (8, 20, {HER, AUTHORITY}, False),
    ],
)  # fmt: skip
def test_who_is_asked_and_whether_that_is_sure(least, most, asked, sure):
    found = who_consents(about(least, most), ON)
    assert (found.asked, found.is_sure) == (asked, sure)


@pytest.mark.parametrize("age", [about(300, 400), about(20, 10), Age(born=datetime.date(2030, 1, 1))])
def test_of_an_age_that_nobody_has_everybody_is_asked(age):
    assert who_consents(age, ON).asked == {HER, AUTHORITY}
    assert not who_consents(age, ON).is_sure


def test_a_range_asks_all_whom_any_of_its_ages_names():
    assert who_consents(about(10, 17), ON).asked == {HER, AUTHORITY}
    assert who_consents(about(16, 20), ON).asked == {HER}
    assert who_consents(about(16, 20), ON).is_sure
    assert not who_consents(about(15, 16), ON).is_sure
    assert len(who_consents(about(15, 16), ON).sources) == 2


@given(st.lists(st.integers(0, 40), min_size=4, max_size=4).map(sorted))
def test_who_is_known_better_has_nobody_more_to_ask(ages):
    wide, narrow = who_consents(about(ages[0], ages[3]), ON), who_consents(about(ages[1], ages[2]), ON)
    assert set(narrow.bands) <= set(wide.bands)
    assert narrow.asked
    assert narrow.asked <= wide.asked


@given(st.dates(datetime.date(1990, 1, 1), ON))
def test_there_is_one_answer_for_every_birth_date(born):
    assert who_consents(Age(born=born), ON).is_sure


def test_of_a_day_that_the_table_does_not_know_nothing_is_said():
    with pytest.raises(LookupError):
        who_consents(Age(), datetime.date(2014, 12, 31))


def test_each_row_has_a_source_and_what_is_unsure_says_so():
    found = who_consents(Age(), ON)
    assert all(each.source for each in found.bands)
    assert found.verify
    assert not who_consents(Age(born=datetime.date(1990, 1, 1)), ON).verify
