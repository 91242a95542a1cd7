# SPDX-License-Identifier: EUPL-1.2
"""What meaning finds is fused with what words find, obeys all that words obey, and says why it is there."""

import pytest

from baken.open.search.engine import answering
from baken.open.search.engine.shapes import Name, Near, Question, Way
from baken.open.search.tests.bilingual import learned
from baken.open.search.tests.material import EVERYONE, audience, document, ids, store

REST = document("rust", title="Rust", body="Eerst mag zij drie maanden tot zichzelf komen.", type="policy")
LAW = document("wet", title="Wet", body="De bedenktijd is drie maanden.", numbers=("273f",))
OTHER = document("anders", title="Anders", body="Een bedenktijd en nog veel meer over vissen, boten en zeilen.")
HIDDEN = document("geheim", title="Geheim", body="Rust voor ingewijden.", audience=audience("public+login"))


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return store(tmp_path_factory.mktemp("fusing"), REST, LAW, OTHER, HIDDEN)


def near(*keys, sure=True):
    return [Near(key, 0, 200, 0.9 - place / 10, sure) for place, key in enumerate(keys)]


def ask(made, text, *found, tokens=EVERYONE, doubtful=frozenset(), **rest):
    return answering.ask(made.view(), Question(text, **rest), tokens, doubtful, near=lambda: found)


def test_it_finds_what_no_word_finds(made):
    assert ids(ask(made, "bedenktijd")) == ["wet", "anders"]
    answer = ask(made, "bedenktijd", *near("rust", "wet"))
    assert sorted(ids(answer)) == ["anders", "rust", "wet"]
    assert answer.total == 3
    assert dict(answer.facets["type"]) == {"article": 2, "policy": 1}


def test_it_lifts_what_both_find(made):
    assert ids(ask(made, "bedenktijd", *near("anders", "rust")))[0] == "anders"


def test_what_is_no_longer_in_force_counts_for_less(tmp_path):
    gone, there = document("oud", body="Eerst rust.", weight=0.6), document("nieuw", body="Nu rust.")
    made = store(tmp_path, gone, there)
    assert ids(ask(made, "bedenktijd", Near("oud", 0, 9, 0.9), Near("nieuw", 0, 9, 0.89), Near("weg", 0, 9, 0.8))) == [
        "nieuw",
        "oud",
    ]


def test_it_says_why_and_shows_the_passage(made):
    hits = {hit.id: hit for hit in ask(made, "bedenktijd", *near("rust", "wet")).hits}
    assert (hits["rust"].near, hits["rust"].why) == (True, ())
    assert hits["rust"].snippet == REST.body
    assert hits["wet"].why[0].word == "bedenktijd"
    assert "<mark>bedenktijd</mark>" in hits["wet"].snippet
    assert not hits["anders"].near


def test_it_shows_the_piece_that_is_near(tmp_path):
    body = "Inleiding over <b>vissen</b>. " * 20 + "Rust & pauze voor wie dat wil."
    made = store(tmp_path, document("lang", body=body))
    found = Near("lang", body.index("Rust"), len(body), 0.9)
    assert ask(made, "bedenktijd", found).hits[0].snippet == "… Rust &amp; pauze voor wie dat wil."


def test_what_is_not_surely_near_only_orders(made):
    assert ids(ask(made, "bedenktijd", *near("anders", "rust", sure=False))) == ["anders", "wet"]
    assert ask(made, "zoiets", *near("rust", sure=False)).total == 0


def test_it_hides_what_a_reader_may_not_see(made):
    found = near("geheim", "rust")
    answer = ask(made, "bedenktijd", *found)
    assert "geheim" not in ids(answer)
    assert answer.total == 3
    assert "geheim" in ids(ask(made, "bedenktijd", *found, tokens=EVERYONE | {"login"}))


def test_it_leaves_out_what_is_doubtful(made):
    assert "rust" not in ids(ask(made, "bedenktijd", *near("rust"), doubtful=frozenset({"work:rust"})))


@pytest.mark.parametrize("text", ['"bedenktijd"', "artikel 273f", "bedenktijd B8/3", "", "-bedenktijd"])
def test_exact_questions_go_by_words_alone(made, text):
    assert ids(ask(made, text, *near("rust", "anders"))) == ids(ask(made, text))
    assert not any(hit.near for hit in ask(made, text, *near("rust", "anders")).hits)


