# SPDX-License-Identifier: EUPL-1.2
"""The days of the table, and the worked examples of how the General Time Limits Act moves the end of a term."""

import tomllib
from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from baken.closed.legal.engine.days import TABLE, calendar, read
from baken.closed.legal.engine.terms import TableError, Term

CALENDAR = calendar()
MONDAY, FRIDAY = 0, 4
DAYS = st.dates(date(1990, 1, 1), date(2099, 12, 31))
# Easter Monday, Ascension and Whit Monday of some years, from printed calendars.
MOVING = {
    2024: ("04-01", "05-09", "05-20"), 2025: ("04-21", "05-29", "06-09"), 2026: ("04-06", "05-14", "05-25"),
    2027: ("03-29", "05-06", "05-17"), 2028: ("04-17", "05-25", "06-05"),
}  # fmt: skip
# From which day, how long, the end as counted, and the end as moved.
EXTENDED = [
    ("2026-03-03", "6 weeks", "2026-04-14", "2026-04-14"),  # holidays inside a term change nothing
    ("2026-02-23", "6 weeks", "2026-04-06", "2026-04-07"),  # Easter Monday
    ("2026-02-20", "6 weeks", "2026-04-03", "2026-04-07"),  # Good Friday, a weekend, Easter Monday
    ("2026-04-02", "6 weeks", "2026-05-14", "2026-05-18"),  # Ascension, the equated Friday, a weekend
    ("2026-03-30", "4 weeks", "2026-04-27", "2026-04-28"),  # King's Day
    ("2026-12-18", "1 week", "2026-12-25", "2026-12-28"),  # both days of Christmas, a Sunday
    ("2026-04-02", "3 days", "2026-04-05", "2026-04-08"),  # article 2: two working days in it
    ("2026-12-23", "3 days", "2026-12-26", "2026-12-28"),  # 24 December is an ordinary day
    ("2026-02-04", "90 days", "2026-05-05", "2026-05-06"),  # exactly 90 days; 5 May
    ("2027-03-24", "6 weeks", "2027-05-05", "2027-05-10"),  # five days in a row
    ("2028-03-16", "6 weeks", "2028-04-27", "2028-05-01"),  # King's Day, the equated Friday, a weekend
]


@pytest.mark.parametrize("year", MOVING)
def test_it_knows_the_days_that_move_with_easter(year):
    monday, ascension, whit = (date.fromisoformat(f"{year}-{day}") for day in MOVING[year])
    good_friday = monday - timedelta(days=3)
    assert {monday, ascension, whit, good_friday} <= CALENDAR.holidays.keys()


@pytest.mark.parametrize(("day", "is_kept"), [
    ("2025-04-26", True), ("2025-04-27", False), ("2026-04-27", True), ("2031-04-26", True), ("2013-04-30", True),
    ("2013-04-27", False), ("2014-04-30", False), ("2006-04-29", True), ("2026-12-24", False), ("2026-12-31", False),
])  # fmt: skip
def test_it_keeps_the_kings_day_on_its_day_of_that_year(day, is_kept):
    assert (date.fromisoformat(day) in CALENDAR.holidays) == is_kept


def test_every_equated_day_is_one_on_which_somebody_works():
    """A slip in such a list has put it on a Sunday, or in another year, before."""
    equated = {day for day, name in CALENDAR.holidays.items() if "esluit" in name}
    assert len(equated) > 40
    assert {day for day in equated if not MONDAY <= day.weekday() <= FRIDAY} == set()


@pytest.mark.parametrize(("start", "term", "counted", "moved"), EXTENDED)
def test_it_moves_the_end_as_worked_out_by_hand(start, term, counted, moved):
    start = date.fromisoformat(start)
    end = Term.read(term).end(start, CALENDAR)
    assert end.isoformat() == counted
    assert Term.read(term).may_be_extended
    assert CALENDAR.extended(start, end).isoformat() == moved


@pytest.mark.parametrize(("term", "may"), [
    ("90 days", True), ("91 days", False), ("12 weeks", True), ("13 weeks", False), ("3 months", True),
    ("4 months", False), ("1 year", False), ("24 hours", False), ("5 working days", False),
])  # fmt: skip
def test_the_act_leaves_longer_terms_alone(term, may):
    assert Term.read(term).may_be_extended == may


@pytest.mark.parametrize(
    "text", ["", "three months", "3", "3 fortnights", "-3 days", "3 months ", "3.5 days", "3 hourss"]
)
def test_a_term_that_is_none_is_refused(text):
    with pytest.raises(TableError):
        Term.read(text)


@given(DAYS, st.integers(1, 90))
def test_a_moved_end_is_a_working_day_never_earlier_and_the_first(start, number):
    end = start + timedelta(days=number)
    moved = CALENDAR.extended(start, end)
    assert moved >= end
    assert CALENDAR.is_working(moved)
    between = [end + timedelta(days=each) for each in range((moved - end).days)]
    if number >= 30:  # so long that article 2 plays no part
        assert not any(map(CALENDAR.is_working, between))


@given(DAYS, st.integers(1, 40))
def test_working_days_are_counted_one_by_one(start, number):
    end = CALENDAR.working_day(start, number)
    days = [start + timedelta(days=each) for each in range(1, (end - start).days + 1)]
    assert sum(map(CALENDAR.is_working, days)) == number
    assert CALENDAR.is_working(end)


@given(DAYS, st.integers(1, 30))
def test_months_end_on_the_same_number_or_the_last_of_a_month_that_lacks_it(start, number):
    end = Term(number, "month").end(start, CALENDAR)
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == number
    assert end.day == start.day or (end + timedelta(days=1)).day == 1 < start.day
    assert Term(number, "month").before(end) == end - relativedelta(months=number)


def test_it_knows_for_which_years_the_decrees_are_there():
    assert CALENDAR.is_known(date(2026, 5, 15))
    assert not CALENDAR.is_known(date(2029, 5, 11))
    assert not CALENDAR.is_known(date(2017, 5, 26))


def test_a_table_without_a_day_knows_it_not():
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    table["yearly"] = [row for row in table["yearly"] if row["name"] != "Vijfde mei"]
    assert read(table).is_working(date(2026, 5, 5))
