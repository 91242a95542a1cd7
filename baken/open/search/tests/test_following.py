# SPDX-License-Identifier: EUPL-1.2
"""What changes in the databank is found within a second of being committed, and what goes is gone."""

import datetime
import runpy
import threading

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection, transaction
from wagtail.models import PageViewRestriction

from baken.core import settling
from baken.open.articles import schedule
from baken.open.articles.models import ArticlePage
from baken.open.offering import following as shelf_following
from baken.open.pagecache import following as page_following
from baken.open.reporting import service as receipts
from baken.open.search import actions, documents, following, reads
from baken.open.search.engine import folder
from baken.open.search.engine.shapes import Question
from baken.open.search.feedback import service as feedback
from baken.open.search.tests.databank import act, article, concept, home, restrict
from baken.open.sources.models import Entry, Expression

pytestmark = pytest.mark.usefixtures("committed")


def titles(text):
    return sorted(hit.title for hit in reads.search(Question(text), AnonymousUser()).hits)


def test_it_builds_what_is_missing_and_follows_from_there():
    article("Vuurtoren een")
    assert actions.follow() > 0
    assert titles("vuurtoren") == ["Vuurtoren een"]
    article("Vuurtoren twee")
    assert titles("vuurtoren") == ["Vuurtoren een"]
    assert actions.follow() == 1
    assert titles("vuurtoren") == ["Vuurtoren een", "Vuurtoren twee"]
    assert actions.follow() == 0


def test_it_follows_a_page_through_its_life():
    page = article("Vuurtoren", live=False)
    actions.rebuild()
    assert titles("vuurtoren") == []
    page.save_revision().publish()
    actions.follow()
    assert titles("vuurtoren") == ["Vuurtoren"]
    page.title = page.summary = "Lichtschip"
    page.save_revision()
    actions.follow()
    assert titles("lichtschip") == []
    page.save_revision().publish()
    actions.follow()
    assert (titles("vuurtoren"), titles("lichtschip")) == ([], ["Lichtschip"])
    page.refresh_from_db()
    page.unpublish()
    actions.follow()
    assert titles("lichtschip") == []
    page.save_revision().publish()
    page.delete()
    actions.follow()
    assert titles("lichtschip") == []


@pytest.mark.parametrize("place", ["page", "home"])
def test_it_hides_what_is_made_private_and_shows_it_again(place):
    page = article("Vuurtoren")
    actions.rebuild()
    made = restrict(page if place == "page" else home(), PageViewRestriction.LOGIN)
    actions.follow()
    assert titles("vuurtoren") == []
    made.delete()
    actions.follow()
    assert titles("vuurtoren") == ["Vuurtoren"]


def test_it_follows_sources_and_concepts():
    work = act("BWBR9990001", "Wet vuurtorens", {datetime.date(2000, 1, 1): {"artikel/1": "oud licht"}})
    carried = concept("c900", nl="bakenlicht")
    article("Stuk", concepts=[carried])
    actions.rebuild()
    assert titles("oud licht")[:1] == ["Artikel 1"]
    later = Expression.objects.create(
        work=work, language="nl", in_force_from=datetime.date(2001, 1, 1), title="x", digest="x", read_from="x"
    )
    Entry.objects.create(
        expression=later, provision=(old := Entry.objects.get()).provision, position=0, depth=0,
        wording=old.provision.wordings.create(language="nl", digest="y", heading="Artikel 1", text="fonkelnieuw"),
    )  # fmt: skip
    carried.labels.update(text="schijnsel")
    actions.follow()
    assert titles("fonkelnieuw") == ["Artikel 1"]
    assert titles("oud") == []
    assert titles("schijnsel") == ["Stuk", "schijnsel"]
    work.delete()
    actions.follow()
    assert titles("fonkelnieuw") == []


def test_it_only_reads_where_another_process_writes():
    actions.rebuild()
    article("Vuurtoren")
    with folder.writing(reads.store().folder, patient=False):
        assert actions.follow() == 0
        assert titles("vuurtoren") == []
    assert actions.follow() == 1


def test_it_misses_nothing_that_was_committed_during_a_build(monkeypatch):
    plain = documents.everything

    def slowly():
        made = list(plain())
        article("Vuurtoren")
        yield from made

    monkeypatch.setattr(documents, "everything", slowly)
    actions.rebuild()
    assert titles("vuurtoren") == []
    actions.follow()
    assert titles("vuurtoren") == ["Vuurtoren"]


def test_it_builds_anew_for_another_database(committed):
    article("Vuurtoren")
    actions.rebuild()
    connection.close()
    committed.renew()
    actions.follow()
    assert titles("vuurtoren") == []


def test_it_outlives_a_round_that_fails(monkeypatch, caplog):
    def fails():
        connection.ensure_connection()
        raise OSError("disk full")

    monkeypatch.setattr(actions, "follow", fails)
    following.follow_once()
    assert "disk full" in caplog.text
    assert connection.connection is None


def test_it_outlives_a_connection_that_breaks(monkeypatch, caplog):
    def breaks():
        with transaction.atomic(), connection.cursor() as db:
            db.execute("SELECT pg_terminate_backend(pg_backend_pid())")

    with monkeypatch.context() as patch:
        patch.setattr(actions, "follow", breaks)
        following.follow_once()
    assert "could not follow" in caplog.text
    article("Vuurtoren")
    following.follow_once()
    assert titles("vuurtoren") == ["Vuurtoren"]


def test_it_leaves_no_transaction_open(monkeypatch):
    def half_way():
        connection.set_autocommit(False)
        article("Vuurtoren")

    monkeypatch.setattr(actions, "follow", half_way)
    following.follow_once()
    assert connection.connection is None
    assert not connection.in_atomic_block
    assert connection.get_autocommit()
    assert not ArticlePage.objects.exists()


def test_it_begins_with_the_server_and_not_with_a_reader(monkeypatch, client):
    begun = []
    monkeypatch.setattr(following, "start", lambda: begun.append("index"))
    monkeypatch.setattr(page_following, "start", lambda store: begun.append("pages"))
    monkeypatch.setattr(shelf_following, "start", lambda: begun.append("shelf"))
    # What is not begun here would go on beside the tests that follow, and ask a database that is not lent to it.
    monkeypatch.setattr(schedule, "start", lambda: begun.append("schedule"))
    monkeypatch.setattr(receipts, "start", lambda: begun.append("receipts"))
    monkeypatch.setattr(feedback, "start", lambda: begun.append("feedback"))
    monkeypatch.setattr(settling, "settle", lambda: begun.append("settled"))
    client.get("/search/")
    assert begun == []
    assert not {thread.name for thread in threading.enumerate()} & {"search-index", "page-cache", "knowledge"}
    runpy.run_module("baken.wsgi_open")
    assert sorted(begun) == ["feedback", "index", "pages", "receipts", "schedule", "settled", "shelf"]
