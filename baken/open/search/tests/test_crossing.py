# SPDX-License-Identifier: EUPL-1.2
"""A question in one language finds documents in the other, says by which words, and tells nobody of hidden ones."""

import math

import pytest

from baken.open.search.engine import answering, crossing, ordering, rescoring, translating
from baken.open.search.engine.lexicon import NOTHING, Called, Lexicon, Phrase, Words
from baken.open.search.engine.shapes import Name, Question, Way
from baken.open.search.tests.bilingual import learned, rows
from baken.open.search.tests.material import EVERYONE, audience, document, ids, store

DUTCH = [
    document("bedenktijd", title="Bedenktijd", body="Wie slachtoffer is krijgt bedenktijd."),
    document("opvang", title="Opvang", body="Ieder kind krijgt opvang en hulp."),
    document("geld", title="Vergoeding", body="De rechter weigert het geld.", numbers=("12",)),
]
ENGLISH = [document("en", title="Reflection", body="A reflection period for the victim.", lang="en")]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return store(tmp_path_factory.mktemp("crossing"), *DUTCH, *ENGLISH)


def ask(made, text, tokens=EVERYONE, lexicon=None, **rest):
    return answering.ask(made.view(), Question(text, **rest), tokens, lexicon=learned() if lexicon is None else lexicon)


def names(text, language="en"):
    found = translating.concepts(learned(), translating.typed(text, language), language)
    return {each.typed.form: max(each.names, key=each.names.get) for each in found}


def test_it_learns_words_both_ways():
    assert names("victim judge shelter police") == {
        "victim": "slachtoffer", "judge": "rechter", "shelter": "opvang", "police": "politie"
    }  # fmt: skip
    assert names("kind geld", "nl") == {"kind": "child", "geld": "money"}


def test_it_learns_two_words_that_are_one():
    assert set(names("reflection period").values()) == {"bedenktijd"}


def test_it_leaves_what_it_does_not_know():
    assert names("Palermo 2000") == {"Palermo": "palermo", "2000": "2000"}


def test_it_shows_an_example_of_each_word():
    told = {row.words_shown: row.example for row in rows() if row.kind == "word" and row.language == "en"}
    assert "judge" in told["judge"][0]
    assert "rechter" in told["judge"][1]


def test_it_says_two_words_are_one_only_where_that_tells_something():
    known = Words({"a": {"x": Called(1.0)}, "b": {"y": Called(1.0)}}, {("a", "b"): Phrase({"z": 0.75}, {"z": 0.5})})
    said = translating.typed("a b", "xx")
    assert translating.names(known, said, "en") == [{"x": 0.25, "z": 0.75}, {"y": 0.5, "z": 0.5}]


def test_it_translates_a_compound_it_hardly_saw_by_its_parts():
    known = Words({"deel": {"part": Called(1.0)}}, seen={})
    said = [translating.Typed("deelwoord", "deelwoord")]
    assert translating.names(known, said, "nl", lambda word: ("deel",))[0]["part"] > 0.5


@pytest.mark.parametrize("asked_in", ["", "en"])
def test_it_finds_across_and_says_why(made, asked_in):
    answer = ask(made, "reflection period", choices={"lang": ("nl",)}, languages=("nl",), asked_in=asked_in)
    assert ids(answer)[0] == "bedenktijd"
    match = answer.hits[0].why[0]
    assert (match.word, match.called, match.places) == ("reflection period", ("bedenktijd",), ("title", "body"))
    assert "<mark>" in answer.hits[0].snippet + answer.hits[0].title_html


def test_a_word_that_only_goes_with_another_is_no_name_of_it(made):
    known = Words({"fee": {"geld": Called(0.1)}}, subjects={"fee": {"rechter": Called(translating.GOES_WITH)}})
    lexicon = Lexicon({"en": known}, {"nl": {"geld": "geld", "rechter": "rechter"}})
    answer = ask(made, "fee", lexicon=lexicon, languages=("nl",), asked_in="en")
    assert [(match.word, match.called) for match in answer.hits[0].why] == [("fee", ("geld",))]


