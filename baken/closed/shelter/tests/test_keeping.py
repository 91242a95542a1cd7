# SPDX-License-Identifier: EUPL-1.2
"""Rooms are checked, keys and devices come back or are asked for, children go to school or somebody says why not."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from baken.closed.access.rules import Refused
from baken.closed.shelter.asking.actions import Person
from baken.closed.shelter.giving import staying
from baken.closed.shelter.living import checks, loans, reads, schools
from baken.closed.shelter.living.day import day as today_in_house
from baken.closed.shelter.living.models import Check
from baken.closed.shelter.models import Guest
from baken.closed.shelter.tests.desk import LEAD, MANAGER, SECOND, WORKER, day, grown_up

NOBODY = (LEAD, MANAGER, ("shelter", "none"), ("shelter", "post_ended"), ("intake", "same"))
ALL_WEEK = [1, 2, 3, 4, 5]


def lend(file, **changed):
    return loans.lend(dossier=file, **({"what": "room-key", "label": "12", "given_on": day(0)} | changed))


def take_back(file, loan, how="back", on=None):
    return loans.take_back(dossier=file, loan=loan.pk, how=how, on=on or day(0))


@pytest.fixture
def today(monkeypatch):
    """Let it be a Wednesday."""
    wednesday = datetime.date(2026, 12, 2)
    for module in ("living.models", "living.schools", "living.day"):
        monkeypatch.setattr(f"baken.closed.shelter.{module}.today", lambda: wednesday)
    return wednesday


def with_child(desk):
    """Return a file of a mother and child, and the child."""
    file = desk.asks(grown_up(), Person("K.Z.", "F", day(-3000)))
    with desk.working():
        return file, next(each for each in Guest.objects.filter(dossier=file) if each.initials == "K.Z.")


def enrol(file, child, **changed):
    told = {"kind": "school", "name": "Verzonnen school", "weekdays": ALL_WEEK, "brought_by": "haar moeder"}
    return schools.enrol(dossier=file, guest=child.pk, **(told | changed))


def test_a_unit_is_due_until_somebody_looked_and_again_after_a_week(desk):
    unit = desk.unit("1")
    with desk.working():
        assert [each.unit.pk for each in today_in_house().due] == [unit]
        row = checks.check(unit=unit, faults=[], repair=False)
        assert today_in_house().due == []
    desk.owner.execute("UPDATE shelter_check SET checked_at = now() - interval '8 days' WHERE id = %s", [row.pk])
    with desk.working():
        assert [each.unit.pk for each in today_in_house().due] == [unit]


def test_what_is_not_in_order_stands_on_the_page_of_the_day_until_it_is(desk):
    unit = desk.unit("1")
    with desk.working():
        for faults, repair in ((["x"], False), ([], True)):
            with pytest.raises(ValidationError):
                checks.check(unit=unit, faults=faults, repair=repair)
        checks.check(unit=unit, faults=["smoke", "lock"], repair=True)
        assert [each.last.faults for each in today_in_house().broken] == [["lock", "smoke"]]
        checks.check(unit=unit, faults=[], repair=False)
        assert today_in_house().broken == []


def test_what_has_to_be_repaired_leads_to_taking_the_unit_out_of_use(desk, signed_in):
    unit, client = desk.unit("1"), signed_in(desk.key(WORKER))
    page = reverse("check_unit", args=[unit])
    assert client.post(page, {}).url == reverse("shelter_day")
    answer = client.post(page, {"faults": ["heating"], "repair": "on"})
    assert answer.url.startswith(reverse("shelter_unit", args=[unit]))
    assert 'value="repair" selected' in client.get(answer.url).content.decode()


def test_a_key_is_with_her_until_it_is_back_or_lost_once(desk):
    file = desk.asks()
    with desk.working():
        row, phone = lend(file), lend(file, what="phone", label="")
        assert {loans.named(each) for each in loans.still_has(file)} >= {loans.named(row)}
        take_back(file, row)
        take_back(file, phone, how="lost")
        with pytest.raises(Refused):
            take_back(file, row)
        assert (reads.living(file).lent, len(reads.living(file).returned)) == ([], 2)
    assert desk.logged(file, "loan") == ["C", "C", "R", "U", "U"]


def test_a_key_has_a_kind_and_days_in_their_order(desk):
    file = desk.asks()
    with desk.working():
        for changed in ({"what": "x"}, {"given_on": day(1)}):
            with pytest.raises(ValidationError):
                lend(file, **changed)
        row = lend(file)
        for how, on in (("x", day(0)), ("back", day(-1)), ("back", day(1))):
            with pytest.raises(ValidationError):
                take_back(file, row, how=how, on=on)


def test_who_leaves_is_asked_for_what_she_has_and_the_day_shows_it_after(desk, signed_in):
    file = desk.asks()
    desk.lives(file, desk.unit("1"))
    with desk.working():
        lend(file)
        assert today_in_house().kept == []
    page = signed_in(desk.key(WORKER)).get(reverse("leave_stay", args=[file])).content.decode()
    assert "sleutel van de kamer 12" in page
    with desk.working():
        staying.leave(dossier=file, on=day(0), outcome="own-home", words="")
        (kept,) = today_in_house().kept
        take_back(file, kept.row)
        assert today_in_house().kept == []


def test_a_child_stands_on_the_page_of_a_school_day_and_somebody_says_once_why_not(desk, today):
    file, child = with_child(desk)
    with desk.working():
        row, other = enrol(file, child), enrol(file, child, weekdays=[today.isoweekday() + 1])
        assert [each.row for each in today_in_house().schools] == [row]
        with pytest.raises(ValidationError):
            schools.miss(dossier=file, school=row.pk, reason="x")
        assert schools.miss(dossier=file, school=row.pk, reason="ill").missed_today == "ill"
        for each in (row, other):
            with pytest.raises(Refused):
                schools.miss(dossier=file, school=each.pk, reason="ill")
        schools.end(dossier=file, school=row.pk)
        assert reads.living(file).schools == [other]
        assert today_in_house().schools == []


def test_a_school_has_a_kind_and_days_and_a_child_of_the_household(desk):
    file, child = with_child(desk)
    _other, anothers = with_child(desk)
    with desk.working():
        for changed in ({"kind": "x"}, {"weekdays": []}, {"weekdays": [9]}):
            with pytest.raises(ValidationError):
                enrol(file, child, **changed)
        with pytest.raises(Refused):
            enrol(file, anothers)


def test_nobody_writes_it_but_who_works_in_the_shelter_of_the_agency(desk):
    file, child = with_child(desk)
    unit = desk.unit("1")
    with desk.working():
        key, school = lend(file), enrol(file, child)
    for who in NOBODY:
        for write in (
            lambda: checks.check(unit=unit, faults=[], repair=False),
            lambda: lend(file),
            lambda: take_back(file, key),
            lambda: enrol(file, child),
            lambda: schools.miss(dossier=file, school=school.pk, reason="ill"),
            lambda: schools.end(dossier=file, school=school.pk),
        ):
            with pytest.raises(Refused), desk.working(who):
                write()
    with desk.working(MANAGER):
        assert not Check.objects.exists()


def test_the_pages_write_down_what_was_filled_in(desk, signed_in, today):
    file, child = with_child(desk)
    desk.lives(file, desk.unit("1", 3))
    client = signed_in(desk.key(SECOND))
    client.post(reverse("lend", args=[file]), {"what": "tag", "label": "T7", "given_on": day(0)})
    told = {"guest": child.pk, "kind": "day-care", "name": "Verzonnen opvang", "weekdays": ["3"]}
    client.post(reverse("enrol", args=[file]), told)
    with desk.working():
        (key,), (school,) = reads.living(file).lent, reads.living(file).schools
    miss = reverse("miss_school", args=[file, school.pk])
    assert miss in client.get(reverse("shelter_day")).content.decode()
    client.post(miss, {"reason": "transport"})
    assert miss not in client.get(reverse("shelter_day")).content.decode()
    client.post(reverse("take_back", args=[file, key.pk]), {"how": "lost", "on": day(0)})
    page = client.get(reverse("living", args=[file])).content.decode()
    assert "kwijt" in page
    assert "Verzonnen opvang" in page
    client.post(reverse("end_school", args=[file, school.pk]))
    assert "Verzonnen opvang" not in client.get(reverse("living", args=[file])).content.decode()
