# SPDX-License-Identifier: EUPL-1.2
"""A text is cut into passages that lose nothing and overlap, at sentences where that can be."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from baken.open.search.meaning.passages import LONGEST, MOST, cut, digest, worded

SENTENCE = "Een slachtoffer van mensenhandel heeft recht op bedenktijd. "


@given(st.text(alphabet="ab .\n", max_size=9 * LONGEST))
def test_it_loses_nothing(body):
    passages = list(cut("Titel", body))
    assert passages[0].start == 0
    assert passages[-1].stop == len(body)
    assert all(one.stop - one.start <= LONGEST for one in passages)
    assert all(before.start < after.start <= before.stop for before, after in pairwise(passages))


def test_it_cuts_behind_sentences_and_begins_at_words():
    body = SENTENCE * 60
    passages = list(cut("Titel", body))
    assert len(passages) == 3
    assert all(body[: one.stop].endswith(". ") for one in passages[:-1])
    assert all(body[one.start - 1] == " " for one in passages[1:])
    assert all(after.start < before.stop for before, after in pairwise(passages))


def test_it_stops_somewhere():
    assert len(list(cut("Titel", "woord " * 1_000_000))) == MOST


def test_it_says_the_title_once():
    assert worded("Bedenktijd", "Drie maanden.", 0, 13) == "Bedenktijd\nDrie maanden."
    assert worded("Drie maanden…", "Drie maanden rust.", 0, 18) == "Drie maanden rust."
    assert worded("Bedenktijd", "", 0, 0) == "Bedenktijd"


def test_a_title_that_changes_changes_every_digest():
    body = SENTENCE * 60
    assert not {one.digest for one in cut("Oud", body)} & {one.digest for one in cut("Nieuw", body)}
    assert digest("a") != digest("b")
