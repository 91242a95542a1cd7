# SPDX-License-Identifier: EUPL-1.2
"""A page asks as often in an agency of many files as in one of few, and always finds them by an index."""

import psycopg
import pytest
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench import thousands

PAGES = ("today", "case", "closed", "list", "search", "note", "lead")
NOTE = {"part": "notes", "kind": "talk", "text": "Verzonnen notitie"}
GROWING = ("access_dossier", "access_teamplace", "casework_note", "casework_identity", "audit_entry", "legal_watch")


@pytest.fixture
def home(committed):
    """Return how to fill an agency of three workers with so many cases, and so many open files of each."""

    def home(cases, notes, open_files):
        committed.renew()
        with committed.owning():
            told = thousands.fill(cases, notes, workers=3, open_files=open_files)["people"]
        return {"worker": told[0], "manager": told[-1]}

    return home


def ask(people, page):
    """Ask for a page as whoever it is for."""
    one = people["manager" if page == "lead" else "worker"]
    client = Client()
    client.cookies["baken_closed_session"] = one["session"]
    if page in ("today", "lead"):
        return client.get("/")
    if page == "search":
        return client.post("/files/search/", {"words": "advocaat"})
    if page == "note":
        return client.post(f"/files/{one['open'][0]}/notes/", NOTE)
    return client.get("/files/" if page == "list" else f"/files/{one['closed' if page == 'closed' else 'open'][0]}/")


def counted(people):
    """Return how often each page asks, in both databases; asked once before, as every page after the first is."""
    counts = {}
    for page in PAGES:
        assert ask(people, page).status_code in (200, 302)
        with CaptureQueriesContext(connection) as files, CaptureQueriesContext(connections["keys"]) as keys:
            ask(people, page)
        counts[page] = (len(files), len(keys))
    return counts


def test_a_page_asks_as_often_however_many_files_and_notes_there_are(home):
    small = counted(home(12, 24, 2))
    assert counted(home(180, 900, 8)) == small
    assert small["case"] == small["closed"]


def test_no_page_reads_a_table_that_grows_from_end_to_end(home, committed):
    people = home(60, 240, 4)
    with connection.cursor() as cursor:
        # Where another way is there it is taken; on tables as small as these it would not be.
        cursor.execute("SET enable_seqscan = off")
    with psycopg.connect(committed.address("owner"), autocommit=True) as owner:
        before = scans(owner)
        for page in PAGES:
            assert ask(people, page).status_code in (200, 302)
            assert {table: count for table, count in scans(owner).items() if count != before[table]} == {}, page


def scans(owner):
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_force_next_flush()")
    told = "SELECT relname, seq_scan FROM pg_stat_user_tables WHERE relname = ANY(%s)"
    return dict(owner.execute(told, [list(GROWING)]).fetchall())