def test_it_finds_both_languages_where_none_was_chosen(made):
    assert set(ids(ask(made, "reflection period victim"))) >= {"en", "bedenktijd"}
    assert set(ids(ask(made, "bedenktijd"))) >= {"en", "bedenktijd"}


def test_it_does_not_translate_into_a_language_that_was_not_chosen(made):
    assert ids(ask(made, "reflection period", choices={"lang": ("en",)}, languages=("en",))) == ["en"]


def test_it_still_finds_by_number_and_by_exact_phrase(made):
    assert ids(ask(made, "12"))[0] == "geld"
    assert ids(ask(made, '"reflection period"')) == ["en"]
    assert "bedenktijd" not in ids(ask(made, "victim -slachtoffer"))


def test_it_finds_nothing_across_without_a_lexicon(made):
    assert ids(ask(made, "bedenktijd", lexicon=NOTHING)) == ["bedenktijd"]


@pytest.mark.parametrize(
    "text", ["", '"', "-victim", "victim " * 300, "🦊 victim", "\0victim", "a" * 900, "the of and"]
)
def test_it_answers_any_text(made, text):
    answer = ask(made, text)
    assert answer.total >= len(answer.hits) >= 0


def test_it_pages_without_losing_or_repeating(made):
    whole = ids(ask(made, "victim child judge shelter", limit=10))
    assert [
        name for n in range(len(whole)) for name in ids(ask(made, "victim child judge shelter", limit=1, offset=n))
    ] == whole


def test_it_ranks_as_it_answers(made):
    question = Question("victim child judge", limit=10)
    ranked = [name for name, _ in answering.ranked(made.view(), question, EVERYONE, lexicon=learned())]
    assert ranked == ids(answering.ask(made.view(), question, EVERYONE, lexicon=learned()))


@pytest.mark.parametrize("tokens", [frozenset(), EVERYONE, EVERYONE | {"login", "group:6"}])
def test_it_never_tells_of_a_hidden_document(tmp_path, tokens):
    hidden = document(
        "geheim", title="Bedenktijd geheim", body="bedenktijd " * 9, audience=audience("public+login+group:5")
    )
    made = store(tmp_path, *DUTCH, hidden)
    answer = ask(made, "reflection period victim", tokens)
    assert "geheim" not in ids(answer)
    assert answer.total <= len(DUTCH)
    assert "geheim" in ids(ask(made, "reflection period", EVERYONE | {"login", "group:5"}))


def test_it_lowers_what_is_no_longer_in_force(tmp_path):
    old = document("oud", title="Bedenktijd", body=DUTCH[0].body, weight=0.3)
    found = ask(store(tmp_path, DUTCH[0], old), "reflection period", asked_in="en")
    assert ids(found) == ["bedenktijd", "oud"]
    assert found.hits[1].score < 0.5 * found.hits[0].score


def test_it_counts_a_word_once_whatever_its_names():
    """Three names of one word are not three words."""
    lexicon = Lexicon({"en": Words({"fee": {"loon": Called(0.5), "prijs": Called(0.5)}, "law": {"wet": Called(1.0)}})})
    concepts = [(each, 1.0) for each in translating.concepts(lexicon, translating.typed("fee law", "en"), "en")]
    texts = ("loon prijs loon prijs", "loon wet")
    both, each = (rescoring.packed(rescoring.counted({"body": text}, "nl")) for text in texts)
    found = rescoring.table([both, each], ("loon", "prijs", "wet"))
    scores = rescoring.scores(concepts, found)
    assert scores[1] > scores[0]


def test_it_packs_what_it_counts():
    counted = rescoring.counted({"title": "Een huis", "body": "Een oud huis. " * 3}, "nl")
    codes = rescoring.np.array(sorted(map(rescoring.code, ("huis", "nergens", "zzz"))), "<u4")
    rows, first, lengths = rescoring._read([b"", rescoring.packed(counted), b""], codes)
    assert lengths.tolist() == [0.0, counted.length, 0.0]
    assert rows[1, codes.tolist().index(rescoring.code("huis"))] == pytest.approx(counted.often["huis"], rel=1e-3)
    assert rescoring.np.count_nonzero(rows) == 1
    assert not first.any()


