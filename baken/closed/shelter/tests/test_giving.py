# SPDX-License-Identifier: EUPL-1.2
"""A unit is held, given, lived in, extended, moved from and left; every rule that stands in the way is named."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from baken.closed.access.rules import Refused
from baken.closed.shelter.asking import actions as asking
from baken.closed.shelter.asking.actions import Person
from baken.closed.shelter.giving import actions, beds, night
from baken.closed.shelter.house.actions import close_unit
from baken.closed.shelter.labels import RULES, SOFT
from baken.closed.shelter.models import Stay
from baken.closed.shelter.placing.rules import Rule
from baken.closed.shelter.tests.desk import LEAD, MANAGER, SECOND, WORKER, day, grown_up


def refused(desk, file, unit, **given):
    """Return what is said when a unit cannot be given."""
    return " ".join(fault(desk, file, unit, **given).messages)


def fault(desk, file, unit, **given):
    with pytest.raises(ValidationError) as told:
        desk.gives(file, unit, **given)
    return told.value


def named(told, *rules):
    return {rule for rule in Rule if str(RULES[rule]) in told} == set(rules)


def test_a_unit_is_given_lived_in_and_left_and_every_step_is_in_the_log(desk):
    unit, file = desk.unit("1"), desk.asks()
    desk.lives(file, unit)
    assert desk.nights(file) == [(day(0), day(30))]
    with desk.working():
        actions.leave(dossier=file, on=day(0), outcome="own-home", words="Verzonnen huis")
    assert desk.nights(file) == []
    assert [each.stay.outcome for each in desk.house().lately] == []  # no night of it was slept
    assert desk.logged(file, "stay") == ["C", "U", "U"]


def test_a_hold_runs_out_and_its_nights_can_be_given(desk):
    unit, first, second = desk.unit("1", 1), desk.asks(), desk.asks()
    held = desk.holds(first, unit)
    assert fault(desk, second, unit).code == "gone"
    desk.owner.execute("UPDATE shelter_stay SET hold_until = now() - interval '1 minute' WHERE id = %s", [held.pk])
    desk.gives(second, unit)
    assert desk.nights(first) == []
    with desk.working():
        assert Stay.objects.get(pk=held.pk).outcome == "lapsed"
    assert [each.request.dossier_id for each in desk.house().waiting] == [first]


def test_what_is_held_is_given_once_confirmed_and_nobody_comes_before(desk):
    unit, file = desk.unit("1"), desk.asks()
    desk.holds(file, unit)
    with desk.working(), pytest.raises(ValidationError):
        actions.arrive(dossier=file)
    with desk.working():
        actions.confirm(dossier=file)
        assert actions.arrive(dossier=file).arrived_at


def test_a_hold_is_let_go_and_the_household_waits_again(desk):
    unit, file = desk.unit("1"), desk.asks()
    desk.holds(file, unit)
    with desk.working():
        actions.release(dossier=file)
    assert [each.request.dossier_id for each in desk.house().waiting] == [file]
    desk.gives(file, unit)


def test_each_hard_rule_is_named_and_none_is_set_aside_with_a_reason(desk):
    secured = desk.unit("veilig", secured=True)
    shared, small = desk.unit("1", 3, location="Zuid", region="Zuid"), desk.unit("2", 1, location="Elders")
    there = desk.asks(grown_up("M"), network=["Net A"])
    desk.gives(there, shared)
    assert named(refused(desk, desk.asks(), shared, why="toch"), Rule.SEX)
    assert named(refused(desk, desk.asks(Person("K.", "M", day(-4000))), shared, why="toch"), Rule.MINORS)
    assert named(refused(desk, desk.asks(grown_up("M"), network=["net a"]), shared, why="toch"), Rule.DANGER)
    assert named(refused(desk, desk.asks(colour="red"), small, why="toch"), Rule.SECURED)
    assert named(refused(desk, desk.asks(grown_up("M"), excluded_regions=["Zuid"]), shared), Rule.REGION)
    assert fault(desk, desk.asks(grown_up(), grown_up()), small).code == "gone"
    desk.gives(desk.asks(colour="red"), secured)


def test_whom_she_must_not_be_near_keeps_her_out_of_the_location_also_some_days_after(desk):
    one, other, far = desk.unit("1"), desk.unit("2", building="B"), desk.unit("3", location="Elders", building="Z")
    there = desk.asks()
    desk.lives(there, one)
    file = desk.asks(avoid=[str(there)])
    assert named(refused(desk, file, other), Rule.DANGER)
    desk.gives(file, far)


def test_a_unit_out_of_use_is_not_given_for_those_nights(desk):
    unit, file = desk.unit("1"), desk.asks()
    with desk.working():
        close_unit(agency=desk.agency, unit=unit, why="repair", from_on=day(10), until_on=day(12))
    assert named(refused(desk, file, unit), Rule.CLOSED)
    desk.gives(file, unit, nights=10)


def test_a_soft_rule_is_set_aside_by_two_people_with_a_reason(desk):
    unit, file = desk.unit("1", 3, family=True), desk.asks()
    assert str(SOFT["family"]) in refused(desk, file, unit)
    stay = desk.gives(file, unit, why="Nergens anders plek")
    assert stay.hold_until
    assert stay.lifted == ["family"]
    with desk.working(), pytest.raises(ValidationError):
        actions.confirm(dossier=file)
    with desk.working(), pytest.raises(Refused):
        actions.second(dossier=file)
    with desk.working(SECOND):
        actions.second(dossier=file)
    with desk.working():
        assert actions.confirm(dossier=file).hold_until is None


def test_a_minor_alone_is_placed_once_who_has_authority_consented(desk):
    unit = desk.unit("1")
    file = desk.asks(Person("K.", "F", day(-15 * 365)))
    assert fault(desk, file, unit).code == "consent"
    desk.holds(file, unit)
    with desk.working(), pytest.raises(ValidationError):
        actions.confirm(dossier=file)
    with desk.working(LEAD):
        asking.record_consent(dossier=file, by="Verzonnen voogd", on=day(0))
    with desk.working():
        actions.confirm(dossier=file)
    mother = desk.asks(grown_up(), Person("K.", "M", day(-2000)))
    desk.gives(mother, desk.unit("2"))


def test_a_stay_is_extended_as_long_as_there_is_room_and_no_rule_is_broken(desk):
    unit, file = desk.unit("1", 1), desk.asks()
    desk.lives(file, unit)
    desk.gives(desk.asks(ahead=40), unit, ahead=40)
    with desk.working(), pytest.raises(ValidationError):
        actions.extend(dossier=file, until_on=day(41))
    with desk.working():
        actions.extend(dossier=file, until_on=day(40))
    assert desk.nights(file) == [(day(0), day(30)), (day(30), day(40))]


def test_who_moves_keeps_her_days_and_leaves_the_rest_of_the_old_unit_free(desk):
    one, other, file = desk.unit("1", 1), desk.unit("2", 1), desk.asks()
    desk.lives(file, one)
    with desk.working():
        made = actions.move(dossier=file, unit=other, on=day(5))
    assert (made.unit_id, made.from_on, made.until_on) == (other, day(5), day(30))
    assert desk.nights(file) == [(day(0), day(5)), (day(5), day(30))]
    desk.gives(desk.asks(ahead=5), one, ahead=5)


def test_nobody_gives_a_place_but_who_works_in_the_shelter(desk):
    unit, file = desk.unit("1"), desk.asks()
    for who in (LEAD, MANAGER, ("shelter", "none"), ("shelter", "post_ended"), ("intake", "same")):
        with pytest.raises(Refused):
            desk.gives(file, unit, by=who)
    desk.gives(file, unit, by=("shelter", "team"))


def test_at_night_a_file_is_opened_and_what_is_not_known_counts_as_the_worst(desk):
    desk.unit("1", 2)
    crisis = desk.unit("9", 2, secured=True, crisis=True)
    with desk.working():
        stay = night.take_in(agency=desk.agency, person=Person("", "X", None, "unknown"), unit=crisis, words="")
        assert stay.arrived_at
        assert (stay.review_by, stay.until_on) == (night.next_morning(), day(3))
    assert named(refused(desk, desk.asks(colour="red"), crisis, why="toch"), Rule.SEX, Rule.MINORS)
    with desk.working(SECOND):
        assert night.review(dossier=stay.dossier_id).reviewed_by_id == desk.key(SECOND)
    with desk.working(), pytest.raises(Refused):
        night.review(dossier=stay.dossier_id)


def test_at_night_no_rule_of_danger_is_set_aside(desk):
    plain = desk.unit("1")
    with desk.working(), pytest.raises(ValidationError):
        night.take_in(agency=desk.agency, person=Person("", "X", None, "unknown"), unit=plain, words="")


def test_places_are_put_together_where_no_single_one_is_free_all_the_time(desk):
    unit = desk.unit("1", 2)
    desk.gives(desk.asks(nights=10), unit, nights=10)
    desk.gives(desk.asks(ahead=10, nights=10), unit, nights=10, ahead=10)
    desk.gives(desk.asks(ahead=5, nights=10), unit, nights=10, ahead=5)
    file = desk.asks(nights=5)
    desk.gives(file, unit, nights=5)
    with desk.working():
        assert beds.take_back(Stay.objects.get(dossier=file), day(2)) is None
    assert desk.nights(file) == [(day(0), day(2))]


def test_a_request_that_ended_is_seen_for_a_month_and_no_longer(desk):
    unit, file = desk.unit("1"), desk.asks()
    desk.lives(file, unit)
    with desk.working():
        actions.leave(dossier=file, on=day(0), outcome="own-home", words="")
        assert Stay.objects.filter(dossier=file).exists()
    desk.owner.execute("UPDATE shelter_request SET ended_at = now() - %s", [datetime.timedelta(days=31)])
    with desk.working(WORKER):
        assert not Stay.objects.filter(dossier=file).exists()
