# SPDX-License-Identifier: EUPL-1.2
"""Erased by two people, the key first, the journal second, the rows last, and again after any crash."""

import re
from datetime import date, timedelta
from pathlib import Path

import psycopg
import pytest
from django.db import IntegrityError

from baken.closed.access.actions import open_dossier
from baken.closed.access.rules import Refused
from baken.closed.audit.models import Entry
from baken.closed.casework.models import Identity
from baken.closed.retention import actions, erasing
from baken.closed.retention import journal as journals
from baken.closed.retention.models import Tombstone
from baken.closed.retention.tests.office import HANGS, LEAD, MANAGER, OFFICER
from baken.closed.vault.models import Kek
from baken.closed.vault.reads import KeyGone
from baken.core.clock import today
from tests.cast import canary

SQL = Path(erasing.__file__).with_name("sql") / "erasing.sql"


def test_it_leaves_no_row_and_no_key(office):
    before = office.rows()
    assert min(before[table] for table in before.keys() - {"retention_hold", "retention_erasure"}) > 0
    office.erase()
    assert office.is_gone()


def test_it_leaves_nothing_that_opens_a_copy_of_the_rows(office):
    with office.working():
        copied, read = (Identity.objects.get(dossier=office.file()) for _ in range(2))
        assert read.name == canary("name")
    office.erase()
    with pytest.raises(KeyGone):
        assert copied.name


def test_it_takes_the_blind_index_away(office):
    index = "SELECT count(*) FROM casework_contact WHERE phone_index IS NOT NULL AND dossier_id = %s"
    assert office.owner.execute(index, [office.file()]).fetchone() == (1,)
    office.erase()
    assert office.owner.execute(index, [office.file()]).fetchone() == (0,)


def test_it_destroys_the_key_above_once_it_has_no_other(office):
    with psycopg.connect(office.copy.address("owner", "keys"), autocommit=True) as keys:
        keys.execute("DELETE FROM vault_dossierkey WHERE dossier <> %s", [office.file()])
    office.erase()
    assert [bytes(kek.wrapped) for kek in Kek.objects.all()] == [b""]


def test_it_erases_nothing_of_another_file(office):
    office.erase()
    others = [name for name in office.cast.files if name != "main"]
    assert all(office.has_key(name) and office.rows(name)["access_dossier"] == 1 for name in others)
    assert Kek.objects.filter(destroyed_at=None).count() == 1


def test_it_leaves_a_tombstone_that_tells_nothing_of_whose_it_was(office):
    office.erase()
    with office.working(MANAGER):
        (stone,) = Tombstone.objects.all()
    columns = {each.attname for each in Tombstone._meta.concrete_fields}
    assert columns == {"id", "agency_id", "erased_on", "reason", "rule"}
    assert stone.pk != office.file()
    assert (stone.agency_id, stone.reason) == (office.cast.rows["agency"], "term")
    assert stone.rule in {"wgbo-20-years", "youth-20-years"}
    assert abs((stone.erased_on - today()).days) <= 1


def test_its_number_does_not_come_back(office):
    numbers = []
    for _ in range(2):
        with office.working():
            made = open_dossier(agency=office.cast.rows["agency"])
        numbers.append(made.number)
        office.owner.execute("SELECT retention_bury(%s, 'request', 'proof', %s)", [made.pk, today()])
    assert len(set(numbers)) == len(numbers)


def test_it_leaves_no_page_of_the_file(office, signed_in):
    office.erase()
    assert signed_in(office.cast.person(*LEAD)).get(f"/files/{office.file()}/").status_code == 404


def test_it_logs_who_asked_who_approved_and_that_it_is_done(office):
    office.erase()
    with office.working(OFFICER):
        found = Entry.objects.filter(activity="erasure", dossier_id=office.file()).order_by("at")
        told = [(each.action, each.user_id, each.facts.get("decision")) for each in found]
    asker, decider = office.cast.person(*LEAD), office.cast.person(*OFFICER)
    assert told == [("C", asker, None), ("U", decider, "approved"), ("D", decider, None)]


def test_it_needs_a_second_person(office):
    office.age()
    erasure = office.ask(who=MANAGER)
    for who in (MANAGER, LEAD):
        with pytest.raises(Refused, match="another"):
            office.approve(erasure, who)
    assert not office.journal.exists()
    office.approve(erasure, OFFICER)
    assert len(journals.read(office.journal)) == 1


