# SPDX-License-Identifier: EUPL-1.2
"""What stands in a file is what the figure says; what is hidden is no number in it, and no text runs."""

import csv
import io
import json
from dataclasses import replace
from datetime import date

import openpyxl
import pytest

from baken.tabulation.examples import METHOD, examples
from baken.tabulation.files.about import Edition
from baken.tabulation.files.describing import described, json_ld_file
from baken.tabulation.files.rows import columns
from baken.tabulation.files.writing import csv_file, xlsx_file
from baken.tabulation.shapes import ALL, Words

FIGURES = examples()
TABLE = FIGURES["example-by-form-and-age"]


def edition(figure):
    source = Words("Verzonnen centrum", "Made-up centre")
    return Edition(figure, METHOD, source, "https://example.org/figures/een", date(2026, 3, 2))


def read(figure, language="nl"):
    return list(csv.DictReader(io.StringIO(csv_file(edition(figure), language).decode())))


def test_every_cell_and_total_is_a_row():
    found = read(TABLE)
    assert len(found) == len(TABLE.values)
    assert found[0] == {
        "form": "sexual", "form_label": "Seksueel", "age": "0-17", "age_label": "onder 18",
        "value": "64", "low": "64", "high": "64", "status": "told",
    }  # fmt: skip
    for row in found:
        value = TABLE.values[row["form"], row["age"]]
        assert row["value"] == ("" if value is None else str(value))
    assert found[-1]["form"] == found[-1]["age"] == ALL


def test_a_hidden_cell_is_a_range_and_never_a_number_or_a_sign():
    hidden = [row for row in read(TABLE) if row["status"] == "hidden"]
    assert len(hidden) == 6
    assert hidden[-1]["age"] == "26-"
    assert [(row["value"], row["low"], row["high"]) for row in hidden[-1:]] == [("", "0", "18")]
    assert "<" not in csv_file(edition(TABLE), "nl").decode()


def test_an_estimate_tells_seen_unseen_and_together_by_each_method():
    found = read(FIGURES["example-estimate"], "en")
    assert [row["method"] for row in found] == ["independence", "stepwise", "bic", "bma"]
    first = found[0]
    seen_and_not = [first[name] for name in ("observed", "unseen", "unseen_low", "unseen_high")]
    assert seen_and_not == ["454", "866", "727", "1048"]
    assert [first[name] for name in ("total", "total_low", "total_high")] == ["1320", "1181", "1502"]
    assert (first["level"], first["interval"]) == ("95", "BCa")


def test_without_an_interval_there_are_no_bounds():
    bare = replace(FIGURES["example-estimate"].results[0], low=None, high=None)
    found = read(replace(FIGURES["example-estimate"], results=(bare,)))
    assert (found[0]["unseen_low"], found[0]["total_high"]) == ("", "")


def runs(text):
    first = replace(TABLE.dimensions[0].categories[0], title=Words(text, text))
    form = replace(TABLE.dimensions[0], categories=(first, *TABLE.dimensions[0].categories[1:]))
    return replace(TABLE, dimensions=(form, TABLE.dimensions[1]), title=Words(text, text))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_text_becomes_a_formula(text):
    written = read(runs(text))[0]["form_label"]
    assert written == f"'{text}"
    book = openpyxl.load_workbook(io.BytesIO(xlsx_file(edition(runs(text.strip())), "nl")))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert book.worksheets[0]["B2"].value == text.strip()


@pytest.mark.parametrize("name", FIGURES)
def test_a_workbook_holds_the_numbers_and_what_they_are(name):
    book = openpyxl.load_workbook(io.BytesIO(xlsx_file(edition(FIGURES[name]), "nl")))
    figures, about = book.worksheets
    assert [sheet.title for sheet in book] == ["Cijfers", "Over deze cijfers"]
    assert [cell.value for cell in figures[1]] == [each.title.nl for each in columns(FIGURES[name])]
    numbers = [[cell.value for cell in row] for row in figures.iter_rows(min_row=2)]
    plain = [["" if each is None else str(each) for each in row] for row in numbers]
    assert plain == [list(row.values()) for row in read(FIGURES[name])]
    said = {row[0].value: row[1].value for row in about.iter_rows()}
    assert said["Licentie"].startswith("CC BY 4.0")
    assert said["Adres"] == "https://example.org/figures/een"
    assert said["Uitgebracht op"] == "2 maart 2026"
    assert METHOD.nl == said["Hoe het gemaakt is"]
    if FIGURES[name] is TABLE:
        assert "kleiner is dan 11" in said["Verborgen getallen"]
        assert said["Wie meetelt"] == "mensen, 1 januari 2025 tot en met 31 december 2025"


@pytest.mark.parametrize("name", FIGURES)
def test_the_description_names_the_columns_of_the_file_in_their_order(name):
    found = json.loads(json_ld_file(edition(FIGURES[name]), "en"))
    assert found["url"] == "https://example.org/figures/een.csv"
    header = next(csv.reader(io.StringIO(csv_file(edition(FIGURES[name]), "en").decode())))
    assert [each["titles"] for each in found["tableSchema"]["columns"]] == [[each] for each in header]
    assert set(found["tableSchema"]["primaryKey"]) <= set(header)
    assert found["dc:license"] == {"@id": "https://creativecommons.org/licenses/by/4.0/"}


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # of rdflib's own doing
def test_the_description_is_linked_data():
    import rdflib  # noqa: PLC0415 - half a second

    # The context of CSV on the Web is not fetched: its prefixes are enough for what is catalogued.
    prefixes = {"dc": "http://purl.org/dc/terms/", "dcat": "http://www.w3.org/ns/dcat#", "xsd": str(rdflib.XSD)}
    said = {**described(edition(TABLE), "nl"), "@context": prefixes, "@id": "https://example.org/figures/een.csv"}
    graph = rdflib.Graph().parse(data=json.dumps(said), format="json-ld")
    dcat = rdflib.Namespace(prefixes["dcat"])
    downloads = {str(each) for each in graph.objects(None, dcat.downloadURL)}
    assert downloads == {"https://example.org/figures/een.csv", "https://example.org/figures/een.xlsx"}
    titles = {(str(each), each.language) for each in graph.objects(None, rdflib.DCTERMS.title)}
    assert (TABLE.title.nl, "nl") in titles
