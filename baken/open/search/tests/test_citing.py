# SPDX-License-Identifier: EUPL-1.2
"""A legal reference has one normal form, however and wherever it is written."""

import pytest

from baken.open.search.engine.citing import asked, citations, containing
from baken.open.search.tests.material import ask, document, ids, store

TRAFFICKING = "bwb/BWBR0001854/artikel/273f"
WRITTEN = {
    "273f Sr": TRAFFICKING,
    "art. 273f Sr": TRAFFICKING,
    "art.273f Sr": TRAFFICKING,
    "WvSr 273f": TRAFFICKING,
    "Sr, artikel 273f": TRAFFICKING,
    "artikel 273f van het Wetboek van Strafrecht": TRAFFICKING,
    "Article 273f of the Dutch Criminal Code": TRAFFICKING,
    "artikel 273f lid 1 sub 1 Sr": f"{TRAFFICKING}/lid/1/sub/1",
    "art. 273f, eerste lid, aanhef en onder 4°, Sr": f"{TRAFFICKING}/lid/1/sub/4",
    "273f(1) Sr": f"{TRAFFICKING}/lid/1",
    "art. 12 Sv": "bwb/BWBR0001903/artikel/12",
    "3:4 Awb": "bwb/BWBR0005537/artikel/3:4",
    "artikel 3.48 Vb 2000": "bwb/BWBR0011825/artikel/3.48",
    "artikel 4 EVRM": "bwb/BWBV0001000/artikel/4",
    "article 4 ECHR": "bwb/BWBV0001000/artikel/4",
    "B8/3": "bwb/BWBR0012289/paragraaf/B8/3",
    "B8.3": "bwb/BWBR0012289/paragraaf/B8/3",
    "paragraaf B8/3.1 Vc 2000": "bwb/BWBR0012289/paragraaf/B8/3.1",
    "ECLI:NL:HR:2099:AB1234": "ecli/ECLI:NL:HR:2099:AB1234",
    "32011L0036": "celex/32011L0036",
    "Richtlijn 2011/36/EU": "celex/32011L0036",
    "2002/629/JBZ": "celex/32002F0629",
    "artikel 8 Richtlijn 2011/36/EU": "celex/32011L0036/artikel/8",
    "article 8 of Directive 2011/36/EU": "celex/32011L0036/artikel/8",
    "jci1.3:c:BWBR0011823&artikel=8": "bwb/BWBR0011823/artikel/8",
}
NONE = ["taalniveau B1", "12 personen", "p. 8 vv.", "in 2000", "3.14", "art. 12", "Vb 2000", "1/2", "sr 12"]


@pytest.mark.parametrize("text", WRITTEN)
def test_it_reads_a_reference_alike_in_a_question_and_in_a_text(text):
    assert [each.address for each in asked(text)] == [WRITTEN[text]]
    assert citations(f"Wat hier staat ({text}), is verzonnen.")[0].address == WRITTEN[text]


SV = "bwb/BWBR0001903/artikel"
LISTS = {
    "artikelen 12 en 13 Sv": ["12", "13"],
    "artikelen 12, 13 en 14a Sv": ["12", "13", "14a"],
    "artikelen 12, eerste lid, en 13 lid 2 van het Wetboek van Strafvordering": ["12/lid/1", "13/lid/2"],
    "articles 12 or 13 Sv": ["12", "13"],
    "12 en 13 Sv": ["13"],
}


@pytest.mark.parametrize("text", LISTS)
def test_it_reads_a_list_of_articles_of_one_act(text):
    assert [each.address for each in asked(text)] == [f"{SV}/{number}" for number in LISTS[text]]
    assert [each.address for each in citations(f"Zie {text}, en p. 7.")] == [each.address for each in asked(text)]


@pytest.mark.parametrize("text", NONE)
def test_it_takes_nothing_else_for_one(text):
    assert citations(f"Verzonnen: {text}, en verder.") == []


def test_it_takes_small_letters_from_who_asks_only():
    assert asked("197a sr")[0].address == "bwb/BWBR0001854/artikel/197a"
    assert asked("ecli:nl:hr:2099:ab1234")[0].address == WRITTEN["ECLI:NL:HR:2099:AB1234"]


def test_it_names_the_article_that_a_member_stands_in():
    assert containing([f"{TRAFFICKING}/lid/1/sub/4"]) == (f"{TRAFFICKING}/lid/1/sub/4", TRAFFICKING)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return store(
        tmp_path_factory.mktemp("cited"),
        document(TRAFFICKING, title="Artikel 273f", body="Verzonnen wet.", numbers=("273f",)),
        document("bwb/BWBR0099999/artikel/273f", title="Artikel 273f", body="Andere wet.", numbers=("273f",)),
        document("uitleg", title="Uitleg", body="Volgens art. 273f, eerste lid, onder 4°, Sr is het verzonnen."),
        document("formeel", title="Formeel", body="Zonder nummer.", cites=(TRAFFICKING,)),
        *(document(f"lid-{n}", title="Lid 1 sub 1", body="lid 1 sub 1 " * 9) for n in range(9)),
    )  # fmt: skip


@pytest.mark.parametrize(
    "text", ["273f Sr", "WvSr 273f", "artikel 273f lid 1 sub 1 Sr", "art. 273f Wetboek van Strafrecht"]
)
def test_it_finds_the_provision_first_and_then_what_names_it(made, text):
    found = ids(ask(made, text))
    assert found[0] == TRAFFICKING
    assert {"uitleg", "formeel"} <= set(found)
    why = {hit.id: hit.why for hit in ask(made, text).hits}
    assert [each.word for each in why["formeel"]][-1] == text
    assert why["formeel"][-1].places == ("cited",)
