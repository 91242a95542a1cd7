# SPDX-License-Identifier: EUPL-1.2
"""What a backup brings back, the journal takes away again."""

from datetime import date

import pytest

from baken.closed.retention import journal as journals
from baken.closed.retention.journal import Erased
from baken.closed.retention.tests.office import MANAGER, OFFICER
from baken.core.children import ChildError

REPLAY = """
import sys
from pathlib import Path
import django
django.setup()
from baken.closed.retention.replaying import replay
print(replay(Path(sys.argv[1])))
"""


@pytest.fixture
def restored(office):
    """Let the journal tell of a file that is in the databases, as after a restore, and of one that is not."""
    journals.append(office.journal, Erased(office.file(), date(2026, 11, 1), "request", "request-3-months"))
    journals.append(office.journal, Erased(office.cast.rows["agency"], date(2026, 11, 2), "term", "wgbo-20-years"))
    return office


def replayed(office):
    return int(office.command("-c", REPLAY, str(office.journal)))


def test_it_erases_again_what_came_back_and_once(restored):
    assert restored.rows()["access_dossier"] == 1
    assert replayed(restored) == 1
    assert restored.is_gone()
    assert replayed(restored) == 0
    stones = restored.owner.execute("SELECT erased_on, reason, rule FROM retention_tombstone").fetchall()
    assert stones == [(date(2026, 11, 1), "request", "request-3-months")]


def test_it_destroys_a_key_that_came_back_alone(restored):
    restored.owner.execute("SELECT retention_remove(%s)", [restored.file()])
    assert restored.has_key()
    assert replayed(restored) == 1
    assert not restored.has_key()


def test_it_logs_what_it_erased(restored):
    replayed(restored)
    entries = "SELECT dossier_id, dossier_agency_id FROM audit_entry WHERE activity = 'erasure'"
    assert restored.owner.execute(entries).fetchall() == [(restored.file(), restored.cast.rows["agency"])]


def test_it_finishes_what_two_people_had_agreed_on(restored):
    erasure = restored.ask("request", "empty", OFFICER, requested_on=date(2026, 1, 1))
    decided = "UPDATE retention_erasure SET decided_by_id = %s, decided_at = now(), approved = true WHERE id = %s"
    restored.owner.execute(decided, [restored.cast.person(*MANAGER), erasure.pk])
    assert replayed(restored) == 2
    assert restored.is_gone("empty")


def test_it_touches_nothing_by_a_journal_that_is_damaged(restored):
    with restored.journal.open("a") as file:
        file.write("nonsense\n")
    with pytest.raises(ChildError, match="journal"):
        replayed(restored)
    assert restored.has_key()
    assert restored.rows()["access_dossier"] == 1
