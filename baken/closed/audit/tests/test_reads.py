# SPDX-License-Identifier: EUPL-1.2
"""Who asks the log stands in it; what it answers is what happened."""

from datetime import UTC, date, datetime
from uuid import UUID

import psycopg
import pytest
from django.db import connection, transaction
from psycopg import sql

from baken.closed.audit import reads
from baken.closed.audit.acting import Acting, acting_as
from baken.closed.audit.activities import Activity
from baken.closed.audit.models import Entry
from baken.closed.audit.rules import Day
from baken.closed.audit.tests.ledgers import only_policy, write

OFFICER, READER, AGENCY, DOSSIER, OTHER = (UUID(int=number) for number in range(1, 6))
MORNING = datetime(2026, 11, 27, 9, tzinfo=UTC)
LATE = datetime(2026, 11, 27, 23, 30, tzinfo=UTC)  # half past midnight in Amsterdam


@pytest.fixture
def log(committed):
    """Fill the log, and let the runtime role read what the officer's agency may see, as `access` does."""
    with psycopg.connect(committed.address("owner")) as owner:
        own = {"user_id": READER, "agency_id": AGENCY, "roles": ["therapist"]}
        write(owner, **own, at=MORNING, dossier_id=DOSSIER, dossier_agency_id=AGENCY, part="health", ground="team")
        write(owner, **own, at=LATE, activity="list", objects_touched=[str(DOSSIER), str(OTHER)])
        write(owner, **own, at=LATE, dossier_id=OTHER, dossier_agency_id=AGENCY)
        write(owner, **own, at=LATE, dossier_id=DOSSIER, activity="refusal", outcome="refused")
        write(owner, **own, at=LATE, dossier_id=DOSSIER, activity="break-glass")
        write(owner, at=LATE, user_id=OFFICER, dossier_id=OTHER)
    only_policy(committed, sql.SQL("agency_id = {}").format(sql.Literal(AGENCY)))
    return committed


@pytest.fixture
def officer(log):
    """Let the privacy officer ask, in a request of hers."""
    with transaction.atomic(), acting_as(Acting(user=OFFICER, agency=AGENCY)), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('baken.user_id', %s, true)", [str(OFFICER)])
        yield


def own_entries():
    return list(
        Entry.objects.filter(activity=Activity.LOG_READ).values_list("user_id", "dossier_id", "objects_touched")
    )


def test_it_tells_who_saw_a_dossier_in_lists_too(officer):
    entries = reads.about(dossier=DOSSIER, dossier_agency=AGENCY).exclude(activity=Activity.LOG_READ)
    assert [entry.activity for entry in entries][-1] == "read"
    assert {entry.activity for entry in entries} == {"read", "list", "refusal", "break-glass"}


def test_it_tells_what_somebody_did_newest_first(officer):
    entries = list(reads.by(user=READER))
    assert len(entries) == 5
    assert entries[-1].at == MORNING


def test_it_shows_nothing_that_the_policy_does_not(officer):
    assert not reads.by(user=OFFICER).exclude(activity=Activity.LOG_READ).exists()
    assert {entry.agency_id for entry in reads.about(dossier=OTHER, dossier_agency=AGENCY)} == {AGENCY}


def test_it_counts_days_as_they_are_in_amsterdam(officer):
    days = reads.days(agency=AGENCY, since=datetime(2026, 11, 1, tzinfo=UTC))
    assert [day for day in days if day.user == READER] == [
        Day(READER, date(2026, 11, 27), 1, 0, 0),
        Day(READER, date(2026, 11, 28), 2, 1, 1),
    ]


@pytest.mark.parametrize(
    ("ask", "stands"),
    [
        (lambda: reads.about(dossier=DOSSIER, dossier_agency=AGENCY), (OFFICER, DOSSIER, [])),
        (lambda: reads.by(user=READER), (OFFICER, None, [str(READER)])),
        (lambda: reads.days(agency=AGENCY, since=MORNING), (OFFICER, None, [])),
    ],
)
def test_who_asks_stands_in_the_log(officer, ask, stands):
    ask()
    assert own_entries() == [stands]


def test_the_log_answers_nothing_where_no_policy_does(committed):
    with psycopg.connect(committed.address("owner")) as owner:
        write(owner)
    only_policy(committed, sql.SQL("false"))
    assert not Entry.objects.exists()
