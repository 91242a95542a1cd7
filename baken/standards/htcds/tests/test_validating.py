# SPDX-License-Identifier: EUPL-1.2
"""Who judges an export names each violation, and agrees with the reader about what is refused."""

import csv
from random import Random
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from baken.standards.htcds.fields import fields
from baken.standards.htcds.making import records
from baken.standards.htcds.reading import read
from baken.standards.htcds.tests.test_reading import WRONG
from baken.standards.htcds.validating.verdict import judge
from baken.standards.htcds.writing import write

NAMES = tuple(fields())
FILLED = dict.fromkeys(fields(), "") | {"org_Name": "Verzonnen"}


def table(path, *rows, names=NAMES):
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([names, *rows])
    return path


def says(path):
    return [tuple(each) for each in judge(path).violations]


@pytest.mark.parametrize(("name", "cell", "wrong", "wanted"), WRONG)
def test_it_finds_what_the_reader_refuses(tmp_path, name, cell, wrong, wanted):
    path = table(tmp_path / "cases.csv", FILLED.values(), (FILLED | {name: cell}).values())
    found = judge(path)
    assert {(each.row, each.field) for each in found.violations} == {(3, name)}
    assert found.records == 2


def test_it_says_each_violation_in_words(tmp_path):
    row = FILLED | {"prs_Gender": "x", "prs_Birthdate": "x", "vic_MethodsOfControl": "DebtBondage;DebtBondage;"}
    row |= {"prs_Title": "=1", "prs_MobilePhone": "0", "prs_Citizenship": "'=", "prs_PrimaryLanguage": "x"}
    assert says(table(tmp_path / "cases.csv", row.values())) == [
        (2, "prs_Birthdate", "is no date"),
        (2, "prs_Gender", "is no code of prs_Gender"),
        (2, "prs_PrimaryLanguage", "is no language by ISO 639"),
        (2, "prs_Citizenship", "is no country by ISO 3166"),
        (2, "prs_Title", "begins as a formula does"),
        (2, "prs_MobilePhone", "is no number by E.164"),
        (2, "vic_MethodsOfControl", "has an empty code"),
        (2, "vic_MethodsOfControl", "has a code twice"),
    ]


def test_every_field_must_have_its_column_once(tmp_path):
    names = [*list(fields())[1:], "prs_Title", "naam"]
    assert says(table(tmp_path / "cases.csv", names=names)) == [
        (1, "prs_Title", "stands there 2 times and not once"),
        (1, "naam", "is no field of HTCDS 2.0"),
        (1, "org_Name", "stands there 0 times and not once"),
    ]


@pytest.mark.parametrize("text", ['a"b\n', '"a"b\n', '"a\n', "a\rb\n", "\xff"])
def test_csv_is_that_of_rfc_4180(tmp_path, text):
    path = tmp_path / "cases.csv"
    path.write_bytes(f"{','.join(fields())}\n{text}".encode("latin-1"))
    assert any("RFC 4180" in each.says or "UTF-8" in each.says for each in judge(path).violations)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ('{"standard": "HTCDS"}', "is no object with standard, version and records"),
        ('{"standard": "HTCDS", "version": "2.1", "records": []}', "does not say HTCDS 2.0"),
        ('{"standard": "HTCDS", "version": "2.0", "records": {}}', "no list"),
        ('{"standard": "HTCDS", "version": "2.0", "records": [{}]}', "tells nothing|no object that tells anything"),
        ('{"standard": "HTCDS", "version": "2.0", "records": [{"naam": "a"}]}', "is no field of HTCDS"),
        ('{"standard": "HTCDS", "version": "2.0", "records": [{"prs_Title": 1}]}', "is no text"),
        ('{"standard": "HTCDS", "version": "2.0", "records": [{"prs_Title": "a", "prs_Title": "a"}]}', "is no JSON"),
        ('{"standard": "HTCDS", "version": "2.0", "records": [{"prs_Citizenship": "NL"}]}', "is no list of texts"),
        ('{"standard": "HTCDS", "version": "2.0", "records": [{"prs_Title": "\\ud83d"}]}', "half a character"),
    ],
)
def test_json_is_that_of_the_exchange(tmp_path, change, said):
    path = tmp_path / "cases.json"
    path.write_text(change, encoding="utf-8")
    assert len(judge(path).violations) == 1
    assert any(word in judge(path).violations[0].says for word in said.split("|"))


@pytest.mark.parametrize(("value", "said"), [("=1+1", "has a formula"), (5, "has a cell that is no text")])
def test_a_workbook_holds_texts_alone(tmp_path, value, said):
    path, book = tmp_path / "cases.xlsx", Workbook()
    book.active.title = "HTCDS"
    book.active.append(list(fields()))
    book.active.append([value])
    book.save(path)
    assert says(path) == [(2, "", said)]


def test_a_workbook_has_the_standards_sheet(tmp_path):
    path = tmp_path / "cases.xlsx"
    Workbook().save(path)
    assert says(path) == [(0, "", "has not one sheet called HTCDS")]


@pytest.mark.parametrize("held", [b"", b"PK"])
def test_what_is_no_workbook_is_said(tmp_path, held):
    path = tmp_path / "cases.xlsx"
    path.write_bytes(held)
    assert "is no workbook" in judge(path).violations[0].says


def test_a_workbook_that_asks_for_entities_is_not_opened(tmp_path):
    path = tmp_path / "cases.xlsx"
    with ZipFile(path, "w") as parts:
        parts.writestr("xl/workbook.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    assert "is no workbook" in judge(path).violations[0].says


def broken(cell, chance):
    """Return a cell with a mistake in it, or one that only looks like one."""
    wrong = [cell[:-1], f"{cell};", f"{cell}x", f"{cell}\\", f"'{cell}"]
    return chance.choice(["", "'", "2001-02-30", "NL;DE", "=1", "0", "-1", "true", *wrong])


def test_it_agrees_with_the_reader_about_a_thousand_broken_rows(tmp_path):
    chance, rows = Random(7), []  # noqa: S311 - chance for a test
    for record in records(1000):
        name = chance.choice(list(fields()))
        write([record], tmp_path / "one.csv")
        with (tmp_path / "one.csv").open(encoding="utf-8", newline="") as file:
            told = next(csv.DictReader(file))
        rows.append((told | {name: broken(told[name], chance)}).values())
    path = table(tmp_path / "cases.csv", *rows)
    refused = {(each.row, each.field) for each in read(path).refusals}
    # A formula is no violation of the standard: the reader takes it for the text that it is.
    judged = {(each.row, each.field) for each in judge(path).violations if each.says != "begins as a formula does"}
    assert refused == judged
    assert len(refused) > 300
