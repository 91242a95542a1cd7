# SPDX-License-Identifier: EUPL-1.2
"""The starter content as a newcomer meets it: both languages linked, cited, found under its own address."""

import pytest
from wagtail.models import Page

from baken.open.articles import reads, starter
from baken.open.articles.actions import load_starter
from baken.open.articles.models import ArticlePage

pytestmark = pytest.mark.django_db


@pytest.fixture
def few(monkeypatch):
    """Take few articles that link to each other, so that a test is quick."""
    keys = {"reflection-period", "monthly-reporting-to-the-police"}
    chosen = tuple(each for each in starter.articles() if each.key in keys)
    monkeypatch.setattr(starter, "articles", lambda: chosen)
    monkeypatch.setattr(starter, "blocks", lambda text: [("text", f"<p>{len(text)}</p>")])
    return chosen


def test_it_puts_every_article_at_its_address_in_both_languages(few, client):
    assert load_starter() == len(few) == 4
    for path in ("/artikelen/bedenktijd/", "/en/articles/reflection-period/", "/artikelen/", "/en/articles/", "/en/"):
        assert client.get(path).status_code == 200, path
    dutch = ArticlePage.objects.get(slug="bedenktijd")
    assert [each["url"] for each in reads.translations(dutch)] == ["/en/articles/reflection-period/"]
    told = next(each for each in few if each.head["slug"] == "bedenktijd")
    assert dutch.citations.count() == len(told.head["citations"])


def test_it_changes_nothing_a_second_time_and_leaves_an_editors_words(few):
    load_starter()
    page = ArticlePage.objects.get(slug="bedenktijd")
    page.title = "Woorden van een redacteur"
    page.save_revision().publish()
    before = Page.objects.count()
    assert load_starter() == 0
    assert Page.objects.count() == before
    assert ArticlePage.objects.get(slug="bedenktijd").title == "Woorden van een redacteur"
