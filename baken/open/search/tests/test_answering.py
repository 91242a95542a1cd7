# SPDX-License-Identifier: EUPL-1.2
"""What is found, in which order, and how it is counted and explained."""

import pytest

from baken.open.search.tests.material import ask, document, ids, store

SHELTER = document(
    "opvang", title="Opvang voor slachtoffers", body="Een slachtoffer krijgt een veilige plek in de opvang.",
    aspect=("social",), kind=("explainer",), date=20240301,
)  # fmt: skip
LAW = document(
    "artikel-273f", type="legislation", title="Artikel 273f", context="Wetboek van Verzinsels", labels="Sr",
    numbers=("273f",), body="Hij die een ander verzonnen werk laat doen, wordt gestraft.", date=20190101,
)  # fmt: skip
OLD = document(
    "artikel-250a", type="legislation", title="Artikel 250a", context="Wetboek van Verzinsels (2000-2005)",
    numbers=("250a",), body="Hij die een ander verzonnen werk laat doen, wordt gestraft.", weight=0.6, date=20000101,
)  # fmt: skip
CIRCULAR = document("b8", type="policy", title="B8/3.1 Bedenktijd", numbers=("B8/3.1",), body="Drie maanden rust.")
ENGLISH = document(
    "shelter", lang="en", title="Shelter for victims", body="A victim is given a safe place.", aspect=("social",),
    kind=("guideline",), date=20250101,
)  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return store(tmp_path_factory.mktemp("search"), SHELTER, LAW, OLD, CIRCULAR, ENGLISH)


@pytest.mark.parametrize("words", ["slachtoffer", "SLACHTOFFERS", "slàchtöffer", "de slachtoffers van het"])
def test_it_finds_a_word_in_any_form(made, words):
    assert ids(ask(made, words)) == ["opvang"]


def test_it_asks_in_every_language_unless_told_otherwise(made):
    assert ids(ask(made, "victims opvang")) == ["opvang", "shelter"] or ids(ask(made, "victims opvang")) == [
        "shelter",
        "opvang",
    ]
    assert ids(ask(made, "victims opvang", languages=("en",))) == ["shelter"]


@pytest.mark.parametrize(
    "words", ["273f", "artikel 273f", "273f sr", "art. 273f", "art.273f", "Artikel 273F Sr.", "§273f"]
)
def test_it_finds_an_article_by_its_number(made, words):
    assert ids(ask(made, words))[0] == "artikel-273f"


@pytest.mark.parametrize("words", ["b8/3.1", "B8/3", "paragraaf b8", "(B8/3.1)"])
def test_it_finds_a_paragraph_by_its_number_or_the_beginning_of_it(made, words):
    assert ids(ask(made, words))[0] == "b8"


def test_it_knows_a_number_with_the_name_of_its_act_as_a_citation(tmp_path):
    others = [document(f"vier-{n}", title="Artikel 4", numbers=("4",), context="Andere wet") for n in range(9)]
    loud = document("luid", type="ruling", title="Artikel 4", body="artikel 4 EVRM " * 9, heading="artikel 4 EVRM")
    meant = document(
        "evrm-4", title="Artikel 4. Verbod van verzonnen zaken en nog veel meer woorden", numbers=("4",),
        labels="EVRM ECHR",
    )  # fmt: skip
    made = store(tmp_path, *others, loud, meant)
    assert ids(ask(made, "artikel 4 evrm"))[0] == ids(ask(made, "art. 4 ECHR"))[0] == "evrm-4"


def test_it_puts_what_stands_before_what_is_gone(made):
    assert ids(ask(made, "verzonnen werk")) == ["artikel-273f", "artikel-250a"]
    assert ids(ask(made, "250a"))[0] == "artikel-250a"


def test_it_finds_only_the_exact_words_between_quotes(made):
    assert ids(ask(made, '"veilige plek"')) == ["opvang"]
    assert ids(ask(made, '"plek veilige"')) == []
    assert ids(ask(made, "„veilige plek”")) == ["opvang"]


def test_it_leaves_out_unwanted_words(made):
    assert ids(ask(made, "verzonnen werk -250a")) == ["artikel-273f"]
    assert ids(ask(made, 'verzonnen -"ander verzonnen werk"')) == []
    assert "opvang" not in ids(ask(made, "-slachtoffer"))


