# SPDX-License-Identifier: EUPL-1.2
"""Compounds are taken apart by what the house's own texts show; simple words stay whole."""

import time
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baken.open.search.engine.compounds import WHOLE, Splitter, learn
from baken.open.search.engine.compounds.known import folded, load
from baken.open.search.engine.compounds.words import counted, words_in
from baken.open.search.tests import vocabulary


@cache
def _learned() -> Splitter:
    return learn(counted(vocabulary.texts()))


@pytest.fixture(scope="module")
def splitter():
    return _learned()


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("jeugdbescherming", "jeugd bescherming"),  # nothing between
        ("arbeidsuitbuiting", "arbeids uitbuiting"),  # -s-
        ("vreemdelingenrecht", "vreemdelingen recht"),  # -en-
        ("kinderhandel", "kinder handel"),  # -er-
        ("mensenhandelslachtoffers", "mensenhandel slachtoffers"),
        ("hulpverleningsinstantie", "hulpverlenings instantie"),
        ("Getuigenbescherming", "Getuigen bescherming"),  # capitals stay
        ("EU-burgers", "EU burgers"),
        ("hulp/opvang", "hulp opvang"),
    ],
)
def test_it_takes_compounds_apart(splitter, word, parts):
    assert splitter.split(word) == tuple(parts.split())


@pytest.mark.parametrize(
    "word",
    [
        "verhoor", "ontvoering", "bedreiging", "hergebruik",  # inseparable prefixes
        "aangifte", "opvang", "uitbuiting", "onderzoek", "toestemming",  # separable ones
        "vrijheid", "betrouwbaar", "gevaarlijk", "begeleiding", "gemeenschap", "kosteloos",  # suffixes
        "Amsterdam", "Nigeria", "Mohammed",  # names
        "trafficking", "privacy",  # foreign words
        "slachtoffer", "huis", "de", "a",
    ],
)  # fmt: skip
def test_it_leaves_simple_words_whole(splitter, word):
    assert splitter.split(word) == (word,)
    assert splitter.parts(word) == ()


def test_it_finds_a_compound_by_words_without_their_linking_letters(splitter):
    assert splitter.parts("arbeidsuitbuiting") == ("arbeid", "uitbuiting")
    assert splitter.parts("kinderhandel")[-1] == "handel"


def test_it_finds_a_compound_by_runs_of_its_parts_that_are_words():
    often = {"mensen": 900, "handel": 900, "mensenhandel": 3, "wet": 900, "wapen": 900, "jacht": 900, "daad": 900}
    made = learn(dict.fromkeys(counted(vocabulary.texts()), 50) | often)
    runs = made._runs(["mensen", "handels", "wet"])
    assert runs == ["mensen", "mensenhandel", "handel", "wet"]


def test_it_gives_no_parts_where_a_hyphen_parts_words_already(splitter):
    assert splitter.parts("EU-burgers") == splitter.parts("B8/3") == ()


@pytest.mark.parametrize("word", ["", " ", "\0", "273f", "\u200f", "''", "---", "½", "ß", "İzmir", "人身売買", "a\0b"])
def test_it_takes_any_text_for_a_word(splitter, word):
    assert "".join(splitter.split(word)) in {word, word.replace("\0", ""), word.replace("-", "")}


def test_it_leaves_a_word_of_a_megabyte_whole_at_once(splitter):
    began = time.perf_counter()
    for word in ("x" * 1_000_000, "mensenhandel" * 100_000, "a-" * 500_000):
        assert splitter.split(word) == (word,)
        assert splitter.parts(word) == ()
    assert time.perf_counter() - began < 1


@settings(deadline=None)
@given(word=st.text(alphabet=st.characters(categories=("L", "N")), max_size=70))
def test_it_loses_no_letter(word):
    assert "".join(_learned().split(word)) == word
    assert len(folded(word)) == len(word)


def test_it_splits_the_same_after_it_was_kept_in_a_file(splitter, tmp_path):
    splitter.known.save(tmp_path / "file")
    again = Splitter(load(tmp_path / "file"))
    words = {word for text in vocabulary.texts() for word in words_in(text)}
    assert [again.split(word) for word in sorted(words)] == [splitter.split(word) for word in sorted(words)]


@pytest.mark.parametrize("damage", [lambda b: b[:-20], lambda b: b"", lambda b: b[:12] + b"\0" * 40, lambda _: b"{}"])
def test_it_refuses_a_damaged_file(splitter, tmp_path, damage):
    splitter.known.save(tmp_path / "file")
    (tmp_path / "file").write_bytes(damage((tmp_path / "file").read_bytes()))
    with pytest.raises((OSError, ValueError)):
        load(tmp_path / "file")


@pytest.mark.parametrize("counts", [{}, {"a": 1}, {"": 1, "\0": 2, "273f": 3}, {"huis": 1}, {"x" * 1_000_000: 1}])
def test_it_learns_from_next_to_nothing(counts):
    assert "".join(learn(counts).split("huisdeur")) == "huisdeur"


def test_without_a_vocabulary_nothing_is_split():
    assert WHOLE.split("mensenhandelslachtoffers") == ("mensenhandelslachtoffers",)
    assert WHOLE.parts("mensenhandelslachtoffers") == ()
