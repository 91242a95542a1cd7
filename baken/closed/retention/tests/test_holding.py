# SPDX-License-Identifier: EUPL-1.2
"""What a hold keeps, it keeps; and only the privacy officer places and lifts one."""

from datetime import date

import pytest

from baken.closed.access.rules import Refused
from baken.closed.audit.models import Entry
from baken.closed.retention import actions, erasing, reads
from baken.closed.retention.models import Hold
from baken.closed.retention.tests.office import LEAD, MANAGER, OFFICER

WORDS = "zaak verzonnen-nummer-1"


def test_it_lets_nobody_ask_while_it_stands(office):
    office.age()
    office.hold()
    with pytest.raises(Refused, match="hold"):
        office.ask()
    with pytest.raises(Refused, match="hold"):
        office.ask("request", requested_on=date(2026, 1, 1))


def test_it_lets_nobody_approve_what_was_asked_before_it(office):
    office.age()
    erasure = office.ask()
    office.hold("complaint")
    with pytest.raises(Refused, match="hold"):
        office.approve(erasure)
    assert office.has_key()
    assert not office.journal.exists()


def test_it_gives_way_once_it_is_lifted(office):
    office.age()
    office.lift(office.hold())
    office.approve(office.ask())
    assert office.is_gone()


def test_it_stands_while_another_does(office):
    office.age()
    held = office.hold()
    office.hold("complaint")
    office.lift(held)
    with pytest.raises(Refused, match="hold"):
        office.ask()


def test_it_comes_too_late_once_two_people_decided(office, monkeypatch):
    office.age()
    erasure = office.ask()
    monkeypatch.setattr(erasing, "destroy_key", _power_fails)
    with pytest.raises(OSError, match="power"):
        office.approve(erasure)
    with pytest.raises(Refused, match="decided"):
        office.hold()


def _power_fails(*_words):
    raise OSError("the power fails")


def test_it_is_the_privacy_officers_alone(office):
    held = office.hold()
    for who in (MANAGER, LEAD, ("privacy_officer", "none"), ("privacy_officer", "post_ended")):
        with pytest.raises(Refused), office.working(who):
            actions.place_hold(dossier=office.file(), reason="civil")
        with pytest.raises(Refused), office.working(who):
            actions.lift_hold(hold=held)


def test_it_is_not_placed_on_ones_own_file(office):
    with pytest.raises(Refused), office.working(("privacy_officer", "subject")):
        actions.place_hold(dossier=office.file("privacy_officer.subject"), reason="civil")


def test_it_tells_the_team_that_it_is_there_and_overseers_why(office):
    office.hold(words=WORDS)
    with office.working(LEAD):
        told = reads.keeping(office.file())
        assert (told.held, told.holds) == (True, [])
    with office.working(MANAGER):
        assert [each.note for each in reads.keeping(office.file()).holds] == [WORDS]


def test_it_seals_its_note_and_logs_its_reason_alone(office):
    held = office.hold(words=WORDS)
    (sealed,) = office.owner.execute("SELECT note FROM retention_hold WHERE id = %s", [held.pk]).fetchone()
    assert WORDS.encode() not in bytes(sealed)
    with office.working(OFFICER):
        entry = Entry.objects.get(activity="legal-hold")
    assert (entry.action, entry.facts, entry.objects_touched) == ("C", {"reason": "criminal"}, [str(held.pk)])
    assert entry.dossier_id == office.file()


def test_it_is_lifted_once_and_that_is_logged(office):
    held = office.hold()
    office.lift(held)
    with office.working(OFFICER):
        assert Entry.objects.filter(activity="legal-hold", action="U").count() == 1
        again = Hold.objects.get(pk=held.pk)
    with pytest.raises(Refused):
        office.lift(again)
