# SPDX-License-Identifier: EUPL-1.2
"""Who is on in which night: put on by who sets up the house, for nights to come, once; taken off before it has been."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from psycopg import errors

from baken.closed.access.models import Appointment
from baken.closed.access.rules import Refused
from baken.closed.access.staffing import dismiss
from baken.closed.audit.models import Entry
from baken.closed.shelter.nights import actions, reads, rules
from baken.closed.shelter.nights.models import Duty
from baken.closed.shelter.nights.rules import DAY, Cover
from baken.closed.shelter.nights.table import table
from baken.closed.shelter.tests.desk import LEAD, MANAGER, OFFICER, SECOND, WORKER

OTHER_HOUSE = (("shelter", "none"), ("manager", "none"))
NOBODY = (LEAD, OFFICER, ("intake", "same"), ("shelter", "post_ended"), *OTHER_HOUSE)
NO_WORKER = (LEAD, MANAGER, ("shelter", "none"), ("shelter", "post_ended"))
FRIDAY = datetime.date(2026, 12, 4)
WRITTEN = """
    INSERT INTO shelter_duty (id, agency_id, night, worker_id, how, put_by_id, put_at)
    VALUES (gen_random_uuid(), %s, %s, %s, 'awake', %s, now())
"""


def ahead(days):
    return reads.tonight() + days * DAY


def put(desk, who=SECOND, first=1, last=None, **given):
    """Put somebody on from a night to another, counted from tonight."""
    span = {"first": ahead(first), "last": ahead(first if last is None else last)}
    with desk.working(given.get("by", MANAGER)):
        return actions.roster(agency=desk.agency, worker=desk.key(who), how=given.get("how", "awake"), **span)


def nights(desk, count=4):
    """Return who is on in so many nights from tomorrow's on."""
    with desk.working():
        found = reads.nights(desk.agency, ahead(1), count)
    return [[each.worker_id for each in night.on] for night in found]


def write(desk, night, who=SECOND):
    """Write a row past everything, as the owner of the database."""
    desk.owner.execute(WRITTEN, [desk.agency, night, desk.key(who), desk.key(WORKER)])


@pytest.mark.parametrize(("hour", "night"), [(23, 4), (0, 3), (7, 3), (8, 4), (12, 4)])
def test_until_the_morning_the_night_of_the_day_before_goes_on(hour, night):
    moment = datetime.datetime.combine(FRIDAY, datetime.time(hour, 59))
    assert rules.night_of(moment, morning=8) == FRIDAY.replace(day=night)


@pytest.mark.parametrize(
    ("how", "least", "cover"),
    [
        ([], 0, Cover.NOBODY), ([], 1, Cover.NOBODY), (["phone"], 0, Cover.ENOUGH), (["phone", "asleep"], 1, Cover.FEW),
        (["awake"], 1, Cover.ENOUGH), (["awake", "phone"], 2, Cover.FEW), (["awake", "awake"], 2, Cover.ENOUGH),
    ],
)  # fmt: skip
def test_a_night_is_covered_by_so_many_who_are_awake(how, least, cover):
    assert rules.cover(how, least) == cover


@pytest.mark.parametrize(
    ("first", "last", "can"),
    [(0, 0, True), (0, 30, True), (0, 31, False), (-1, 0, False), (2, 1, False), (400, 400, True), (400, 401, False)],
)
def test_somebody_is_put_on_for_nights_to_come_in_their_order_and_not_too_many(first, last, can):
    assert rules.can_put_on(FRIDAY + first * DAY, FRIDAY + last * DAY, tonight=FRIDAY) is can
    if can:
        assert len(rules.in_a_row(FRIDAY + first * DAY, FRIDAY + last * DAY)) == last - first + 1


def test_nobody_is_taken_off_a_night_whose_day_is_over():
    rules.check_can_take_off(FRIDAY, today=FRIDAY)
    with pytest.raises(Refused):
        rules.check_can_take_off(FRIDAY - DAY, today=FRIDAY)


def test_each_number_names_its_source_and_is_to_be_confirmed():
    for each in (table().awake, table().morning):
        assert each.number > 0
        assert "geen wet" in each.source
        assert each.verify


def test_somebody_is_on_in_each_night_of_a_row_and_it_is_logged_once(desk):
    rows = put(desk, SECOND, 1, 3)
    assert nights(desk) == [[desk.key(SECOND)]] * 3 + [[]]
    with desk.working(OFFICER):
        (entry,) = Entry.objects.filter(kind="duty")
    assert (entry.user_id, entry.activity) == (desk.key(MANAGER), "create")
    assert set(entry.objects_touched) == {str(each.pk) for each in rows}


def test_who_is_awake_stands_first(desk):
    put(desk, SECOND, how="phone")
    put(desk, WORKER, how="asleep", by=WORKER)
    with desk.working():
        (night,) = reads.nights(desk.agency, ahead(1), 1)
    assert [each.how for each in night.on] == ["asleep", "phone"]
    assert (night.cover, night.awake) == (Cover.FEW, 0)


