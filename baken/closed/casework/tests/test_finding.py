# SPDX-License-Identifier: EUPL-1.2
"""Words are found whatever their case and accents, and shown where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.closed.casework.searching import rules

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Zoë Ångström", "zoe angstrom"), ("ŁUKASZ", "lukasz"), ("I\u011fd\u0131r", "igdir"), ("straße", "STRASSE"),
        ("e\u0301 apart", "é"), ("ﬁlter", "FILTER"), ("İzmir", "izmir"), ("Μαρία", "μαρια"),
    ],
)  # fmt: skip
def test_it_finds_without_case_and_accents(text, asked):
    words = rules.words_of(asked)
    assert rules.found_in(text, words) == set(words)
    assert any(each.is_hit for each in rules.pieces(text, words))


def test_it_finds_no_other_words():
    assert rules.found_in("Verzonnen naam", ["noot"]) == set()
    assert rules.pieces("Verzonnen naam", ["noot"]) == []


@given(st.text(max_size=60))
def test_a_text_folded_as_a_whole_is_the_same(text):
    assert rules.plain(text) == rules.folded(text)[0]


@given(WORDS)
def test_each_folded_character_knows_where_it_came_from(text):
    plain, places = rules.folded(text)
    assert len(plain) == len(places)
    assert places == sorted(places)
    assert rules.folded(text.upper())[0] == rules.folded(text.upper().lower().upper())[0]


@given(WORDS, st.integers(0, 39), st.integers(1, 10), st.integers(0, 30))
def test_any_part_of_a_text_is_found_and_marked_in_it(text, start, length, around):
    part = text[start : start + length]
    words = rules.words_of(part)
    assert rules.found_in(text, words) == set(words)
    pieces = rules.pieces(text, words, around)
    if words:
        hit = next(each.text for each in pieces if each.is_hit)
        assert rules.found_in(hit, words)
    shown = "".join(each.text for each in pieces if each.text not in ("… ", " …"))
    assert shown in text


def test_it_shows_what_stands_around_it_and_that_there_is_more():
    text = "vooraf " * 30 + "het gevonden woord" + " nadien" * 30
    pieces = rules.pieces(text, ["gevonden"], 20)
    assert [each.text for each in pieces if each.is_hit] == ["gevonden"]
    assert (pieces[0].text, pieces[-1].text) == ("… ", " …")
    assert sum(len(each.text) for each in pieces) < 60


def test_neighbouring_hits_are_one():
    assert [each.text for each in rules.pieces("banana", ["ana", "nan"]) if each.is_hit] == ["anana"]
