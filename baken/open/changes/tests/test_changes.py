# SPDX-License-Identifier: EUPL-1.2
"""Every committed change is told at once and none is missed, whoever commits first."""

import psycopg
import pytest
from django.contrib.auth.models import Group
from django.db import connection
from wagtail.models import Page, PageViewRestriction

from baken.open.changes import reads

pytestmark = pytest.mark.usefixtures("committed")


def second_connection():
    address = connection.get_connection_params()
    return psycopg.connect(
        **{name: address[name] for name in ("dbname", "user", "password", "host", "port") if address.get(name)}
    )


def add(db, name):
    db.execute("INSERT INTO thesaurus_scheme (name, title, uri) VALUES (%s, %s, '')", [name, name])


def test_it_notes_each_thing_once_per_statement():
    before = reads.head()
    with second_connection() as db:
        db.execute(
            "INSERT INTO thesaurus_scheme (name, title, uri)"
            " SELECT 'verzonnen-' || n, 'x', '' FROM generate_series(1, 3) n"
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


def test_it_tells_at_once_and_misses_no_late_committer():
    """An older transaction, still open, must neither hide what is committed nor be passed by the cursor."""
    before = reads.head()
    slow, quick = second_connection(), second_connection()
    try:
        add(slow, "traag")
        add(quick, "vlug")
        quick.commit()
        first = reads.since(before)
        assert len(first.things) == 1
        slow.commit()
        second = reads.since(first.cursor)
        assert len(first.things | second.things) == 2
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


def test_it_sees_a_row_between_two_of_a_quicker_transaction():
    """One transaction adds rows on both sides of another's, and commits first."""
    before = reads.head()
    quick, slow = second_connection(), second_connection()
    try:
        add(quick, "eerst")
        add(slow, "ertussen")
        add(quick, "laatst")
        quick.commit()
        first = reads.since(before)
        slow.commit()
        second = reads.since(first.cursor)
        assert len(first.things | second.things) == 3
    finally:
        slow.close()
        quick.close()


def test_it_notes_the_page_when_the_groups_that_may_see_it_change():
    root = Page.get_first_root_node()
    restriction = PageViewRestriction.objects.create(page=root, restriction_type=PageViewRestriction.GROUPS)
    before = reads.head()
    restriction.groups.add(Group.objects.create(name="Verzonnen groep"))
    assert ("restriction", str(root.pk)) in reads.since(before).things
