# SPDX-License-Identifier: EUPL-1.2
"""Nights are counted by month, without those of units out of use; a file is not closed over who lives here."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from baken.closed.access.rules import Refused
from baken.closed.plan import closing
from baken.closed.shelter.asking import actions as asking
from baken.closed.shelter.asking.actions import Person
from baken.closed.shelter.asking.reads import household
from baken.closed.shelter.board import counting
from baken.closed.shelter.giving import staying
from baken.closed.shelter.house.actions import close_unit
from baken.closed.shelter.placing.instance import Span
from baken.closed.shelter.tests.desk import LEAD, MANAGER, day
from baken.closed.shelter.weighing.options import Weighed


def nights(desk, first, last):
    """Return the nights slept and the nights there are, from a day until another."""
    with desk.working():
        cursor = counting.connection.cursor()
        cursor.execute("SELECT shelter_nights(%s, daterange(%s, %s))", [desk.agency, day(first), day(last)])
        return tuple(cursor.fetchone()[0])


def test_nights_are_those_of_places_and_none_of_a_unit_out_of_use(desk):
    one, other = desk.unit("1", 2), desk.unit("2", 3)
    file = desk.asks(nights=10)
    desk.gives(file, one, nights=10)
    assert nights(desk, 0, 30) == (10, 150)
    assert nights(desk, 4, 6) == (2, 10)
    with desk.working():
        # Two that overlap count once.
        close_unit(agency=desk.agency, unit=other, why="repair", from_on=day(3), until_on=day(5))
        close_unit(agency=desk.agency, unit=other, why="cleaning", from_on=day(4), until_on=day(6))
    assert nights(desk, 0, 30) == (10, 141)
    with desk.working():
        staying.arrive(dossier=file)
        staying.leave(dossier=file, on=day(0), outcome="own-home", words="")
    assert nights(desk, 0, 30) == (0, 141)


def test_months_go_back_over_the_turn_of_a_year():
    firsts = counting.firsts(datetime.date(2026, 2, 28))
    assert firsts[:3] == [datetime.date(2026, 2, 1), datetime.date(2026, 1, 1), datetime.date(2025, 12, 1)]
    assert len(firsts) == len(set(firsts)) == counting.MONTHS


def test_a_month_without_a_place_is_left_out_and_share_is_of_what_there_was(desk):
    assert counting.Month(day(0), 30, 40).share == 75
    with desk.working(MANAGER):
        assert counting.occupancy() == []
    with pytest.raises(Refused), desk.working(LEAD):
        counting.occupancy()


def test_a_file_is_not_closed_while_she_lives_here_or_is_refused_and_not_accepted(desk):
    file = desk.asks()
    desk.lives(file, desk.unit("1"))

    def close():
        with desk.working(LEAD):
            closing.close(dossier=file, outcome="own-life", words="Verzonnen einde")

    with pytest.raises(ValidationError):
        close()
    with desk.working():
        staying.leave(dossier=file, on=day(0), outcome="own-home", words="")
    with desk.working(LEAD):
        wish = asking.Wish("intake", "", "short", day(0), day(9), day(9), "sure", {})
        asking.ask(dossier=file, wish=wish, people=[Person("V.", "F", None, "adult")])
        asking.end(dossier=file, how="refused", why="full", answer="")
    with pytest.raises(ValidationError):
        close()
    with desk.working(LEAD):
        onward = asking.offer_onward(dossier=file, to="Verzonnen opvang", words="")
        asking.answer_onward(dossier=file, onward=onward.pk, how="accepted", answer="")
    close()


def test_who_turns_eighteen_during_the_stay_is_said_before_she_is_placed(desk):
    born = day(5).replace(year=day(5).year - 18)
    file = desk.asks(Person("V.", "F", born))
    with desk.working():
        found = household(file)
    assert Weighed(desk.house(), found.party, Span(day(0), day(9))).turns == [day(5)]
    assert Weighed(desk.house(), found.party, Span(day(0), day(5))).turns == []
