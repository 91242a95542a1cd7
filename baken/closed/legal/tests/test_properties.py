# SPDX-License-Identifier: EUPL-1.2
"""Whatever happens in whatever order: an event moves a clock only where the table lists the pair, and nothing heals."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from baken.closed.legal import timeline
from baken.closed.legal.clocks import Reckoning, Status
from baken.closed.legal.days import calendar
from baken.closed.legal.facts import Facts, Happening, Person, ordered
from baken.closed.legal.law import law

LAW = law()
FIRST, LAST = date(2020, 1, 1), date(2025, 6, 30)
DAYS = st.dates(FIRST, LAST)
HAPPENINGS = st.builds(Happening, DAYS, st.sampled_from(list(LAW.events)))
PERSONS = st.builds(
    Person,
    born=st.none() | st.dates(date(1980, 1, 1), date(2017, 12, 31)),
    eu_citizen=st.booleans(),
    lawful_stay=st.booleans(),
    dublin=st.booleans(),
)
MANY = settings(max_examples=60, deadline=None)
PAIRS = [(clock, name) for clock in LAW.clocks for name in LAW.events]


def reckoned(person, happenings, on=LAST):
    return Reckoning(LAW, calendar(), Facts(person, ordered(happenings, LAW)), on).all()


def dues(clocks, clock):
    return Counter((each.started, each.due, each.extended) for each in clocks if each.clock is clock)


def listed(clock):
    """Return the events that may change which due dates a clock has, as its row says."""
    ends = clock.meets | clock.stops if clock.repeats else frozenset()
    opens = frozenset({clock.only_with} - {""})
    # What somebody holds, and from when we know her, decides which row of a term counts.
    holder = (
        {name for name in LAW.events if name.startswith("permit_granted")} if clock.rule == "permit-decision" else set()
    )
    return clock.pairs | ends | opens | holder


@pytest.mark.parametrize(("clock", "name"), PAIRS, ids=[f"{clock.rule}-{name}" for clock, name in PAIRS])
@given(person=PERSONS, happenings=st.lists(HAPPENINGS, max_size=6), day=DAYS)
@settings(max_examples=8, deadline=None)
def test_an_event_changes_a_due_date_only_where_the_table_lists_the_pair(clock, name, person, happenings, day):
    if clock.rule == "turns-eighteen":
        # Whether somebody was a minor when we first knew of her is told by the first event of all.
        happenings = [Happening(FIRST, "offence"), *happenings]
    before = dues(reckoned(person, happenings), clock)
    after = dues(reckoned(person, [*happenings, Happening(day, name)]), clock)
    assert before == after or name in listed(clock)


@given(person=PERSONS, happenings=st.lists(HAPPENINGS, max_size=8), late=HAPPENINGS)
@MANY
def test_what_comes_after_a_due_date_neither_moves_it_nor_heals_it(person, happenings, late):
    before = [each for each in reckoned(person, happenings) if each.last < late.on]
    after = reckoned(person, [*happenings, late])
    assume(late.on > min((each.on for each in happenings), default=LAST))  # it does not become the first we know
    for each in before:
        same = [
            other for other in after if (other.clock, other.started, other.due) == (each.clock, each.started, each.due)
        ]
        assert [other.status for other in same] == [each.status]


@given(person=PERSONS, happenings=st.lists(HAPPENINGS, max_size=8), on=DAYS, data=st.data())
@MANY
def test_the_order_of_what_is_told_does_not_matter(person, happenings, on, data):
    shuffled = data.draw(st.permutations(happenings))
    answers = [
        timeline.answer(Facts(person, ordered(each, LAW)), on) for each in (happenings, shuffled, happenings * 2)
    ]
    assert answers[0] == answers[1] == answers[2]


@given(person=PERSONS, happenings=st.lists(HAPPENINGS, max_size=8), on=DAYS)
@MANY
def test_what_is_dated_later_is_not_known_yet(person, happenings, on):
    early = [each for each in happenings if each.on <= on]
    clocks = [timeline.answer(Facts(person, ordered(each, LAW)), on)["clocks"] for each in (happenings, early)]
    assert clocks[0] == clocks[1]


@given(person=PERSONS, happenings=st.lists(HAPPENINGS, max_size=8), on=DAYS)
@MANY
def test_every_clock_has_its_source_and_its_state_in_time(person, happenings, on):
    for each in reckoned(person, happenings, on):
        assert each.row.source
        assert each.last >= each.due >= each.started or each.clock.lead_of
        if each.status == Status.RUNNING:
            assert on <= each.last
        if each.status == Status.MISSED:
            assert on > each.last
        if each.by:
            assert each.started <= each.by.on <= each.last


@given(person=PERSONS, happenings=st.lists(HAPPENINGS, max_size=8), on=DAYS)
@MANY
def test_a_repeating_clock_has_one_open_turn(person, happenings, on):
    for clock in (each for each in LAW.clocks if each.repeats):
        turns = [each for each in reckoned(person, happenings, on) if each.clock is clock]
        starts = sum(each.name in clock.starts and each.on <= on for each in happenings)
        assert sum(each.status == Status.RUNNING for each in turns) <= starts


@given(person=PERSONS, happenings=st.lists(HAPPENINGS, max_size=8), on=DAYS)
@MANY
def test_a_day_later_nothing_that_ended_has_opened_again(person, happenings, on):
    ended = {
        (each.clock.rule, each.started, each.due): each.status
        for each in reckoned(person, happenings, on)
        if each.status != Status.RUNNING and each.by
    }
    later = {
        (each.clock.rule, each.started, each.due): each.status
        for each in reckoned(person, happenings, on + timedelta(1))
    }
    assert {key: later.get(key) for key in ended} == ended
