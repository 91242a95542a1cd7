# SPDX-License-Identifier: EUPL-1.2
"""A collection holds, in each language, what was last imported in it, and is asked like the databank."""

import os
import subprocess
import sys

import pytest

from baken.open.search.collections import actions, reads, shelf
from baken.open.search.engine import store
from baken.open.search.engine.shapes import Question
from baken.open.search.lexicon import actions as lexicon
from baken.open.search.tests.bilingual import pairs
from baken.open.sources.importers.jsonl import Text

# Laying texts needs none; who asks knows the lexicon, which stands in it.
pytestmark = pytest.mark.django_db

DUTCH = [Text("verdrag#1", "nl", "", "Een slachtoffer op zee."), Text("doc/38 bis", "nl", "Licht", "Een slachtoffer.")]
ENGLISH = [Text("verdrag#1", "en", "", "A lighthouse at sea.")]


def found(words, **rest):
    return sorted((hit.id, hit.lang) for hit in reads.search("proef", Question(words, **rest)).hits)


def test_it_answers_with_ids_as_they_were():
    assert actions.bring_in(name="proef", texts=DUTCH) == 0
    assert found("slachtoffers") == [("doc/38 bis", "nl"), ("verdrag#1", "nl")]
    answer = reads.search("proef", Question("slachtoffers"))
    assert [hit.id for hit in answer.hits] == [name for name, _ in reads.ranked("proef", Question("slachtoffers"))]
    assert {hit.title for hit in answer.hits} == {"Een slachtoffer op zee.", "Licht"}
    assert answer.hits[0].why[0].forms == ("slachtoffer",)


def test_it_needs_no_django():
    bare = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    words = [sys.executable, "-c", "from baken.open.search.collections import actions, reads"]
    assert subprocess.run(words, env=bare, check=False, capture_output=True).stderr == b""


def test_it_is_asked_across_languages_by_the_lexicon():
    actions.bring_in(name="proef", texts=DUTCH)
    lexicon.learn_from(pairs=pairs())
    assert len(found("victims", languages=("nl",), asked_in="en")) == 2
    assert found("victims", languages=("nl",), asked_in="nl") == []


def test_it_replaces_what_it_held_in_the_same_language_only():
    actions.bring_in(name="proef", texts=DUTCH)
    assert actions.bring_in(name="proef", texts=ENGLISH) == 0
    assert found("") == [("doc/38 bis", "nl"), ("verdrag#1", "en"), ("verdrag#1", "nl")]
    assert found("", choices={"lang": ("en",)}) == [("verdrag#1", "en")]
    assert actions.bring_in(name="proef", texts=DUTCH[1:]) == 2
    assert found("") == [("doc/38 bis", "nl"), ("verdrag#1", "en")]


def test_it_keeps_collections_apart():
    actions.bring_in(name="proef", texts=DUTCH)
    actions.bring_in(name="ander", texts=ENGLISH)
    assert shelf.names() == ["ander", "proef"]
    assert found("lighthouse") == []


def test_the_next_question_makes_an_index_that_was_never_finished():
    actions.bring_in(name="proef", texts=DUTCH)

    def stopped(texts):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        actions.bring_in(name="proef", texts=DUTCH[1:], watch=stopped)
    assert len(found("")) == 2
    actions.follow(name="proef")
    assert found("") == [("doc/38 bis", "nl")]


def test_it_makes_an_index_of_another_version_anew_and_no_other(monkeypatch):
    actions.bring_in(name="proef", texts=DUTCH)

    def refuse(texts):
        raise AssertionError

    actions.follow(name="proef", watch=refuse)
    monkeypatch.setattr(store, "VERSION", 10_000)
    reads._store.cache_clear()
    actions.follow(name="proef")
    assert len(found("")) == 2


@pytest.mark.parametrize("name", ["", "..", ".proef", "a/b", "/a", "proef\n", "a" * 64, "é"])
def test_it_takes_no_name_that_leads_elsewhere(name):
    with pytest.raises(shelf.Unknown):
        actions.bring_in(name=name, texts=DUTCH)


def test_it_names_the_collections_there_are_for_one_that_is_not():
    actions.bring_in(name="proef", texts=DUTCH)
    with pytest.raises(shelf.Unknown, match="there are: proef"):
        actions.follow(name="proeff")
    assert shelf.names() == ["proef"]
