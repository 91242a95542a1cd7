# SPDX-License-Identifier: EUPL-1.2
"""No change is missed and none is acted on too early, whoever commits first."""

import psycopg
import pytest
from django.db import connection

from baken.open.changes import reads

pytestmark = pytest.mark.usefixtures("committed")


def second_connection():
    address = connection.get_connection_params()
    return psycopg.connect(**{name: address[name] for name in ("dbname", "user", "password", "host", "port") if address.get(name)})


def add(db, name):
    db.execute("INSERT INTO thesaurus_scheme (name, title, uri) VALUES (%s, %s, '')", [name, name])


def test_it_notes_each_thing_once_per_statement():
    before = reads.head()
    with second_connection() as db:
        db.execute(
            "INSERT INTO thesaurus_scheme (name, title, uri) SELECT 'verzonnen-' || n, 'x', '' FROM generate_series(1, 3) n"
        )
    changes = reads.since(before)
    assert len(changes.things) == 3
    assert {kind for kind, _ in changes.things} == {"scheme"}
    assert reads.since(changes.cursor).things == frozenset()


def test_it_notes_updates_and_removals():
    with second_connection() as db:
        add(db, "verzonnen")
    before = reads.head()
    with second_connection() as db:
        db.execute("UPDATE thesaurus_scheme SET title = 'y' WHERE name = 'verzonnen'")
    changed = reads.since(before)
    with second_connection() as db:
        db.execute("DELETE FROM thesaurus_scheme WHERE name = 'verzonnen'")
    assert changed.things == reads.since(changed.cursor).things != frozenset()


def test_it_waits_for_an_older_transaction_that_commits_late():
    """The late committer took its row number first: a cursor that ran ahead would never see it."""
    before = reads.head()
    slow, quick = second_connection(), second_connection()
    try:
        add(slow, "traag")
        add(quick, "vlug")
        quick.commit()
        assert reads.since(before).things == frozenset()
        slow.commit()
        assert len(reads.since(before).things) == 2
    finally:
        slow.close()
        quick.close()


def test_it_notes_nothing_that_was_rolled_back():
    before = reads.head()
    db = second_connection()
    add(db, "nooit")
    db.rollback()
    db.close()
    assert reads.since(before).things == frozenset()
