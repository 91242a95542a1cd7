# SPDX-License-Identifier: EUPL-1.2
"""A restricted text reaches nobody by any channel of the page or the command: a test for each channel."""

import contextlib

import pytest
from click.testing import CliRunner
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser, Group
from wagtail.models import PageViewRestriction

from baken.accounts.tests.people import sign_in
from baken.core import doors
from baken.open.search import actions, reads
from baken.open.search.engine.shapes import Question
from baken.open.search.tests.databank import article, restrict
from baken.verbs.searching import search as search_command

# What is not yet committed is in doubt to the search, so these tests commit.
pytestmark = pytest.mark.usefixtures("committed")
WORD, NEAR, HALF = "kwikstaartje", "kwikstaartja", "kwiksta"
QUESTIONS = [WORD, NEAR, HALF, f'"{WORD}"', "verborgen", "273f Sr"]


@pytest.fixture(params=["group", "login", "password"])
def databank(request, monkeypatch):
    monkeypatch.setattr(doors, "open_door", contextlib.nullcontext)
    secret = article(
        f"Verborgen {WORD}", text=f"<p>Een {WORD} en art. 273f Sr.</p>", kind="protocol", aspects=["health"]
    )
    article("Openbaar", text="<p>Verborgen is hier niets.</p>")
    group = Group.objects.create(name="verzonnen groep")
    kinds = {"group": (PageViewRestriction.GROUPS, group), "login": (PageViewRestriction.LOGIN,)}
    restrict(secret, *kinds.get(request.param, (PageViewRestriction.PASSWORD,)))
    actions.rebuild()
    return secret


def page(client, text, address="/search/"):
    return client.get(address, {"q": text}).content.decode().replace(f'value="{text}"', "")


@pytest.mark.parametrize("text", QUESTIONS)
def test_no_title_and_no_snippet(databank, text):
    answer = reads.search(Question(text), AnonymousUser())
    told = [each for hit in answer.hits for each in (hit.id, hit.title, hit.title_html, hit.snippet, str(hit.why))]
    assert not any(WORD in each or f"article/{databank.pk}" == each for each in told)


@pytest.mark.parametrize("text", QUESTIONS)
def test_no_count(databank, text):
    answer = reads.search(Question(text), AnonymousUser())
    assert answer.total == len(answer.hits) == (text == "verborgen")
    assert len(reads.ranked(Question(text), AnonymousUser())) == answer.total


@pytest.mark.parametrize("text", ["", *QUESTIONS])
def test_no_facet(databank, text):
    answer = reads.search(Question(text), AnonymousUser())
    assert "protocol" not in dict(answer.facets["kind"])
    assert "health" not in dict(answer.facets["aspect"])


@pytest.mark.parametrize("text", [HALF, WORD, "verborgen", "verb", "ver"])
def test_no_suggestion(databank, client, text):
    assert not any(WORD in title for title in reads.titles(text, AnonymousUser()))
    assert reads.suggestions(text) == []
    assert WORD not in page(client, text).replace(f"{text}", "")


@pytest.mark.parametrize("text", [NEAR, "kwikstaratje", "kwikstaart"])
def test_no_spelling_hint(databank, text):
    assert reads.search(Question(text), AnonymousUser()).meant == ""
    member = get_user_model().objects.create(email="lid@example.org")
    member.groups.add(Group.objects.get(name="verzonnen groep"))
    # Not even to who may read the text: a hint is made of what everybody may read.
    assert reads.search(Question(text), member).meant == ""


def test_no_spelling_hint_once_a_public_text_is_hidden(client):
    public = article("Openbaar", text=f"<p>Een {WORD}.</p>")
    actions.rebuild()
    assert reads.search(Question(NEAR), AnonymousUser()).meant == WORD
    restrict(public, PageViewRestriction.LOGIN)
    assert reads.search(Question(NEAR), AnonymousUser()).meant == ""
    assert reads.titles(HALF, AnonymousUser()) == []
    actions.follow()
    assert reads.search(Question(NEAR), AnonymousUser()).meant == ""


@pytest.mark.parametrize("text", QUESTIONS)
def test_no_command(databank, text):
    for options in ([], ["--json"]):
        told = CliRunner().invoke(search_command, [text, *options]).output
        assert f"Verborgen {WORD}" not in told
        assert f"Een {WORD}" not in told
        assert "Did you mean" not in told


def test_a_member_sees_it_all(client):
    secret = article(f"Verborgen {WORD}", text=f"<p>Een {WORD}.</p>")
    restrict(secret, PageViewRestriction.LOGIN)
    actions.rebuild()
    sign_in(client, get_user_model().objects.create(email="lezer@example.org"))
    content = page(client, HALF)
    assert f"<mark>{WORD}</mark>" in content
    assert f'<option value="Verborgen {WORD}">' in content
