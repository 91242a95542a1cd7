# SPDX-License-Identifier: EUPL-1.2
"""The search page: with and without JavaScript, with and without results, for those who may and may not see."""

import contextlib
import json

import pytest
from click.testing import CliRunner
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser, Group
from wagtail.models import PageViewRestriction

from baken.accounts.tests.people import sign_in
from baken.core import doors
from baken.open.search import actions, reads
from baken.open.search.engine.parsing import LONGEST
from baken.open.search.engine.shapes import Question
from baken.open.search.tests.databank import article, concept, home, restrict
from baken.verbs.searching import search as search_command

# What is not yet committed is in doubt to the search, so these tests commit.
pytestmark = pytest.mark.usefixtures("committed")


@pytest.fixture
def databank():
    secret = article("Geheime vuurtoren", kind="protocol")
    group = Group.objects.create(name="verzonnen groep")
    restrict(secret, PageViewRestriction.GROUPS, group)
    for number in range(12):
        article(f"Vuurtoren {number}", aspects=["social" if number % 2 else "health"], text="<p>Licht op zee.</p>")
    concept("c900", nl="lichtschip", en="lightship")
    actions.rebuild()
    return group


def order(content: str) -> list[str]:
    return [each.split('"')[1] for each in content.split('class="hit-title"><a href=')[1:]]


def test_it_answers_a_plain_form(client, databank):
    response = client.get("/search/", {"q": "vuurtoren"})
    content = response.content.decode()
    assert response.status_code == 200
    assert len(order(content)) == 10
    assert "<mark>Vuurtoren</mark>" in content
    assert 'class="why"' in content
    assert "?q=vuurtoren&amp;page=2" in content
    assert "set-cookie" not in {name.lower() for name in response.headers}


def test_it_takes_a_question_as_long_from_the_front_page(client, databank):
    for address in ("/search/", home().url):
        assert f'maxlength="{LONGEST}"' in client.get(address).content.decode()


def test_it_gives_htmx_the_part_only(client, databank):
    part = client.get("/search/", {"q": "vuurtoren"}, headers={"HX-Request": "true"})
    assert "<html" not in part.content.decode()
    assert 'id="found"' in part.content.decode()
    assert "HX-Request" in part.headers["Vary"]
    restored = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    assert "<html" in client.get("/search/", {"q": "vuurtoren"}, headers=restored).content.decode()


def test_it_filters_and_counts(client, databank):
    content = client.get("/search/", {"q": "vuurtoren", "aspect": "health", "type": "article"}).content.decode()
    assert len(order(content)) == 6
    assert 'name="aspect" value="health" checked' in content
    assert 'name="aspect" value="social"' in content


def test_it_hides_and_shows_by_who_reads(client, databank):
    assert "Geheime" not in client.get("/search/", {"q": "geheime"}).content.decode()
    assert 'value="protocol"' not in client.get("/search/").content.decode()
    reader = get_user_model().objects.create(email="lezer@example.org")
    assert "group:" not in "".join(reads.tokens(reader))
    reader.groups.add(databank)
    sign_in(client, reader)
    assert "<mark>Geheime</mark>" in client.get("/search/", {"q": "geheime"}).content.decode()


def test_it_says_what_to_do_when_nothing_is_found(client, databank):
    content = client.get("/search/", {"q": "lichtsch xyzzy", "aspect": "legal"}).content.decode()
    assert order(content) == []
    assert 'class="empty' in content
    assert "?q=lichtschip" in content
    assert 'href="/search/?q=lichtsch%20xyzzy"' in content


def test_it_answers_in_english_too(client, databank):
    content = client.get("/en/search/", {"q": "lightship"}).content.decode()
    assert order(content)[0] == "/en/concepts/baken/c900"
    assert "Search the databank" in content


@pytest.mark.parametrize(
    "query",
    [
        "page=0", "page=-1", "page=abc", "page=99999999999999999999", "page=%00", "page=7", "page=%D9%A3", "q=%00%1b",
        "q=" + "a" * 9000, "q=%22onaf", "q=%ED%A0%80", "q=%F0%9F%9A%A8&year=x&year=%00", "aspect=%3Cscript%3E",
        "lang=xx&q=de", "q=%5Clicht&type=concept&form=organ", "&".join(f"kind=k{n}" for n in range(60)),
    ],
)  # fmt: skip
def test_it_answers_any_address(client, databank, query):
    response = client.get(f"/search/?{query}")
    assert response.status_code == 200
    assert "<script>" not in response.content.decode().split("<body", 1)[1]


def test_it_pages_to_the_last_result(client, databank):
    first, second = (order(client.get("/search/", {"q": "vuurtoren", "page": n}).content.decode()) for n in (1, 2))
    assert (len(first), len(second)) == (10, 2)
    assert not set(first) & set(second)


def test_it_says_so_while_there_is_no_index(client):
    response = client.get("/search/", {"q": "licht"})
    assert (response.status_code, response.headers["Retry-After"]) == (503, "15")
    assert 'name="q" value="licht"' in response.content.decode()


@pytest.fixture(autouse=True)
def door_is_open(monkeypatch):
    monkeypatch.setattr(doors, "open_door", contextlib.nullcontext)


def test_it_gives_the_command_and_the_page_the_same_order(client, databank):
    for text in ("vuurtoren licht", "lichtschip", "zee"):
        result = CliRunner().invoke(search_command, [text, "--json"])
        printed = json.loads(result.output)["results"]
        assert printed
        assert [each["url"] for each in printed] == order(client.get("/search/", {"q": text}).content.decode())
        ranked = reads.ranked(Question(text), AnonymousUser())
        assert [each["id"] for each in printed] == [name for name, _ in ranked]


def test_it_prints_the_promised_form(databank):
    printed = json.loads(
        CliRunner().invoke(search_command, ["vuurtoren", "--lang", "nl", "--limit", "3", "--json"]).output
    )
    assert list(printed) == ["query", "total", "milliseconds", "results"]
    assert (printed["query"], printed["total"], len(printed["results"])) == ("vuurtoren", 12, 3)
    for result in printed["results"]:
        assert list(result) == ["id", "type", "title", "url", "lang", "score", "snippet", "why"]
    scores = [result["score"] for result in printed["results"]]
    assert scores == sorted(scores, reverse=True)
