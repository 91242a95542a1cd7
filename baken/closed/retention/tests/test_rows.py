# SPDX-License-Identifier: EUPL-1.2
"""The same rules in the database, asked in plain SQL as the runtime role."""

from uuid import uuid4

import pytest
from django.db import InternalError, ProgrammingError, connection, transaction

from baken.closed.retention.tests.office import LEAD, MANAGER, OFFICER
from baken.core.clock import today

HOLD = """
    INSERT INTO retention_hold (id, dossier_id, reason, note, placed_by_id, since)
    VALUES (%s, %s, 'care', ''::bytea, %s, now())
"""
ASK = """
    INSERT INTO retention_erasure (id, agency_id, made_by_id, made_at, dossier_id, reason, rule, requested_on)
    VALUES (%s, %s, %s, now(), %s, 'request', 'x', '2026-01-01')
"""
DECIDE = "UPDATE retention_erasure SET decided_by_id = %s, decided_at = now(), approved = true WHERE id = %s"

ANOTHER_NOTE = """
    INSERT INTO casework_note (id, dossier_id, part, kind, happened_on, text, written_by_id, written_at)
    SELECT gen_random_uuid(), dossier_id, part, kind, happened_on, text, written_by_id, now() FROM casework_note
    WHERE dossier_id = %s LIMIT 1
"""
ANOTHER_HIDING = """
    INSERT INTO casework_hiding (id, dossier_id, body, written_by_id, written_at)
    SELECT gen_random_uuid(), dossier_id, body, written_by_id, now() FROM casework_hiding
    WHERE dossier_id = %s LIMIT 1
"""


def run(office, who, text, words=()):
    """Run a line of SQL as somebody and return how many rows it touched."""
    with office.working(who), connection.cursor() as cursor:
        cursor.execute(text, list(words))
        return cursor.rowcount


def refused(office, who, text, words=()):
    with pytest.raises((ProgrammingError, InternalError), match=r"row-level security|permission denied|legal hold"):
        run(office, who, text, words)
    return True


def hold(office, who, by=None):
    return HOLD, [uuid4(), office.file(), office.cast.person(*(by or who))]


def ask(office, who, agency="agency", by=None):
    return ASK, [uuid4(), office.cast.rows[agency], office.cast.person(*(by or who)), office.file()]


def test_it_takes_a_hold_from_the_privacy_officer_in_her_own_name(office):
    for who in (MANAGER, LEAD, ("privacy_officer", "none")):
        assert refused(office, who, *hold(office, who))
    assert refused(office, OFFICER, *hold(office, OFFICER, by=MANAGER))
    assert run(office, OFFICER, *hold(office, OFFICER)) == 1


def test_it_shows_a_hold_to_overseers_alone(office):
    office.hold()
    shown = {
        who: run(office, who, "SELECT FROM retention_hold") for who in (OFFICER, MANAGER, LEAD, ("intake", "none"))
    }
    assert shown == {OFFICER: 1, MANAGER: 1, LEAD: 0, ("intake", "none"): 0}


def test_it_lets_a_hold_be_lifted_and_nothing_else(office):
    held = office.hold()
    lift, words = "UPDATE retention_hold SET lifted_by_id = %s, lifted_at = now() WHERE id = %s", [held.pk]
    assert run(office, MANAGER, lift, [office.cast.person(*MANAGER), *words]) == 0
    assert refused(office, OFFICER, lift, [office.cast.person(*MANAGER), *words])
    assert refused(office, OFFICER, "UPDATE retention_hold SET reason = 'care' WHERE id = %s", words)
    assert refused(office, OFFICER, "DELETE FROM retention_hold WHERE id = %s", words)
    assert run(office, OFFICER, lift, [office.cast.person(*OFFICER), *words]) == 1