def test_it_is_asked_by_nobody_else(office):
    office.age()
    nobody = [("case_manager", "same"), ("therapist", "team"), ("manager", "none"), ("manager", "inactive"),
              ("intake", "team"), ("privacy_officer", "post_ended")]  # fmt: skip
    for who in nobody:
        with pytest.raises(Refused):
            office.ask(who=who)


def test_it_waits_for_the_term(office):
    office.age(date(today().year - 19, 1, 1))
    with pytest.raises(Refused, match="term"):
        office.ask()


def test_it_goes_before_the_term_when_the_person_asks(office):
    office.approve(office.ask("request", requested_on=today()))
    assert office.is_gone()
    assert journals.read(office.journal)[0].rule == "request-3-months"


def test_it_takes_no_request_without_a_day_or_from_the_future(office):
    for day in (None, today() + timedelta(days=1)):
        with pytest.raises(Refused, match="day"):
            office.ask("request", requested_on=day)


def test_it_is_asked_once_and_again_after_it_was_declined(office):
    erasure = office.ask("request", requested_on=today())
    with pytest.raises(Refused, match="already"):
        office.ask("request", requested_on=today())
    with office.working(MANAGER):
        actions.decline_erasure(erasure=erasure)
    assert office.ask("request", requested_on=today()).pk != erasure.pk


# The order, and what a crash between two steps leaves.


def test_it_destroys_the_key_before_the_journal_and_the_rows_last(office, monkeypatch):
    seen = []

    def watched(name, step):
        def watching(*words):
            seen.append((name, office.has_key(), office.journal.exists(), office.rows()["access_dossier"]))
            return step(*words)

        return watching

    monkeypatch.setattr(erasing, "destroy_key", watched("key", erasing.destroy_key))
    monkeypatch.setattr(journals, "append", watched("journal", journals.append))
    monkeypatch.setattr(erasing, "_remove_rows", watched("rows", erasing._remove_rows))
    office.erase()
    assert seen == [("key", True, False, 1), ("journal", False, False, 1), ("rows", False, True, 1)]


@pytest.mark.parametrize("step", ["destroy_key", "journal.append", "_remove_rows"])
def test_it_goes_on_where_it_was_cut_off(office, monkeypatch, step):
    office.age()
    erasure = office.ask()
    with monkeypatch.context() as patch:
        patch.setattr(f"baken.closed.retention.erasing.{step}", _cut_off)
        with pytest.raises(OSError, match="cut off"):
            office.approve(erasure)
    assert office.rows()["access_dossier"] == 1
    assert office.again(erasure)
    assert not office.again(erasure)
    assert office.is_gone()
    assert [each.dossier for each in journals.read(office.journal)] == [office.file()]


def _cut_off(*_words):
    raise OSError("cut off")


def test_it_is_finished_by_the_command(office, monkeypatch):
    office.age()
    erasure = office.ask()
    with monkeypatch.context() as patch:
        patch.setattr(erasing, "_remove_rows", _cut_off)
        with pytest.raises(OSError, match="cut off"):
            office.approve(erasure)
    assert office.command("-m", "baken.verbs.erasing", "resume") == "1"
    assert office.command("-m", "baken.verbs.erasing", "resume") == "0"
    assert office.is_gone()


def test_the_command_counts_what_is_due_and_tells_no_more(office):
    office.age()
    office.age(name="empty")
    office.hold(name="empty")
    assert office.command("-m", "baken.verbs.erasing", "due") == '{"Verzonnen centrum": [2, 1]}'


def test_it_loses_nothing_where_a_row_cannot_go(office):
    """A table that hangs from a dossier, and that nobody told the function of, stops it before any row is lost."""
    office.owner.execute("CREATE TABLE stray (dossier_id uuid REFERENCES access_dossier DEFERRABLE INITIALLY DEFERRED)")
    office.owner.execute("INSERT INTO stray VALUES (%s)", [office.file()])
    with pytest.raises(IntegrityError, match="stray"):
        office.erase()
    assert office.rows()["casework_note"] == 4


def test_it_knows_every_table_that_hangs_from_a_dossier(office):
    removed = set(re.findall(r"DELETE FROM (\w+)", SQL.read_text(encoding="utf-8")))
    hanging, found = {"access_dossier"}, set()
    while hanging - found:
        found |= hanging
        hanging |= {table for table, _column in office.owner.execute(HANGS, [sorted(found)])}
    assert removed == found
