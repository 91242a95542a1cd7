# SPDX-License-Identifier: EUPL-1.2
"""A word finds the compounds that hold it, a compound finds its parts, and the page says so."""

from dataclasses import replace

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from baken.open.search.engine.store import Store
from baken.open.search.tests import vocabulary
from baken.open.search.tests.material import ask, audience, document, ids, store

WITHIN = document(
    "within", title="Regeling", body="Het bureau helpt slachtofferverzoeningen en jeugdbescherming vooruit."
)
APART = document("apart", title="Zaken", body="Wie een verzoening of jeugd noemt.")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("search")
    return store(folder, *vocabulary.documents(), WITHIN, APART)


def _hit(answer, name):
    return next(hit for hit in answer.hits if hit.id == name)


def test_a_word_finds_the_compounds_that_hold_it(made):
    hit = _hit(ask(made, "slachtoffer regeling", limit=100), "within")
    assert hit.why[0].inside == ("slachtofferverzoeningen",)
    assert hit.why[0].places == ("body",)
    assert "<mark>slachtofferverzoeningen</mark>" in hit.snippet


def test_a_compound_finds_its_parts(made):
    hit = _hit(ask(made, "jeugdzaken", limit=100), "apart")
    assert hit.why[0].parts == ("jeugd", "zaken")
    assert hit.why[0].places == ("title", "body")
    assert "<mark>jeugd</mark>" in hit.snippet


@pytest.mark.parametrize(
    ("words", "language", "said"),
    [
        ("slachtoffer regeling", "en", "in text (inside slachtofferverzoeningen)"),
        ("slachtoffer regeling", "nl", "in tekst (in slachtofferverzoeningen)"),
        ("jeugdzaken", "nl", "(aan de delen jeugd, zaken)"),
    ],
)
def test_the_page_says_so(made, words, language, said):
    hits = ask(made, words, limit=100).hits
    with translation.override(language):
        pages = [render_to_string("search/_hit.html", {"hit": hit}) for hit in hits if hit.id in {"within", "apart"}]
    assert any(said in page for page in pages)


def test_the_whole_word_comes_first(tmp_path):
    whole = document("whole", title="A", body="Over jeugdbescherming wordt veel gezegd.")
    parts = document("parts", title="B", body="Over jeugd en over bescherming wordt veel gezegd.")
    made = store(tmp_path, *vocabulary.documents(), parts, whole)
    found = ids(ask(made, "jeugdbescherming", limit=200))
    assert found.index("whole") < found.index("parts")


def test_a_phrase_and_an_unwanted_word_know_no_parts(made):
    assert "within" not in ids(ask(made, '"slachtoffer"', limit=200))
    assert "within" in ids(ask(made, "regeling -slachtoffer", limit=200))


def test_without_what_was_learned_compounds_are_whole_and_all_else_works(tmp_path):
    made = Store(tmp_path / "index")
    made.folder.mkdir()
    made.build([*vocabulary.documents(), WITHIN], "7", learn_for=None)
    assert "within" not in ids(ask(made, "slachtoffer", limit=200))
    assert ids(ask(made, "slachtofferverzoeningen")) == ["within"]


def test_a_lost_or_damaged_file_only_leaves_typed_compounds_whole(tmp_path):
    made = store(tmp_path, *vocabulary.documents(), WITHIN)
    file = made.folder / "current" / "compounds.json.gz"
    file.write_bytes(file.read_bytes()[:100])
    assert "within" in ids(ask(Store(made.folder), "slachtoffer", limit=200))
    file.unlink()
    assert "within" in ids(ask(Store(made.folder), "slachtoffer", limit=200))


def test_an_amendment_is_taken_apart_by_what_the_index_learned(tmp_path):
    made = store(tmp_path, *vocabulary.documents())
    made.amend([], [WITHIN], "8")
    assert "within" in ids(ask(made, "slachtoffer", limit=200))


def test_a_rebuilt_index_brings_what_it_learned(tmp_path):
    made = store(tmp_path, *vocabulary.documents(), APART)
    assert made.view().splitter.parts("jeugdzaken")
    made.build([WITHIN], "8")
    assert not made.view().splitter.parts("jeugdzaken")


def test_nothing_is_learned_from_what_is_not_public(tmp_path):
    hidden = document("geheim", body="Xandrium xandriumhandel", audience=audience("public+login"))
    splitter = store(tmp_path, *vocabulary.documents(), hidden).view().splitter
    assert "xandrium" not in splitter.known.words
    assert "mensenhandel" in splitter.known.words


def test_what_one_reader_alone_may_see_teaches_for_that_reader(tmp_path):
    made = Store(tmp_path / "index")
    made.folder.mkdir()
    own = [replace(each, audience=audience("mine")) for each in vocabulary.documents()]
    made.build(own, "7", learn_for=frozenset({"mine"}))
    assert made.view().splitter.parts("jeugdzaken")
    made.build(own, "8")
    assert not made.view().splitter.parts("jeugdzaken")
