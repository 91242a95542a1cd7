# SPDX-License-Identifier: EUPL-1.2
"""What each importer makes of a small good file."""

import datetime

import pytest

from baken.open.sources.importers import bibtex, bwb, csvworks, ecli, formex, jsonl, publications, references, ris
from baken.open.sources.tests import samples


def one(reader, data, file="x.xml"):
    (work,) = reader.read(data, file)
    return work


def provisions(work, place=0):
    return {each.path: each for each in work.expressions[place].provisions}


def test_it_reads_a_law_with_its_structure_and_date():
    work = one(bwb, samples.law(samples.article("5", "<al>Vijf.</al>", "Kop")))
    parts = provisions(work)
    assert work.title == "Verzonnen wet"
    assert work.expressions[0].in_force_from == datetime.date(2020, 2, 2)
    assert list(parts) == ["hoofdstuk/1", "artikel/5"]
    assert parts["artikel/5"].heading == "Artikel 5. Kop"
    assert parts["artikel/5"].depth == 1
    assert parts["hoofdstuk/1"].text == ""


def test_it_reads_the_older_dtd_and_names_the_law_as_it_names_itself():
    work = one(bwb, samples.OLD_LAW, "2004-05-06.xml.gz")
    assert work.title == "Verzonnen Wetboek"
    assert work.expressions[0].in_force_from == datetime.date(2004, 5, 6)
    assert [*provisions(work)] == ["aanhef", "boek/2", "boek/2/titel/XVIII", "artikel/12a"]


def test_it_leaves_the_date_open_where_nothing_tells_it():
    assert one(bwb, samples.OLD_LAW, "BWBR9999998.xml").expressions[0].in_force_from is None


def test_it_links_what_it_knows_and_leaves_the_rest_as_words():
    html = provisions(one(bwb, samples.OLD_LAW))["artikel/12a"].html
    assert '<a href="source:bwb/BWBR9999998/artikel/12a">dit artikel</a>' in html
    assert '<a href="source:bwb/BWBR0011823/artikel/8">artikel 8</a>' in html
    assert html.count("<a ") == 2
    assert "een verdwenen artikel" in html
    assert [each.target for each in one(bwb, samples.OLD_LAW).references] == ["bwb/BWBR0011823"]


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ("jci1.3:c:BWBR0011823&artikel=5", "bwb/BWBR0011823/artikel/5"),
        ("1.0:v:BWBR0011823&artikel=3", "bwb/BWBR0011823/artikel/3"),
        ("1.0:v:BWB:BWBR0005537&artikel=3:4&g=1997-02-19", "bwb/BWBR0005537/artikel/3:4"),
        ("jci1.3:c:BWBR0012289&circulaire.divisie=B8&circulaire.divisie=3&circulaire.divisie=3.1",
         "bwb/BWBR0012289/paragraaf/B8/3.1"),
        ("jci1.3:c:BWBR0011825&bijlage=1&artikel=2", "bwb/BWBR0011825/bijlage/1/artikel/2"),
        ("jci1.3:c:BWBR0011825", "bwb/BWBR0011825"),
    ],
)  # fmt: skip
def test_it_understands_juriconnect(said, address):
    assert references.parse(said).address == address


@pytest.mark.parametrize("said", ["", "onbekend", "31L0036", "jci1.3:c:BWBR1&artikel=1", "javascript:alert(1)"])
def test_it_takes_nothing_else_for_a_reference(said):
    assert references.parse(said) is None


def test_it_numbers_members_and_lists_as_the_legislator_did():
    body = (
        "<lid><lidnr>1</lidnr><al>Een <nadruk type='vet'>vet</nadruk> &lt;b&gt;.</al><lijst><li><li.nr>a.</li.nr>"
        "<al>aa</al></li></lijst></lid><lid><lidnr>2</lidnr><al>Twee.</al></lid>"
    )
    part = provisions(one(bwb, samples.law(samples.article("1", body))))["artikel/1"]
    assert part.html.count("<ol") == 2
    assert "<b>vet</b> &lt;b&gt;." in part.html
    assert part.text == "1 Een vet <b>.\na. aa\n2 Twee."


def test_it_reads_a_table_with_heads_that_name_columns():
    body = (
        "<table><title>T</title><tgroup><colspec colname='a'/><colspec colname='b'/><thead><row><entry namest='a' "
        "nameend='b'><al>Kop</al></entry></row></thead><tbody><row><entry morerows='1'><al>1</al></entry><entry>"
        "<al>2</al></entry></row></tbody></tgroup></table>"
    )
    html = provisions(one(bwb, samples.law(samples.article("1", body))))["artikel/1"].html
    assert '<th scope="col" colspan="2">' in html
    assert '<td rowspan="2">' in html
    assert "<caption>T</caption>" in html


def test_it_gives_both_languages_of_a_treaty_the_same_paths():
    work = one(bwb, samples.TREATY)
    first, second = work.expressions
    assert (work.kind, work.language, work.title_en, work.title_nl) == (
        "treaty", "en", "Made-up treaty", "Verzonnen verdrag",
    )  # fmt: skip
    assert [each.path for each in first.provisions] == ["afdeling/I", "artikel/1"]
    assert [each.path for each in second.provisions] == ["afdeling/I", "artikel/1"]
    assert (first.authentic, second.authentic) == (True, False)


def test_it_cites_a_circular_as_lawyers_do():
    parts = provisions(one(bwb, samples.CIRCULAR))
    assert [*parts] == ["paragraaf/C8", "paragraaf/C8/3", "paragraaf/C8/3.1", "paragraaf/C8/3/zonder-nummer"]
    assert parts["paragraaf/C8/3.1"].heading == "3.1 Bedenktijd"