def test_it_lists_the_newest_first_when_nothing_is_asked(made):
    answer = ask(made)
    assert ids(answer) == ["shelter", "opvang", "artikel-273f", "artikel-250a", "b8"]
    assert [hit.score for hit in answer.hits] == [0] * 5


def test_it_pages_without_gap_or_repeat(tmp_path):
    many = store(tmp_path, *(document(f"gelijk-{n}", title="gelijk", body="precies gelijk") for n in range(57)))
    for words in ("gelijk", ""):
        pages = [ids(ask(many, words, limit=10, offset=offset)) for offset in range(0, 60, 10)]
        assert [len(page) for page in pages] == [10, 10, 10, 10, 10, 7]
        assert len({each for page in pages for each in page}) == 57
        assert ask(many, words).total == 57


def test_it_keeps_the_order_of_equals_when_the_index_is_built_in_another_order(tmp_path):
    alike = [document(f"gelijk-{n}", title="gelijk", body="precies gelijk") for n in range(20)]
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one, other = store(tmp_path / "a", *alike), store(tmp_path / "b", *reversed(alike))
    assert ids(ask(one, "gelijk", limit=20)) == ids(ask(other, "gelijk", limit=20))


def test_it_counts_a_facet_without_its_own_choice(made):
    facets = ask(made, choices={"type": ("article",), "lang": ("nl",)}).facets
    assert dict(facets["type"]) == {"article": 1, "legislation": 2, "policy": 1}
    assert dict(facets["lang"]) == {"en": 1, "nl": 1}
    assert dict(facets["aspect"]) == {"social": 1}
    assert dict(facets["year"]) == {"2024": 1}


def test_it_takes_several_choices_of_one_facet_as_either(made):
    answer = ask(made, choices={"type": ("policy", "legislation"), "lang": ("nl",)})
    assert answer.total == 3
    assert ask(made, choices={"nonsense": ("x",)}).total == 5
    assert ask(made, choices={"year": ("not a year",)}).total == 0


def test_it_marks_what_was_found_and_escapes_the_rest(tmp_path):
    body = '<b>slachtoffers</b> & <mark>niet</mark> "licht"'
    hostile = document("x", title="<script>alert(1)</script> slachtoffer", body=body)
    hit = ask(store(tmp_path, hostile), "slachtoffer").hits[0]
    assert hit.title_html == "&lt;script&gt;alert(1)&lt;/script&gt; <mark>slachtoffer</mark>"
    assert "<mark>slachtoffers</mark>" in hit.snippet
    for html in (hit.title_html, hit.snippet):
        assert "<" not in html.replace("<mark>", "").replace("</mark>", "")
    assert "&lt;mark&gt;niet" in hit.snippet


def test_it_shows_where_a_piece_was_cut_out(tmp_path):
    made = store(
        tmp_path,
        document("lang", body=f"{'ervoor ' * 200}slachtoffer {'erna ' * 200}einde"),
        document("kort", body="slachtoffer"),
    )
    pieces = {hit.id: hit.snippet for hit in ask(made, "slachtoffer").hits}
    assert pieces["kort"] == "<mark>slachtoffer</mark>"
    assert pieces["lang"].startswith("… ")
    assert pieces["lang"].endswith(" …")
    assert len(pieces["lang"]) < 300


def test_it_says_why(made):
    hit = ask(made, "slachtoffers opvang niets").hits[0]
    reasons = {match.word: (match.places, match.forms) for match in hit.why}
    assert reasons == {"slachtoffers": (("title", "body"), ("slachtoffer",)), "opvang": (("title", "body"), ())}
    number = ask(made, "273f").hits[0].why[0]
    assert number.places[0] == "number"


def test_it_counts_a_title_that_only_repeats_the_text_once(tmp_path):
    text = "Vuurtoren aan zee en nog veel meer woorden die de tekst lang maken."
    made = store(
        tmp_path,
        document("eigen", title="Vuurtoren", body="Licht. " + text),
        document("begin", title="Vuurtoren aan…", body=text),
    )
    answer = ask(made, "vuurtoren")
    assert ids(answer) == ["eigen", "begin"]
    assert answer.hits[1].title == "Vuurtoren aan…"


def test_it_takes_other_languages_as_they_are(tmp_path):
    made = store(tmp_path, document("ro", lang="ro", title="Adăpost", body="O persoană în siguranță."))
    assert ids(ask(made, "persoana")) == ["ro"]
    assert ids(ask(made, "adapost", choices={"lang": ("ro",)}, languages=("ro",))) == ["ro"]
