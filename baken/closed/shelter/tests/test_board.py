# SPDX-License-Identifier: EUPL-1.2
"""The board: who is where tonight, what needs somebody, the weeks to come, who waits and the best way to place them."""

import datetime

import pytest

from baken.closed.access.rules import Refused
from baken.closed.shelter.asking import actions as asking
from baken.closed.shelter.board import proposals, reads
from baken.closed.shelter.board.lanes import DAYS, Timeline
from baken.closed.shelter.giving import absences, actions, door, night, staying
from baken.closed.shelter.house.actions import close_unit, reopen_unit
from baken.closed.shelter.labels import MISSING
from baken.closed.shelter.placing.rules import Rule
from baken.closed.shelter.tests.desk import LEAD, MANAGER, Person, day, grown_up
from baken.core.clock import now


def board(desk):
    with desk.working():
        found = reads.board()
        return found, {card.flat.unit.name: card for card in found.cards}


def files(housed):
    return [each.stay.dossier_id for each in housed]


def past(desk, file, days):
    """Let a stay have begun and ended as planned some days ago, with nobody having written that she left."""
    desk.owner.execute("UPDATE shelter_bed SET nights = 'empty' WHERE dossier_id = %s", [file])
    span = [day(-30), day(-days), file]
    desk.owner.execute("UPDATE shelter_stay SET from_on = %s, until_on = %s WHERE dossier_id = %s", span)


def test_it_counts_places_and_says_what_is_free_until_when(desk):
    one, other, _third = desk.unit("1", 2), desk.unit("2", 2), desk.unit("10", 3)
    desk.lives(desk.asks(grown_up(initials="A.B."), colour="orange"), one)
    desk.gives(desk.asks(grown_up(), Person("K.", "M", None, "child"), ahead=5), other, ahead=5)
    found, cards = board(desk)
    assert list(cards) == ["1", "2", "10"]
    assert (found.taken, found.places) == (1, 7)
    assert (cards["1"].taken, cards["1"].colour, cards["1"].frees_on) == (1, "orange", day(30))
    assert (cards["2"].taken, cards["2"].free_until) == (0, day(5))
    assert cards["10"].free_until is None


def test_only_who_works_in_a_shelter_sees_a_board(desk):
    for who in (LEAD, MANAGER):
        with pytest.raises(Refused), desk.working(who):
            reads.board()
    with desk.working(("shelter", "none")):
        assert reads.board().cards == []


def test_who_should_have_left_is_still_there_and_her_place_is_not_given(desk):
    unit, file = desk.unit("1", 1), desk.asks()
    desk.lives(file, unit)
    past(desk, file, 3)
    found, cards = board(desk)
    assert files(found.overdue) == [file]
    assert (cards["1"].taken, cards["1"].alarms) == (1, ["overdue"])
    waits = desk.asks()
    with desk.working():
        option = proposals.waiting_list().waits[0].weighed.option(unit)
    assert option.rules == (Rule.CAPACITY,)
    with desk.working():
        staying.leave(dossier=file, on=day(0), outcome="own-home", words="")
    desk.gives(waits, unit)


def test_what_is_learned_later_is_named_on_the_board(desk):
    one, two, file, other = desk.unit("1"), desk.unit("2"), desk.asks(), desk.asks()
    desk.lives(file, one)
    desk.lives(other, two)
    assert board(desk)[0].conflicts == []
    with desk.working(LEAD):
        row = asking.open_request(file)
        days = (row.arrive_on, row.leave_on, row.latest_on)
        wish = asking.Wish("intake", "", "short", *days, "sure", {"avoid": [str(other)]})
        asking.change(dossier=file, wish=wish)
    (conflict,) = board(desk)[0].conflicts
    assert (conflict.rule, set(files([conflict.one, conflict.other]))) == (Rule.DANGER, {file, other})
    # It keeps nobody else from a place.
    third, waits = desk.unit("3"), desk.asks(grown_up("M"))
    with desk.working():
        (placing,) = proposals.proposed(reads.board().house, 2.0).placings
    assert (placing.party.request.dossier_id, placing.option.flat.unit.pk) == (waits, third)


def test_what_she_is_by_now_may_not_fit_her_unit_and_the_board_says_so(desk):
    unit, file = desk.unit("1"), desk.asks()
    desk.lives(file, unit)
    stamp = board(desk)[0].stamp
    with desk.working():
        asking.screen(dossier=file, colour="red", found={}, words="")
    found, _ = board(desk)
    (conflict,) = found.conflicts
    assert (conflict.rule, conflict.one.stay.dossier_id, conflict.other) == (Rule.SECURED, file, None)
    assert found.stamp != stamp


def test_a_unit_out_of_use_with_people_in_it_is_an_alarm_until_they_moved(desk):
    one, other, file = desk.unit("1"), desk.unit("2"), desk.asks()
    desk.lives(file, one)
    with desk.working():
        closing = close_unit(agency=desk.agency, unit=one, why="repair", from_on=day(0), until_on=day(4))
    assert board(desk)[1]["1"].alarms == ["closed"]
    with desk.working():
        staying.move(dossier=file, unit=other, until_on=day(9))
    assert board(desk)[1]["1"].alarms == []
    with desk.working(MANAGER):
        reopen_unit(agency=desk.agency, closing=closing.pk)
    assert board(desk)[1]["1"].closing is None


