# SPDX-License-Identifier: EUPL-1.2
"""The starter articles are whole: parsed, paired, cited and linked."""

from collections import Counter

import pytest

from baken.open.articles import starter
from baken.open.articles.choices import Aspect, Audience, Discipline, Form, Jurisdiction, Kind

ARTICLES = starter.articles()
KEYS = sorted({each.key for each in ARTICLES})
SAME_IN_BOTH = ("aspects", "kind", "forms", "jurisdictions", "audiences", "concepts")


def pair(key):
    return {each.language: each for each in ARTICLES if each.key == key}


def test_it_brings_forty_articles_over_three_aspects():
    main_aspects = Counter(pair(key)["nl"].head["aspects"][0] for key in KEYS)
    assert len(KEYS) >= 40
    assert set(main_aspects) == set(Aspect.values)
    assert min(main_aspects.values()) >= 8


@pytest.mark.parametrize("key", KEYS)
def test_it_says_the_same_in_both_languages(key):
    versions = pair(key)
    assert set(versions) == {"nl", "en"}
    for name in SAME_IN_BOTH:
        assert versions["nl"].head[name] == versions["en"].head[name]
    sources = [[(c["source"], c.get("provision")) for c in v.head["citations"]] for v in versions.values()]
    assert sources[0] == sources[1]
    kinds = [[kind for kind, _ in starter.blocks(v.text) if kind != "text"] for v in versions.values()]
    assert kinds[0] == kinds[1]


@pytest.mark.parametrize("each", ARTICLES, ids=lambda each: f"{each.key}.{each.language}")
def test_it_is_described_by_the_closed_lists_and_cites_known_sources(each):
    head = each.head
    assert set(head["aspects"]) <= set(Aspect.values)
    assert head["kind"] in Kind.values
    assert set(head["audiences"]) <= set(Audience.values)
    assert set(head["forms"]) <= set(Form.values)
    assert set(head["jurisdictions"]) <= set(Jurisdiction.values)
    assert head["discipline"] in Discipline.values
    assert 40 <= len(head["summary"]) <= 300
    known = {f"{work['scheme']}/{work['identifier']}" for work in starter.works()}
    assert len(head["citations"]) >= 2
    assert {citation["source"] for citation in head["citations"]} <= known
    assert "[sourced" not in each.text
    assert 250 <= len(each.text.split()) <= 900


@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_gives_every_article_an_address_of_its_own(language):
    slugs = Counter(each.head["slug"] for each in ARTICLES if each.language == language)
    assert [slug for slug, count in slugs.items() if count > 1] == []


def test_it_turns_markdown_into_blocks():
    text = "Intro **bold**.\n\n- a\n- b\n\n## Head\n\n> **Let op:** pas op.\n\n| A | B |\n|---|---|\n| 1 | 2 |\n"
    blocks = starter.blocks(text)
    assert [kind for kind, _ in blocks] == ["text", "heading", "callout", "table"]
    assert blocks[2][1] == {"label": "Let op", "text": "<p>pas op.</p>\n"}
    assert blocks[3][1]["rows"] == [["A", "B"], ["1", "2"]]
