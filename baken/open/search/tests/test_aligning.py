# SPDX-License-Identifier: EUPL-1.2
"""Alignment of sentences and words on small made-up texts."""

import numpy as np
import pytest

from baken.open.search.lexicon import aligning, corpus, segments, subjects
from baken.open.search.lexicon.tokens import Vocabulary

HOUSES = [
    ("het rode huis", "the red house"), ("het groene huis", "the green house"), ("de rode boom", "the red tree"),
    ("de groene boom", "the green tree"), ("een oud huis", "an old house"), ("een oude boom", "an old tree"),
]  # fmt: skip


def aligned(rows, **rounds):
    sides = Vocabulary("nl"), Vocabulary("en")
    numbers = [(sides[0].numbers(nl), sides[1].numbers(en)) for nl, en in rows]
    together = corpus.gathered(numbers, (len(sides[0]), len(sides[1])))
    return sides, together, aligning.aligned(together, **rounds)


def best(rows, language, **rounds):
    """Return for each word of a language what it is called likeliest."""
    sides, together, found = aligned(rows, **rounds)
    own = ("nl", "en").index(language)
    given = found.given[1 - own]
    shown = sides[0].shown(), sides[1].shown()
    names = {}
    for kind in np.argsort(given, kind="stable"):
        names[shown[own][together.kinds[own][kind]]] = shown[1 - own][together.kinds[1 - own][kind]]
    return names


@pytest.mark.parametrize("rounds", [{}, {"alone": 5, "together": 0}])
def test_it_finds_which_word_is_which(rounds):
    dutch = best(HOUSES, "nl", **rounds)
    assert (dutch["huis"], dutch["boom"], dutch["rode"], dutch["groene"]) == ("house", "tree", "red", "green")
    english = best(HOUSES, "en", **rounds)
    assert (english["house"], english["tree"], english["red"], english["green"]) == ("huis", "boom", "rode", "groene")


def test_its_probabilities_add_up():
    _, together, found = aligned(HOUSES)
    for own in (0, 1):
        sums = np.bincount(together.kinds[1 - own], found.given[own])
        assert np.allclose(sums, 1, atol=0.05)
    assert ((found.cells >= 0) & (found.cells <= 1)).all()


def test_it_prefers_words_that_stand_at_the_same_place():
    rows = [("alfa beta gamma delta", "one two three four")] * 3
    assert best(rows, "nl") == {"alfa": "one", "beta": "two", "gamma": "three", "delta": "four"}


@pytest.mark.parametrize("rows", [[], [("", "")], [("huis", "")], [("de het een", "house")]])
def test_it_learns_nothing_from_nothing(rows):
    _, together, found = aligned(rows)
    assert len(together.kind) == len(found.counts) == 0


def test_it_leaves_out_what_is_too_long_to_tell():
    long = " ".join(f"woord{n}" for n in range(200))
    sides, together, _ = aligned([(long, long), ("huis", "house")])
    assert len(together.kind) == 1
    assert sides[0].shown()[together.kinds[0][0]] == "huis"


def test_it_pairs_sentences_that_say_the_same():
    nl = "De eerste zin is kort genoeg. Hier staat een tweede zin, met 12 erin. En dit is een derde zin zonder meer."
    en = "The first sentence is short enough. Here is a second sentence, with 12 in it. And this is a third one."
    pairs = segments.aligned(nl, en)
    assert [pair[1].split(" ")[0] for pair in pairs] == ["The", "Here", "And"]
    assert " ".join(one for one, _ in pairs) == nl


def test_it_joins_sentences_that_are_one_elsewhere():
    nl = "Dit is een zin die in het Engels in tweeen is geknipt, en dat is het tweede deel ervan."
    en = "This is a sentence that was cut in two. And this is the second part of it all."
    assert segments.aligned(nl, en) == [(nl, en)]


@pytest.mark.parametrize(("nl", "en"), [("", "x"), ("x", ""), ("", ""), (". . .", "a. b. c")])
def test_it_pairs_any_texts(nl, en):
    assert all(one and other for one, other in segments.aligned(nl, en))


def test_it_keeps_a_paragraphs_number_with_its_text():
    assert segments.sentences("1. Iedere partij neemt maatregelen. 2. Zij deelt die mee.") == [
        "1. Iedere partij neemt maatregelen.", "2. Zij deelt die mee."
    ]  # fmt: skip


def test_it_learns_what_goes_with_a_titles_words():
    titles = [np.array([0])] * 6 + [np.array([1])] * 30
    texts = [np.array([5, 7])] * 6 + [np.array([7, 8])] * 30
    assert [(word, name) for word, name, *_ in subjects.subjects(titles, texts)] == [(0, 5)]