@pytest.mark.parametrize(("text", "times"), [("bedenktijd", 1), ('"bedenktijd"', 0), ("artikel 273f", 0), ("-rust", 0)])
def test_what_is_near_is_asked_once_and_only_where_it_counts(made, text, times):
    asked = []
    answering.ask(made.view(), Question(text), EVERYONE, near=lambda: asked.append(text) or near("rust", "wet"))
    assert len(asked) == times


def test_what_is_found_by_meaning_alone_stands_behind_all_that_holds_words(tmp_path):
    texts = (document(f"woord{place:03}", body="Bedenktijd. " * (1 + place % 7), date=place) for place in range(230))
    made = store(tmp_path, *texts, document("rust", body="Rust."), document("pauze", body="Pauze."))
    found = near("rust", "woord007", "pauze")
    order = [
        name
        for name, _ in answering.ranked(made.view(), Question("bedenktijd", limit=300), EVERYONE, near=lambda: found)
    ]
    assert len(order) == len(set(order)) == ask(made, "bedenktijd", *found).total == 232
    assert order[0] == "woord007"
    pages = [ids(ask(made, "bedenktijd", *found, limit=50, offset=place)) for place in range(0, 250, 50)]
    assert [len(page) for page in pages] == [50, 50, 50, 50, 32]


def test_choices_count_what_is_found_by_meaning_alone_too(made):
    answer = ask(made, "bedenktijd", *near("rust", "wet"), choices={"type": ("policy",)})
    assert dict(answer.facets["type"]) == {"article": 2, "policy": 1}
    assert dict(answer.facets["lang"]) == {"nl": 1}
    assert answer.total == 1


def test_the_number_of_a_hidden_text_is_no_number(tmp_path):
    made = store(tmp_path, REST, document("geheim", numbers=("273f",), audience=audience("public+login")))
    found = near("rust")
    assert ids(ask(made, "artikel 273f", *found)) == ["rust"]
    assert ids(ask(made, "artikel 273f", *found, tokens=EVERYONE | {"login"})) == ["geheim"]


def test_it_obeys_unwanted_words_and_choices(made):
    assert "rust" not in ids(ask(made, "bedenktijd -maanden", *near("rust")))
    assert ids(ask(made, "bedenktijd", *near("rust", "wet"), choices={"type": ("policy",)})) == ["rust"]


def test_it_finds_nothing_that_is_not_in_the_index(made):
    assert ids(ask(made, "bedenktijd", *near("verdwenen", "wet"))) == ["wet", "anders"]


def test_ranked_goes_in_the_same_order_and_pages_join(made):
    found = near("rust", "anders")
    order = [name for name, _ in answering.ranked(made.view(), Question("bedenktijd"), EVERYONE, near=lambda: found)]
    assert order == ids(ask(made, "bedenktijd", *found))
    pages = [ids(ask(made, "bedenktijd", *found, limit=1, offset=place)) for place in range(4)]
    assert [each for page in pages for each in page] == order


def test_a_misspelt_word_is_asked_about_beside_what_is_near(made):
    answer = ask(made, "bedenktijt", *near("rust"))
    assert answer.meant == "bedenktijd"
    assert sorted(ids(answer)) == ["anders", "rust", "wet"]
    assert {hit.id: hit.near for hit in answer.hits} == {"anders": False, "rust": True, "wet": False}


def test_what_a_word_is_called_across_languages_is_found_beside_what_is_near(tmp_path):
    called = (Name("en", "victim of Blorch"), Name("nl", "blorchslachtoffer"))
    made = store(
        tmp_path, REST, document("begrip", type="concept", lang="en", title="victim of Blorch", names=called),
        document("woorden", title="Slachtoffer", body="Een slachtoffer van iets."),
        document("naam", title="Over het blorchslachtoffer", body="Een blorchslachtoffer."),
    )  # fmt: skip
    question = Question("victim of Blorch", asked_in="en", languages=("nl",))
    rest = {"lexicon": learned(), "near": lambda: near("rust", "naam", "begrip")}
    hits = {hit.id: hit for hit in answering.ask(made.view(), question, EVERYONE, **rest).hits}
    assert (hits["rust"].near, hits["rust"].why) == (True, ())
    assert (Way.SAME, "blorchslachtoffer") in {also for match in hits["naam"].why for also in match.also}
    order = [name for name, _ in answering.ranked(made.view(), question, EVERYONE, **rest)]
    assert order == list(hits)
    assert order[0] == "naam"
    assert set(order) >= {"naam", "rust", "woorden"}