def test_it_takes_an_erasure_from_who_may_ask_in_her_own_name_and_agency(office):
    for who in (("therapist", "team"), ("case_manager", "same"), ("manager", "none")):
        assert refused(office, who, *ask(office, who))
    assert refused(office, LEAD, *ask(office, LEAD, by=MANAGER))
    assert refused(office, LEAD, *ask(office, LEAD, agency="partner"))
    assert run(office, LEAD, *ask(office, LEAD)) == 1


def test_it_takes_no_erasure_of_what_is_held(office):
    office.hold()
    assert refused(office, LEAD, *ask(office, LEAD))


def test_it_takes_a_decision_from_another_overseer_in_her_own_name(office):
    erasure = office.ask("request", who=MANAGER, requested_on=today())
    for who in (MANAGER, LEAD, ("manager", "none")):
        assert run(office, who, DECIDE, [office.cast.person(*who), erasure.pk]) == 0
    assert refused(office, OFFICER, DECIDE, [office.cast.person("manager", "other"), erasure.pk])
    assert refused(office, OFFICER, "UPDATE retention_erasure SET reason = 'term' WHERE id = %s", [erasure.pk])
    assert run(office, OFFICER, DECIDE, [office.cast.person(*OFFICER), erasure.pk]) == 1


def test_it_takes_no_approval_of_what_is_held(office):
    erasure = office.ask("request", requested_on=today())
    office.hold()
    assert refused(office, OFFICER, DECIDE, [office.cast.person(*OFFICER), erasure.pk])


def test_it_erases_only_what_two_people_agreed_on(office):
    erasure = office.ask("request", requested_on=today())
    with office.working(OFFICER), connection.cursor() as cursor:
        for asked in (erasure.pk, uuid4()):
            cursor.execute("SELECT retention_erase(%s)", [asked])
            assert cursor.fetchone() == (False,)
    assert office.rows()["access_dossier"] == 1


def test_it_erases_nothing_that_a_hold_keeps_whatever_was_decided(office):
    erasure = office.ask("request", requested_on=today())
    office.owner.execute(DECIDE, [office.cast.person(*OFFICER), erasure.pk])
    office.owner.execute(*hold(office, OFFICER))
    assert refused(office, OFFICER, "SELECT retention_erase(%s)", [erasure.pk])


def test_it_takes_no_hold_once_two_people_decided(office):
    erasure = office.ask("request", requested_on=today())
    office.owner.execute(DECIDE, [office.cast.person(*OFFICER), erasure.pk])
    assert refused(office, OFFICER, *hold(office, OFFICER))


def test_it_keeps_clocks_stones_and_the_ways_to_delete_from_what_serves(office):
    main = [office.file()]
    for text, words in (
        ("SELECT retention_remove(%s)", main),
        ("SELECT retention_bury(%s, 'term', 'x', current_date)", main),
        ("UPDATE retention_clock SET changed_on = '2001-01-01' WHERE dossier_id = %s", main),
        ("DELETE FROM retention_clock", []),
        ("DELETE FROM retention_tombstone", []),
        ("DELETE FROM access_dossier", []),
    ):
        assert refused(office, OFFICER, text, words)


def test_it_moves_the_clock_at_every_write_and_at_no_reading(office):
    for text in (
        "UPDATE casework_identity SET nationality = nationality WHERE dossier_id = %s",
        "UPDATE casework_contact SET phone = phone WHERE dossier_id = %s",
        "UPDATE access_dossier SET closed_at = NULL WHERE id = %s",
        ANOTHER_NOTE,
        ANOTHER_HIDING,
    ):
        office.age()
        office.owner.execute(text, [office.file()])
        assert _changed(office) == today(), text
    office.age()
    with office.working(), transaction.atomic():
        run(office, LEAD, "SELECT FROM casework_note")
    assert _changed(office).year == 2001


def _changed(office):
    clock = "SELECT changed_on FROM retention_clock WHERE dossier_id = %s"
    return office.owner.execute(clock, [office.file()]).fetchone()[0]
