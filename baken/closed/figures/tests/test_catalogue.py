# SPDX-License-Identifier: EUPL-1.2
"""Whatever can be counted is defined, in both languages."""

from datetime import date

import pytest

from baken.closed.figures.counting.catalogue import dimension, titles, units
from baken.closed.figures.counting.lists import lists
from baken.closed.figures.counting.times import time_categories, time_codes
from baken.closed.figures.units.counting import _COUNTED

FIRST, LAST = date(2023, 11, 15), date(2025, 2, 3)


def test_what_can_be_counted_is_counted_by_something():
    assert set(units()) == set(_COUNTED)


@pytest.mark.parametrize(("of", "name"), [(each.name, name) for each in units().values() for name in each.choices])
def test_every_dimension_is_defined(of, name):
    found = dimension(name, FIRST, LAST)
    assert found.categories
    assert len(set(found.codes)) == len(found.codes)
    words = [found.title, found.definition, *(each.title for each in found.categories)]
    assert all(each.nl and each.en for each in words)


def test_no_dimension_is_left_out():
    assert set(titles()) == {name for each in units().values() for name in each.choices}


def test_what_lies_within_another_lies_in_a_category_that_is_there():
    for categories in lists().values():
        for each in categories:
            for name, code in each.within.items():
                assert code in dimension(name, FIRST, LAST).codes


def test_the_times_of_a_period():
    assert [each.code for each in time_categories("year", FIRST, LAST)] == ["2023", "2024", "2025"]
    quarters = time_categories("quarter", FIRST, LAST)
    assert [each.code for each in quarters] == ["2023-Q4", "2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2025-Q1"]
    assert quarters[0].within == {"year": "2023"}
    assert quarters[0].title.nl == "kwartaal 4 2023"
    months = time_categories("month", FIRST, LAST)
    assert len(months) == 16
    assert months[1].within == {"year": "2023", "quarter": "2023-Q4"}
    assert months[-1].title.en == "Feb 2025"


def test_every_day_of_a_period_lies_in_one_category_of_it():
    for ordinal in range(FIRST.toordinal(), LAST.toordinal() + 1):
        for name, code in time_codes(date.fromordinal(ordinal)).items():
            assert code in [each.code for each in time_categories(name, FIRST, LAST)]
