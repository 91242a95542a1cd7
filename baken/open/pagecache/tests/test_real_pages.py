# SPDX-License-Identifier: EUPL-1.2
"""The cache before the real site and the real database: what changes shows, what is hidden stays hidden."""

import datetime
import threading
import time
from io import BytesIO

import pytest
from django.contrib.auth.models import Group
from django.core.wsgi import get_wsgi_application
from wagtail.models import PageViewRestriction

from baken.bridge.tests import laying
from baken.open.articles import tree
from baken.open.articles.models import ArticlePage
from baken.open.pagecache import following
from baken.open.pagecache.store import Store
from baken.open.pagecache.wsgi import PageCache

pytestmark = pytest.mark.usefixtures("committed")
PATH = "/artikelen/verzonnen/"
LONGEST_SECONDS = 5.0  # a change is visible within this time


@pytest.fixture
def article():
    words = {"aspects": ["legal"], "author": "Testpersoon A", "discipline": "legal", "summary": "Verzonnen."}
    page = ArticlePage(title="Eerste versie", slug="verzonnen", **words)
    return tree.shelf("nl").add_child(instance=page)


@pytest.fixture
def store():
    """Follow the database for as long as the test runs."""
    kept = Store()
    stopped = threading.Event()

    def run():
        with following.listening(kept) as db:
            while not stopped.is_set():
                following.follow_once(kept, db)

    thread = threading.Thread(target=run)
    thread.start()
    until(lambda: kept.generation > 0)
    yield kept
    stopped.set()
    thread.join()


@pytest.fixture
def ask(store):
    site = PageCache(get_wsgi_application(), store)

    def get(path=PATH, **extra):
        seen = {}
        environ = {
            "REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": "", "SERVER_NAME": "localhost",
            "SERVER_PORT": "80", "HTTP_HOST": "localhost", "wsgi.url_scheme": "http", "wsgi.input": BytesIO(), **extra,
        }  # fmt: skip
        body = b"".join(site(environ, lambda status, headers, exc_info=None: seen.update(status=status)))
        return int(seen["status"][:3]), body.decode()

    return get


def until(true):
    end = time.monotonic() + LONGEST_SECONDS
    while not true():
        assert time.monotonic() < end, "the change was not seen in time"
        time.sleep(0.02)


def test_it_keeps_a_published_page(article, ask, store):
    assert ask()[0] == 200
    until(lambda: ask() and any(PATH in key for key in store._answers))


def test_it_shows_a_new_version(article, ask):
    assert "Eerste versie" in ask()[1]
    article.title = "Tweede versie"
    article.save_revision().publish()
    until(lambda: "Tweede versie" in ask()[1])


def test_it_never_shows_a_draft(article, ask):
    ask()
    article.title = "Nog geheim"
    article.save_revision()
    for _ in range(5):
        assert "Nog geheim" not in ask()[1]


def test_it_drops_an_unpublished_page(article, ask):
    assert ask()[0] == 200
    article.unpublish()
    until(lambda: ask()[0] == 404)


@pytest.mark.parametrize("kind", [PageViewRestriction.LOGIN, PageViewRestriction.GROUPS, PageViewRestriction.PASSWORD])
@pytest.mark.parametrize("whole_shelf", [False, True], ids=["page", "above"])
def test_it_drops_a_page_that_became_private_and_never_keeps_it_again(article, ask, store, kind, whole_shelf):
    assert "Eerste versie" in ask()[1]
    page = article.get_parent() if whole_shelf else article
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=kind, password="verzonnen")
    restriction.groups.add(Group.objects.create(name="Verzonnen groep"))
    until(lambda: "Eerste versie" not in ask()[1])
    for _ in range(3):
        assert "Eerste versie" not in ask()[1]
    assert not [key for key in store._answers if PATH in key]


def test_it_drops_a_removed_page(article, ask):
    assert ask()[0] == 200
    article.delete()
    until(lambda: ask()[0] == 404)


def test_it_drops_a_figure_that_the_closed_door_replaced_and_one_that_it_withdrew(committed, ask, store):
    """Committed by another process, as a role that cannot even read the change log."""
    name, door = "example-by-origin", committed.home.address("open_bridge", "copy_open")
    assert ask(f"/figures/{name}")[0] == 404
    old = laying.release(door, name)
    until(lambda: ask(f"/figures/{name}")[0] == 200)
    until(lambda: ask("/figures/") and any("/figures/\n" in key for key in store._answers))
    laying.release(door, name, replaces=old, on=datetime.date(2026, 6, 1))
    until(lambda: "1 juni 2026" in ask(f"/figures/{name}")[1] and "1 juni 2026" in ask("/figures/")[1])
    laying.withdraw(door, name)
    until(lambda: ask(f"/figures/{name}")[0] == ask(f"/figures/{name}/{old}")[0] == 410)
    until(lambda: name not in ask("/figures/")[1])
