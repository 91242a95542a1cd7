# SPDX-License-Identifier: EUPL-1.2
"""She stays longer, moves and leaves; where she slept last night counts, and nobody vanishes."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from baken.closed.shelter.giving import absences, staying
from baken.closed.shelter.models import Stay
from baken.closed.shelter.placing.rules import Rule
from baken.closed.shelter.tests.desk import WORKER, day, fault, named, refused
from baken.closed.shelter.weighing import instances
from baken.core.clock import now


def test_a_stay_is_extended_as_long_as_there_is_room_and_no_rule_is_broken(desk):
    unit, file = desk.unit("1", 1), desk.asks()
    desk.lives(file, unit)
    desk.gives(desk.asks(ahead=40), unit, ahead=40)
    with desk.working(), pytest.raises(ValidationError):
        staying.extend(dossier=file, until_on=day(41))
    with desk.working():
        staying.extend(dossier=file, until_on=day(40))
    assert desk.nights(file) == [(day(0), day(30)), (day(30), day(40))]


def test_who_moves_goes_today_and_the_rest_of_the_old_unit_is_free(desk):
    one, other, file = desk.unit("1", 1), desk.unit("2", 1, building="B"), desk.asks(network=["net"])
    desk.lives(file, one)
    slept(desk, file, 5)
    with desk.working():
        new = staying.move(dossier=file, unit=other, until_on=day(20))
        assert (new.unit_id, new.from_on, new.until_on, bool(new.arrived_at)) == (other, day(0), day(20), True)
    assert desk.nights(file) == [(day(-5), day(0)), (day(0), day(20))]
    found = desk.house()
    assert [each.stay.unit_id for each in found.stays] == [other]
    assert list(instances.conflicts(found)) == []  # she is no danger to herself
    desk.gives(desk.asks(), one)


_EARLIER = """
    WITH gone AS (DELETE FROM shelter_bed WHERE dossier_id = %(file)s RETURNING *)
    INSERT INTO shelter_bed (id, dossier_id, stay_id, guest_id, place_id, nights)
    SELECT id, dossier_id, stay_id, guest_id, place_id, daterange(%(from)s, upper(nights)) FROM gone
"""


def slept(desk, file, days):
    """Let a stay have begun some days ago."""
    words = {"file": file, "from": day(-days)}
    desk.owner.execute("UPDATE shelter_stay SET from_on = %(from)s WHERE dossier_id = %(file)s", words)
    desk.owner.execute(_EARLIER, words)


def test_where_she_slept_last_night_nobody_comes_who_must_not_be_near_her(desk):
    one, far, file = desk.unit("1", 1), desk.unit("2", 1, location="Elders", building="Z"), desk.asks()
    desk.lives(file, one)
    slept(desk, file, 3)
    feared = desk.asks(avoid=[str(file)], nights=3)
    with desk.working():
        staying.move(dossier=file, unit=far, until_on=day(9))
    assert named(refused(desk, feared, one, nights=3), Rule.DANGER)
    assert named(refused(desk, feared, far, nights=3), Rule.DANGER) or fault(desk, feared, far, nights=3).code == "gone"
    desk.gives(feared, one, ahead=1, nights=2)


def test_nobody_moves_over_a_soft_rule_or_while_she_is_away_or_to_where_she_is(desk):
    one, family, free, file = desk.unit("1"), desk.unit("2", 3, family=True), desk.unit("3"), desk.asks()
    desk.lives(file, one)
    for unit in (family, one):
        with desk.working(), pytest.raises(ValidationError):
            staying.move(dossier=file, unit=unit, until_on=day(9))
    with desk.working():
        absences.go(dossier=file, kind="missing", since=now(), keep_until=day(1), words="")
    with desk.working(), pytest.raises(ValidationError):
        staying.move(dossier=file, unit=free, until_on=day(9))
    assert desk.nights(file) == [(day(0), day(30))]


def test_who_should_have_left_leaves_on_the_day_she_left_or_moves(desk):
    one, other = desk.unit("1"), desk.unit("2")
    for end in (lambda file: staying.leave(dossier=file, on=day(0), outcome="own-home", words=""),
                lambda file: staying.move(dossier=file, unit=other, until_on=day(5))):  # fmt: skip
        file = desk.asks()
        desk.lives(file, one)
        overdue(desk, file, 3)
        with desk.working():
            end(file)
            first = Stay.objects.filter(dossier=file, ended_at__isnull=False).get()
            assert first.until_on == day(0)


def overdue(desk, file, days):
    """Let a stay have begun a month ago and been to end some days ago."""
    desk.owner.execute("UPDATE shelter_bed SET nights = 'empty' WHERE dossier_id = %s", [file])
    span = [day(-30), day(-days), file]
    desk.owner.execute("UPDATE shelter_stay SET from_on = %s, until_on = %s WHERE dossier_id = %s", span)


def test_nobody_arrives_once_the_stay_is_over(desk):
    unit, file = desk.unit("1"), desk.asks()
    desk.gives(file, unit)
    overdue(desk, file, 3)
    with desk.working(), pytest.raises(ValidationError):
        staying.arrive(dossier=file)


def test_a_request_that_ended_is_seen_for_a_month_and_no_longer(desk):
    unit, file = desk.unit("1"), desk.asks()
    desk.lives(file, unit)
    with desk.working():
        staying.leave(dossier=file, on=day(0), outcome="own-home", words="")
        assert Stay.objects.filter(dossier=file).exists()
    desk.owner.execute("UPDATE shelter_request SET ended_at = now() - %s", [datetime.timedelta(days=31)])
    with desk.working(WORKER):
        assert not Stay.objects.filter(dossier=file).exists()