def test_who_is_missing_stands_on_it_with_the_steps_that_were_taken(desk):
    unit, file = desk.unit("1"), desk.asks()
    desk.lives(file, unit)
    with desk.working():
        absences.go(dossier=file, kind=MISSING, since=now(), keep_until=day(3), words="Verzonnen")
        absences.take_step(dossier=file, step="told-police")
    found, cards = board(desk)
    assert (files(found.missing), cards["1"].alarms) == ([file], ["missing"])
    for step in ("told-police", "nothing"):
        with pytest.raises(Refused), desk.working():
            absences.take_step(dossier=file, step=step)
    with desk.working():
        absences.come_back(dossier=file, words="Verzonnen terug")
    assert board(desk)[0].missing == []
    assert desk.logged(file, "absence") == ["C", "U", "U"]


def test_a_bed_that_was_kept_long_enough_asks_for_somebody(desk):
    unit, file = desk.unit("1"), desk.asks()
    desk.lives(file, unit)
    with desk.working():
        absences.go(dossier=file, kind="hospital", since=now(), keep_until=day(1), words="")
    assert board(desk)[0].not_kept == []
    desk.owner.execute("UPDATE shelter_absence SET keep_until = %s", [day(-1)])
    assert files(board(desk)[0].not_kept) == [file]


def test_it_asks_who_was_expected_and_what_came_at_night_and_what_is_held(desk):
    unit, file = desk.unit("1"), desk.asks()
    desk.gives(file, unit)
    held = desk.asks()
    desk.holds(held, desk.unit("2"))
    crisis = desk.unit("9", 1, secured=True, crisis=True)
    with desk.working():
        made = night.take_in(agency=desk.agency, person=Person("", "F", None, "adult"), unit=crisis, words="")
    found, _ = board(desk)
    assert (files(found.arrivals), files(found.to_review), files(found.held)) == ([file], [made.dossier_id], [held])
    assert found.needs_somebody


def test_the_door_offers_units_that_take_somebody_of_whom_nothing_is_known(desk):
    desk.unit("1", 2)
    desk.unit("2", 2, secured=True)
    desk.unit("3", 1, secured=True, crisis=True)
    shared = desk.unit("4", 2, secured=True)
    desk.lives(desk.asks(), shared)
    with desk.working():
        assert [each.unit.name for each in door.free_tonight(desk.agency)] == ["3", "2"]


def test_the_stamp_changes_with_the_board_and_not_without(desk):
    unit, file = desk.unit("1"), desk.asks()
    seen = [board(desk)[0].stamp, board(desk)[0].stamp]
    desk.holds(file, unit)
    seen.append(board(desk)[0].stamp)
    with desk.working():
        actions.confirm(dossier=file)
    seen.append(board(desk)[0].stamp)
    assert [seen[0] == seen[1], len(set(seen))] == [True, 3]
    with desk.working(("shelter", "none")):
        assert reads.stamp(desk.agency) not in seen


def test_weeks_to_come_are_rows_in_which_nobody_meets(desk):
    unit = desk.unit("1", 2)
    desk.lives(desk.asks(nights=10), unit, nights=10)
    desk.lives(desk.asks(nights=5), unit, nights=5)
    desk.gives(desk.asks(ahead=6, nights=300), unit, ahead=6, nights=300)
    timeline = Timeline(desk.house())
    (line,) = timeline.lines
    assert [sum(cell.days for cell in row) for row in line.rows] == [DAYS, DAYS]
    monday = timeline.monday
    spans = {
        (monday + datetime.timedelta(days=sum(each.days for each in row[:n])), cell.days)
        for row in line.rows for n, cell in enumerate(row) if cell.housed
    }  # fmt: skip
    left = DAYS - (day(6) - monday).days
    assert spans == {(day(0), 10), (day(0), 5), (day(6), left)}
    assert [each.stay.until_on for each in timeline.freed] == [day(5), day(10)]


def test_who_waits_is_told_what_keeps_her_out_and_from_when_she_would_fit(desk):
    unit = desk.unit("1", 1)
    desk.lives(desk.asks(nights=8), unit, nights=8)
    green, red = desk.asks(nights=4), desk.asks(colour="red", nights=4)
    with desk.working():
        found = proposals.waiting_list()
        assert [each.party.request.dossier_id for each in found.waits] == [red, green]
        assert [each.blocked_by for each in found.waits] == [(Rule.CAPACITY, Rule.SECURED), (Rule.CAPACITY,)]
        assert [each.weighed.earliest for each in found.waits] == [None, day(8)]


def test_a_proposal_places_as_many_as_can_be_and_says_with_whom_and_whether_it_holds(desk):
    unit, small = desk.unit("1", 2), desk.unit("2", 1)
    first, second = desk.asks(nights=9, sure="unsure"), desk.asks(nights=9)
    family = desk.asks(grown_up(), Person("K.", "F", None, "child"), nights=9)
    desk.gives(desk.asks(ahead=12), small, ahead=12)
    with desk.working():
        told = proposals.proposed(proposals.waiting_list().house, 2.0)
    at = {each.party.request.dossier_id: each.option for each in told.placings}
    assert (told.proven, told.persons) == (True, 3)
    assert at[family].flat.unit.pk == unit
    assert at[family].with_whom == ()
    (single,) = at.keys() - {family}
    assert (at[single].flat.unit.pk, at[single].holds) == (small, single == second)
    assert [(party.request.dossier_id, rules) for party, rules, _day in told.left] == [
        (second if single == first else first, (Rule.CAPACITY,))
    ]


def test_a_proposal_weighs_each_with_the_others_who_are_proposed(desk):
    desk.unit("1", 2)
    one, two = desk.asks(nights=9), desk.asks(nights=9)
    with desk.working():
        told = proposals.proposed(proposals.waiting_list().house, 2.0)
    others = {each.party.request.dossier_id: files(each.option.with_whom) for each in told.placings}
    assert others == {one: [two], two: [one]}