def test_nobody_is_put_on_twice_and_then_in_none_of_the_nights(desk):
    put(desk, SECOND, 2)
    with pytest.raises(ValidationError, match=str(ahead(2).day)):
        put(desk, SECOND, 1, 3, how="phone")
    assert nights(desk) == [[], [desk.key(SECOND)], [], []]


def test_the_database_holds_that_nobody_is_on_twice_but_anew_after_she_was_taken_off(desk):
    (row,) = put(desk)
    with pytest.raises(errors.UniqueViolation, match="once_in_a_night"):
        write(desk, row.night)
    with desk.working(MANAGER):
        actions.take_off(agency=desk.agency, duty=row.pk)
    write(desk, row.night)
    with pytest.raises(errors.CheckViolation, match="duty_ended_whole"):
        desk.owner.execute("UPDATE shelter_duty SET ended_at = now() WHERE ended_at IS NULL")


def test_nobody_is_on_but_who_works_in_the_house(desk):
    for who in NO_WORKER:
        with pytest.raises(ValidationError):
            put(desk, who)
        with desk.working(MANAGER), pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(WRITTEN, [desk.agency, ahead(1), desk.key(who), desk.key(MANAGER)])
    assert nights(desk) == [[]] * 4


@pytest.mark.parametrize(
    "wrong", [{"how": "dreaming"}, {"first": -1, "last": 1}, {"first": 3, "last": 1}, {"last": 40}]
)
def test_what_cannot_be_is_not_taken(desk, wrong):
    with pytest.raises(ValidationError):
        put(desk, **wrong)
    assert nights(desk) == [[]] * 4


def test_a_swap_is_one_off_and_another_on_and_what_was_stays_to_be_seen(desk):
    (row,) = put(desk)
    with desk.working(WORKER):
        actions.take_off(agency=desk.agency, duty=row.pk)
        with pytest.raises(Refused):
            actions.take_off(agency=desk.agency, duty=row.pk)
    put(desk, WORKER)
    assert nights(desk, 1) == [[desk.key(WORKER)]]
    with desk.working():
        before = Duty.objects.get(pk=row.pk)
    assert (before.worker_id, before.ended_by_id) == (desk.key(SECOND), desk.key(WORKER))


def test_who_was_on_in_a_night_that_has_been_is_not_taken_off_by_anybody(desk):
    write(desk, ahead(-2))
    with desk.working(MANAGER):
        (row,) = Duty.objects.all()
        with pytest.raises(Refused):
            actions.take_off(agency=desk.agency, duty=row.pk)
        past = Duty.objects.filter(pk=row.pk)
        assert past.update(ended_by=desk.key(MANAGER), ended_at="2026-01-01T00:00Z") == 0
        assert past.get().ended_at is None


def test_nobody_of_another_house_or_without_the_role_sees_or_changes_it(desk):
    (row,) = put(desk)
    for who in NOBODY:
        with pytest.raises(Refused):
            put(desk, by=who, first=2)
        with pytest.raises(Refused), desk.working(who):
            actions.take_off(agency=desk.agency, duty=row.pk)
        with desk.working(who):
            assert not Duty.objects.filter(pk=row.pk).exists()
    assert nights(desk, 2) == [[desk.key(SECOND)], []]


def test_a_house_takes_nobody_off_the_nights_of_another(desk):
    (row,) = put(desk)
    with desk.working(("manager", "none")), pytest.raises(Refused):
        actions.take_off(agency=desk.cast.rows["partner"], duty=row.pk)
    assert nights(desk, 1) == [[desk.key(SECOND)]]


def test_who_has_left_the_house_covers_no_night_to_come_and_is_still_named_in_those_that_were(desk):
    put(desk)
    write(desk, ahead(-2))
    with desk.working(OFFICER):
        dismiss(post=Appointment.objects.select_related("user").get(user=desk.key(SECOND)))
    with desk.working():
        before, after = reads.nights(desk.agency, ahead(-2), 1)[0], reads.nights(desk.agency, ahead(1), 1)[0]
    assert [each.worker_id for each in before.on] == [desk.key(SECOND)]
    assert ([*after.on], after.cover) == ([], Cover.NOBODY)
    assert [each.worker_id for each in after.gone] == [desk.key(SECOND)]
    assert after.removable == after.gone


def test_who_was_on_longer_than_a_year_ago_is_let_go_of_when_the_next_is_written(desk):
    write(desk, ahead(-360))
    desk.owner.execute("ALTER TABLE shelter_duty DISABLE TRIGGER duty_forget")
    write(desk, ahead(-370))
    desk.owner.execute("ALTER TABLE shelter_duty ENABLE TRIGGER duty_forget")
    (row,) = put(desk)
    with desk.working():
        assert set(Duty.objects.values_list("night", flat=True)) == {ahead(-360), row.night}
