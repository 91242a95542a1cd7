# SPDX-License-Identifier: EUPL-1.2
"""Whatever happens in whatever order: an event moves a clock only where the table lists the pair, and nothing heals."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from baken.closed.legal.engine import timeline
from baken.closed.legal.engine.clocks import Status
from baken.closed.legal.engine.facts import Facts, Happening, Person, ordered
from baken.closed.legal.engine.law import law

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
GRANTED, HARDSHIP = Happening(FIRST, "permit_granted_victim"), Happening(FIRST, "permit_granted_hardship")
ASKED = Happening(date(2020, 1, 2), "application_received")
MANY = settings(max_examples=60, deadline=None)
PAIRS = [(clock, name) for clock in LAW.clocks for name in LAW.events]


def reckoned(person, happenings, on=LAST):
    return timeline.stand(Facts(person, ordered(happenings, LAW)), on).clocks


def dues(clocks, clock):
    return Counter((each.started, each.due, each.extended) for each in clocks if each.clock is clock)


def listed(clock):
    """Return the events that may change which due dates a clock has, as its row and those of its starts say."""
    ends = clock.meets | clock.stops if clock.repeats else frozenset()
    opens = frozenset({clock.only_with} - {""})
    starts = [LAW.events[name] for name in clock.starts if name in LAW.events]
    # What an event cannot come after, or without, decides whether it starts anything.
    contradicts = {name for each in starts for name in each.not_after | (each.after if each.needs else frozenset())}
    # What is counted back from the end of another clock moves with that one.
    led = [listed(each) for each in LAW.clocks if each.rule == clock.lead_of]
    return clock.pairs.union(ends, opens, contradicts, *led)


@pytest.mark.parametrize(("clock", "name"), PAIRS, ids=[f"{clock.rule}-{name}" for clock, name in PAIRS])
@given(person=PERSONS, happenings=st.lists(HAPPENINGS, max_size=6), day=DAYS)
@settings(max_examples=8, deadline=None)
def test_an_event_changes_a_due_date_only_where_the_table_lists_the_pair(clock, name, person, happenings, day):
    before = dues(reckoned(person, happenings), clock)
    after = dues(reckoned(person, [*happenings, Happening(day, name)]), clock)
    assert before == after or name in listed(clock)


def key(each):
    return each.clock.en, each.started, each.due, each.status


@given(person=PERSONS, happenings=st.lists(HAPPENINGS, max_size=8), late=HAPPENINGS)
@example(person=Person(), happenings=[GRANTED], late=Happening(date(2022, 1, 1), "permit_extended"))
@example(person=Person(), happenings=[GRANTED], late=Happening(date(2022, 1, 2), "permit_extended"))
@example(person=Person(), happenings=[HARDSHIP], late=Happening(date(2023, 1, 2), "permit_granted_victim"))
@example(person=Person(), happenings=[GRANTED, ASKED], late=Happening(date(2023, 1, 2), "application_received"))
@MANY
def test_what_comes_after_a_due_date_neither_moves_it_nor_heals_it(person, happenings, late):
    over = Counter(key(each) for each in reckoned(person, happenings) if each.last < late.on)
    same = Counter(key(each) for each in reckoned(person, [*happenings, late]) if each.last < late.on)
    assert over == same


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
        assert each.last >= each.due >= each.started
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
        assert sum(each.status == Status.RUNNING for each in turns) <= 1


@given(person=PERSONS, happenings=st.lists(HAPPENINGS, max_size=8), on=DAYS)
@MANY
def test_a_day_later_nothing_that_ended_has_opened_again(person, happenings, on):
    before = reckoned(person, happenings, on)
    ended = Counter(key(each) for each in before if each.status != Status.RUNNING and each.by)
    later = Counter(key(each) for each in reckoned(person, happenings, on + timedelta(1)))
    assert not ended - later