def test_it_packs_where_words_begin():
    counted = rescoring.counted({"title": "Een huis", "body": "Een oud huis met een dak."}, "nl")
    found = rescoring.table([rescoring.packed(counted), b""], ("huis", "oud", "dak", "nergens"))
    near = {word: found.near([word])[0, 0] for word in found.place}
    assert near["huis"] == 1
    assert near["oud"] == pytest.approx(math.exp(-1 / rescoring.REACH))
    assert near["dak"] == pytest.approx(math.exp(-5 / rescoring.REACH))
    assert near["nergens"] == 0
    assert not found.near(found.place)[1].any()


def test_a_text_that_begins_with_what_is_asked_comes_first():
    """By the same words as often, the one that says them first."""
    rest = "wat verder niets ter zake doet, hoe lang het ook duurt " * 4
    lexicon = Lexicon({"en": Words({"law": {"wet": Called(1.0)}})})
    concepts = [(each, 1.0) for each in translating.concepts(lexicon, translating.typed("law", "en"), "en")]
    texts = (f"{rest} wet", f"wet {rest}")
    found = rescoring.table([rescoring.packed(rescoring.counted({"body": each}, "nl")) for each in texts], ("wet",))
    begun = rescoring.begun(concepts, found)
    assert begun[1] == 1 > begun[0] > 0


def test_it_has_every_name_as_a_term(made):
    asked = crossing.asked(learned(), made.view(), answering.parsing.read("victim"), Question("victim", asked_in="en"))
    assert asked.language == "nl"
    assert made.searcher().search(crossing.query(made.searcher(), asked), 10).hits


def test_pages_join_however_many_are_counted_exactly(tmp_path, monkeypatch):
    """A page that is asked for with those before it shows what it shows alone."""
    monkeypatch.setattr(ordering, "DEPTH", 3)
    bodies = ["slachtoffer " * (1 + n % 4) + "politie " * (n % 3) + "kind " * n for n in range(9)]
    many = store(tmp_path, *(document(str(n), title=f"Tekst {n}", body=body) for n, body in enumerate(bodies)))
    whole = ask(many, "victim police", languages=("nl",), asked_in="en", limit=9)
    pages = [
        ids(ask(many, "victim police", languages=("nl",), asked_in="en", limit=2, offset=offset))
        for offset in range(0, 9, 2)
    ]
    assert [each for page in pages for each in page] == ids(whole)
    assert sorted(ids(whole)) == sorted(map(str, range(9)))
    scores = [hit.score for hit in whole.hits]
    assert scores == sorted(scores, reverse=True)


def test_it_adds_what_the_thesaurus_calls_a_word_to_what_the_lexicon_does(tmp_path):
    called = (Name("en", "victim of Blorch"), Name("nl", "blorchslachtoffer"))
    made = store(
        tmp_path, document("begrip", type="concept", lang="en", title="victim of Blorch", names=called),
        document("woorden", title="Slachtoffer", body="Een slachtoffer van iets."),
        document("naam", title="Over het blorchslachtoffer", body="Een blorchslachtoffer."),
        document("en", title="Judge", body="A judge and the police.", lang="en"),
    )  # fmt: skip
    answer = ask(made, "victim of Blorch", asked_in="en", languages=("nl",))
    assert ids(answer) == ["naam", "woorden"]
    assert (Way.SAME, "blorchslachtoffer") in {also for match in answer.hits[0].why for also in match.also}


def test_a_word_of_the_other_language_is_not_misspelt_in_this_one(tmp_path):
    made = store(tmp_path, *DUTCH, document("vreemd", body="De polite van Delft."))
    answer = ask(made, "police victim", asked_in="en", languages=("nl",))
    assert answer.meant == ""
    assert "vreemd" not in ids(answer)
    assert ask(made, "police victim", asked_in="en", languages=("nl",), lexicon=NOTHING).meant == "polite victim"
