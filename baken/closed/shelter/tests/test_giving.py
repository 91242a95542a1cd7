# SPDX-License-Identifier: EUPL-1.2
"""A unit is held, given, lived in, extended, moved from and left; every rule that stands in the way is named."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from baken.closed.access.rules import Refused
from baken.closed.shelter.asking import actions as asking
from baken.closed.shelter.asking.actions import Person
from baken.closed.shelter.giving import actions, beds, night, staying
from baken.closed.shelter.house.actions import close_unit
from baken.closed.shelter.labels import SOFT
from baken.closed.shelter.models import Stay
from baken.closed.shelter.placing.rules import Rule
from baken.closed.shelter.tests.desk import LEAD, MANAGER, SECOND, WORKER, day, fault, grown_up, named, refused


def test_a_unit_is_given_lived_in_and_left_and_every_step_is_in_the_log(desk):
    unit, file = desk.unit("1"), desk.asks()
    desk.lives(file, unit)
    assert desk.nights(file) == [(day(0), day(30))]
    with desk.working():
        staying.leave(dossier=file, on=day(0), outcome="own-home", words="Verzonnen huis")
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
        staying.arrive(dossier=file)
    with desk.working():
        actions.confirm(dossier=file)
        assert staying.arrive(dossier=file).arrived_at


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


def test_what_was_learned_since_it_was_held_counts_when_it_is_given(desk):
    unit, file = desk.unit("1"), desk.asks()
    desk.holds(file, unit)
    with desk.working():
        asking.screen(dossier=file, colour="red", found={}, words="")
    with desk.working(), pytest.raises(ValidationError) as told:
        actions.confirm(dossier=file)
    assert named(" ".join(told.value.messages), Rule.SECURED)


@pytest.mark.parametrize(
    ("needs", "unit"),
    [
        ({"network": ["Caf\u00e9  net"]}, {"building": "a"}),
        ({"excluded_regions": ["NOORD "]}, {}),
        ({"avoid": ["there"]}, {"location": "verzonnen  LOCATIE", "building": "Q"}),
    ],
)
def test_case_letters_and_spaces_make_no_other_name(desk, needs, unit):
    one, there = desk.unit("1", building="A"), desk.asks(network=["cafe\u0301 NET"])
    desk.lives(there, one)
    needs = {name: [str(there) if each == "there" else each for each in told] for name, told in needs.items()}
    other = desk.unit("2", **{"region": "noord", **unit})
    rule = Rule.REGION if "excluded_regions" in needs else Rule.DANGER
    assert named(refused(desk, desk.asks(**needs), other), rule)


def test_nothing_is_given_further_ahead_than_is_looked(desk):
    unit, file = desk.unit("1"), desk.asks()
    assert fault(desk, file, unit, nights=500).code == "far"
    desk.lives(file, unit)
    with desk.working(), pytest.raises(ValidationError):
        staying.extend(dossier=file, until_on=datetime.date(9999, 12, 31))


def test_of_whom_nobody_knows_the_age_shares_with_nobody(desk):
    unit = desk.unit("1", 3)
    desk.lives(desk.asks(grown_up()), unit)
    file = desk.asks(Person("", "F", None, "unknown"))
    assert named(refused(desk, file, unit), Rule.SEX, Rule.MINORS)
    with desk.working():
        asking.tell_people(dossier=file, people=[Person("V.Z.", "F", None, "adult")])
    desk.gives(file, unit)


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
    with desk.working(), pytest.raises(Refused):
        night.review(dossier=stay.dossier_id)
    with desk.working(SECOND):
        assert night.review(dossier=stay.dossier_id).reviewed_by_id == desk.key(SECOND)
    for who in (WORKER, SECOND):
        with desk.working(who), pytest.raises(Refused):
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
        beds.take_back(Stay.objects.get(dossier=file), day(2))
    assert desk.nights(file) == [(day(0), day(2))]