def test_it_keeps_an_editors_remark_that_stands_in_the_heading():
    noted = samples.article("1", "<al>Een.</al>", "Kop<noot><noot.nr>1</noot.nr><noot.al>Voet.</noot.al></noot>")
    data = samples.law(noted.replace("</kop>", "<al>Treedt later in werking</al></kop>"))
    part = provisions(one(bwb, data))["artikel/1"]
    assert (part.heading, part.text) == ("Artikel 1. Kop", "Treedt later in werking\nEen.\n1 [Voet.]")


def test_it_prefixes_an_article_whose_number_is_taken():
    annex = f"<bijlage><kop><nr>1</nr></kop>{samples.article('1', '<al>Bijlage.</al>')}</bijlage>"
    data = samples.law(rest=f"<wet-besluit>{annex}</wet-besluit>")
    assert [*provisions(one(bwb, data))] == ["hoofdstuk/1", "artikel/1", "bijlage/1", "bijlage/1/artikel/1"]


def test_it_reads_a_judgment_after_a_blank_line():
    work = one(ecli, samples.JUDGMENT)
    assert work.ruling.case_numbers == ("00/1", "00/2")
    assert work.ruling.summary == "Kort."
    assert work.ruling.html == "<p>loos &lt;script&gt;</p><h3>1 Feiten</h3><p>Een <b>vet</b> woord.</p>"
    assert [(each.target, each.target_path, each.relation) for each in work.references] == [
        ("bwb/BWBR0001854", "artikel/273f", "Wetsverwijzing"),
        ("ecli/ECLI:NL:GHVERZ:2032:7", "", "hogerBeroep"),
    ]


def test_it_reads_a_search_page_with_and_without_summary():
    first, second = ecli.read(samples.ATOM, "x.atom")
    assert first.ruling.summary == "Kort en afgebro..."
    assert second.ruling.summary == ""
    assert (second.ruling.court, second.ruling.decided) == ("Rechtbank Verzinland", datetime.date(2031, 4, 6))


def test_it_reads_an_eu_act_under_dutch_addresses():
    work = one(formex, samples.ACT)
    parts = provisions(work)
    assert (work.identifier, work.issued) == ("32099L0007", datetime.date(2099, 1, 2))
    assert [*parts] == ["aanhef", "overweging/1", "hoofdstuk/II", "artikel/6"]
    assert parts["overweging/1"].text == "Whereas it is made up.\nAnd more."
    assert parts["artikel/6"].heading == "Article 6. Reflection period"
    assert parts["artikel/6"].text == "1. First.\n2. Second:\n(a) one"


def test_it_reads_ris_with_a_byte_order_mark_and_odd_tags():
    work = one(ris, samples.RIS.encode(), "x.ris")
    assert (work.scheme, work.identifier, work.title) == ("doi", "10.9999/abc", "A made-up title")
    assert work.publication.year == 2031


def test_it_reads_bibtex_with_accents_braces_and_organisations():
    work = one(bibtex, samples.BIBTEX.encode(), "x.bib")
    assert (work.scheme, work.identifier) == ("isbn", "9780306406157")
    assert work.title == "Café NGOs"
    assert work.publication.authors == ("Made Up Office", "Nobody, Nora")


def test_it_names_a_publication_without_number_the_same_each_time():
    text = samples.RIS.replace("DO  - https://doi.org/10.9999/ABC\n", "")
    first, again = one(ris, text.encode(), "x.ris"), one(ris, text.encode(), "y.ris")
    assert first.identifier == again.identifier
    assert first.identifier.startswith("a-made-up-title-")


@pytest.mark.parametrize(
    ("said", "found"),
    [("978-0-306-40615-7", "9780306406157"), ("0306406152", "9780306406157"), ("0306406153", ""), ("2325-9671", "")],
)
def test_it_checks_an_isbn(said, found):
    assert publications.isbn(said) == found


def test_it_reads_lines_of_json_and_tables():
    dutch, english = jsonl.read(samples.JSONL, "x.jsonl")
    assert (dutch.scheme, dutch.identifier, dutch.title_nl, english.title_en) == (
        "doc", "made-up#1", "Een tekst.", "A text.",
    )  # fmt: skip
    assert one(csvworks, samples.WORKS).issued == datetime.date(2031, 1, 2)


def test_it_strips_the_journal_from_a_page_and_finds_its_articles():
    text = (
        "L_209900007NL.xml Publicatieblad van de Europese Unie NL L-serie 2099/7 3.1.2099 RICHTLIJN (EU) 2099/7 VAN "
        "DE RAAD van 2 januari 2099 over niets DE RAAD VAN DE EUROPESE UNIE, Gezien alles, zie Artikel 1 van iets. "
        "Artikel 1 Doel Dit is het doel. Artikel 2 wordt genoemd. Artikel 2 Slot Dit is het slot. BIJLAGE I Niets."
    )
    data = f'{{"id": "L_209900007NL", "url": "", "lang": "nl", "text": "{text}"}}'.encode()
    work = one(jsonl, data, "x.json")
    assert (work.identifier, work.issued) == ("32099L0007", datetime.date(2099, 1, 2))
    assert work.title == "RICHTLIJN (EU) 2099/7 VAN DE RAAD van 2 januari 2099 over niets"
    assert [*provisions(work)] == ["aanhef", "artikel/1", "artikel/2", "bijlage"]
    assert provisions(work)["artikel/2"].text == "Slot Dit is het slot."
