# SPDX-License-Identifier: EUPL-1.2
"""Who consents at which age, and when today's page thinks of the day she comes of age."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.closed.casework.person.rules import Age
from baken.closed.minors.engine.ages import is_noticed, who_consents

ON = datetime.date(2026, 6, 1)
HER, AUTHORITY = "her", "authority"


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


def test_a_range_asks_all_whom_any_of_its_ages_names():
    assert who_consents(about(10, 17), ON).asked == {HER, AUTHORITY}
    assert who_consents(about(16, 20), ON).asked == {HER}
    assert not who_consents(about(16, 20), ON).is_sure


@given(st.lists(st.integers(0, 40), min_size=4, max_size=4).map(sorted))
def test_who_is_known_better_has_nobody_more_to_ask(ages):
    wide, narrow = who_consents(about(ages[0], ages[3]), ON), who_consents(about(ages[1], ages[2]), ON)
    assert set(narrow.bands) <= set(wide.bands)
    assert narrow.asked
    assert narrow.asked <= wide.asked


@given(st.dates(datetime.date(1990, 1, 1), ON))
def test_there_is_one_answer_for_every_birth_date(born):
    assert who_consents(Age(born=born), ON).is_sure


BIRTHDAY = datetime.date(2026, 8, 31)


@pytest.mark.parametrize(
    ("on", "shown"),
    [
        ("2026-02-27", False), ("2026-02-28", True), ("2026-03-13", True), ("2026-03-14", False),
        ("2026-07-30", False), ("2026-07-31", True), ("2026-08-30", True), ("2026-08-31", False),
    ],
)  # fmt: skip
def test_today_says_it_half_a_year_and_a_month_before(on, shown):
    assert is_noticed(BIRTHDAY, datetime.date.fromisoformat(on)) is shown
