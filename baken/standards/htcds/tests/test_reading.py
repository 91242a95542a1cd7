# SPDX-License-Identifier: EUPL-1.2
"""A file is read whole; what cannot be taken is named by row and field, and never by what stood there."""

import csv
import json
from datetime import date, datetime
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from baken.standards import opening, sheets
from baken.standards.htcds.fields import fields
from baken.standards.htcds.reading import FileRefused, read


@pytest.fixture
def of_csv(tmp_path):
    def made(text):
        path = tmp_path / "cases.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read(path)

    return made


@pytest.fixture
def of_json(tmp_path):
    def made(*records):
        path = tmp_path / "cases.json"
        path.write_text(json.dumps({"standard": "HTCDS", "version": "2.0", "records": records}), encoding="utf-8")
        return read(path)

    return made


@pytest.fixture
def of_xlsx(tmp_path):
    def made(*rows, sheet="HTCDS"):
        path, book = tmp_path / "cases.xlsx", Workbook()
        book.active.title = sheet
        for row in rows:
            book.active.append(row)
        book.save(path)
        return read(path)

    return made


WRONG = [
    ("prs_Gender", "Femal", "unknown code", "one of Feminine, Masculine"),
    ("prs_Gender", "Feminine;Masculine", "several values for one", "one of Feminine"),
    ("vic_MethodsOfControl", "DebtBondage;Juju", "unknown code", "some of PhysicalThreats"),
    ("vic_MethodsOfControl", "DebtBondage;DebtBondage", "unknown code", "each code once"),
    ("vic_MethodsOfControl", "DebtBondage;", "unknown code", "none of them empty"),
    ("vic_MethodsOfControl", "DebtBondage\\", "a backslash", r"\;"),
    ("prs_Birthdate", "31-12-2001", "no such day", "YYYY-MM-DD"),
    ("prs_Birthdate", "2001-02-29", "no such day", "YYYY-MM-DD"),
    ("prs_Birthdate", "20010228", "no such day", "YYYY-MM-DD"),
    ("prs_Birthdate", "2001-02", "no such day", "YYYY-MM-DD"),
    ("prs_MobilePhone", "06-12345678", "no such number", "E.164"),
    ("prs_MobilePhone", "+3161234567890123", "no such number", "E.164"),
    ("prs_Citizenship", "NL;Verzonnenland", "unknown code", "ISO 3166-1"),
    ("prs_Citizenship", "nl", "unknown code", "ISO 3166-1"),
    ("prs_MailingCountry", "NLD", "unknown code", "two capitals"),
    ("prs_PrimaryLanguage", "Nederlands", "unknown code", "ISO 639-2"),
    ("prs_NumberOfChildren", "two", "no number", "digits"),
    ("prs_NumberOfChildren", "²", "no number", "digits"),
    ("prs_MailingLatitude", "52,09", "no number", "point"),
    ("prs_Deceased", "ja", "no such value", "true or false"),
]


@pytest.mark.parametrize(("name", "cell", "wrong", "wanted"), WRONG)
def test_it_names_row_field_fault_and_what_is_expected(of_csv, name, cell, wrong, wanted):
    found = of_csv(f'org_Name,{name}\nVerzonnen,\nVerzonnen,"{cell}"\n')
    assert [(each.row, each.field) for each in found.refusals] == [(3, name)]
    assert found.refusals[0].wrong.startswith(wrong)
    assert wanted in found.refusals[0].expected
    assert cell not in str(found.refusals[0])
    assert (found.rows, len(found.records)) == (2, 1)


@pytest.mark.parametrize(
    ("name", "cell", "value"),
    [
        ("prs_Citizenship", "NL;NLD;XK", ["NL", "NLD", "XK"]),
        ("prs_PrimaryLanguage", "ti", "ti"),
        ("prs_PrimaryLanguage", "tir", "tir"),
        ("prs_MobilePhone", "31600000000", "31600000000"),
        ("prs_Birthdate", "1899-12-31", "1899-12-31"),
        ("vic_RecruitmentWebsitesAndApps", "Line;Verzonnen App", ["Line", "Verzonnen App"]),
        ("prs_MailingCity", "'s-Hertogenbosch", "'s-Hertogenbosch"),
        ("prs_MailingPostalCode", "0123", "0123"),
    ],
)
def test_it_takes_what_the_standard_has(of_csv, name, cell, value):
    found = of_csv(f"{name}\n{cell}\n")
    assert found.refusals == []
    assert found.records[0][name] == value
    assert list(found.records[0]) == list(fields())


def test_it_reads_on_behind_every_refusal(of_csv):
    rows = ["prs_Gender,prs_Birthdate,prs_Sjoemel"] + ["x,y,", "Feminine,2001-01-01,"] * 50
    found = of_csv("\n".join(rows))
    assert (found.rows, len(found.records), len(found.refusals)) == (100, 50, 101)
    assert found.refusals[0][:3] == (1, "prs_Sjoemel", "unknown field")
    assert {each.row for each in found.refusals[1:]} == set(range(2, 102, 2))


def test_a_column_that_stands_there_twice_is_refused(of_csv):
    found = of_csv("prs_FirstName,prs_FirstName\na,b\n")
    assert found.refusals[0][:3] == (1, "prs_FirstName", "stands there twice")
    assert found.records[0]["prs_FirstName"] == "a"


def test_a_name_does_nothing_to_a_terminal(of_csv):
    assert "\x1b" not in str(of_csv("prs_Title,\x1b[2Jnaam\na,b\n").refusals[0])


def test_a_row_of_another_length_is_refused(of_csv):
    found = of_csv("prs_FirstName,prs_Title\na\nb,c,d\ne,f\n")
    assert [each.row for each in found.refusals] == [2, 3]
    assert [each["prs_FirstName"] for each in found.records] == ["e"]


def test_empty_rows_are_no_records(of_csv):
    found = of_csv("\ufeffprs_FirstName,prs_Title\r\n\r\n,\r\na,\r\n")
    assert (found.rows, found.refusals) == (1, [])


def test_quotes_that_never_end_are_said_with_what_is_behind_them(of_csv):
    found = of_csv('prs_FirstName\na\n"b\nc\n')
    assert len(found.records) == 1
    assert "nothing behind it can be read" in str(found.refusals[0])


@pytest.mark.parametrize("text", ["", "naam\na\n", b"prs_FirstName\n\xff\n", "prs_FirstName;prs_Title\na;b\n"])
def test_what_is_no_table_of_the_standard_is_refused_whole(of_csv, text):
    with pytest.raises(FileRefused):
        of_csv(text)


def test_a_number_in_json_is_no_text(of_json):
    found = of_json({"prs_NumberOfChildren": 2}, {"prs_Gender": ["Feminine", "Masculine"]}, {"prs_Citizenship": "NL"})
    assert [(each.row, each.field, each.wrong) for each in found.refusals] == [
        (1, "prs_NumberOfChildren", "another kind of value"),
        (2, "prs_Gender", "several values for one"),
        (3, "prs_Citizenship", "another kind of value"),
    ]


def test_a_record_of_json_may_leave_fields_out(of_json):
    found = of_json({"prs_FirstName": "Verzonnen", "prs_Title": None}, {}, "niets", {"naam": "a"})
    assert found.records == [dict.fromkeys(fields(), None) | {"prs_FirstName": "Verzonnen"}]
    assert [(each.row, each.wrong) for each in found.refusals] == [(3, "no object"), (4, "unknown field")]


def test_a_name_that_json_has_twice_is_refused(tmp_path):
    path = tmp_path / "cases.json"
    path.write_text('{"standard": "HTCDS", "version": "2.0", "records": [{"prs_Title": "a", "prs_Title": "b"}]}')
    assert str(read(path).refusals[0]).startswith("row 1: prs_Title: stands there twice")


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", "{", "NaN", '{"standard": "HTCDS", "version": "1.0", "records": []}', "[" * 100_000,
        '{"standard": "HTCDS", "version": "2.0"}', '{"standard": "HTCDS", "version": "2.0", "records": {}}',
    ],
)  # fmt: skip
def test_json_that_is_no_exchange_is_refused_whole(tmp_path, text):
    path = tmp_path / "cases.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FileRefused):
        read(path)


def test_cells_that_somebody_typed_are_read_as_the_standard_writes_them(of_xlsx):
    names = ("prs_Birthdate", "hte_Date", "prs_NumberOfChildren", "prs_Deceased", "prs_MailingPostalCode", "prs_Title")
    found = of_xlsx(names, (date(2001, 2, 28), datetime(1999, 1, 2), 2.0, True, 8901, "a_x000D_b"))
    assert found.refusals == []
    assert [found.records[0][name] for name in names] == ["2001-02-28", "1999-01-02", "2", "true", "8901", "a\rb"]


def test_a_formula_is_refused_with_its_row(of_xlsx):
    found = of_xlsx(("prs_FirstName",), ("a",), ("=1+1",), ("b",))
    assert [(each.row, each.wrong) for each in found.refusals] == [(3, "a formula")]
    assert len(found.records) == 2


def test_the_only_sheet_may_have_another_name(of_xlsx):
    assert of_xlsx(("prs_FirstName",), ("a",), sheet="Blad1").rows == 1


def test_of_several_sheets_one_must_be_the_standards(tmp_path):
    path, book = tmp_path / "cases.xlsx", Workbook()
    book.create_sheet("Blad2")
    book.save(path)
    with pytest.raises(FileRefused, match="called HTCDS"):
        read(path)


def test_a_workbook_that_unpacks_too_large_is_not_unpacked(tmp_path, monkeypatch):
    path = tmp_path / "cases.xlsx"
    with ZipFile(path, "w", ZIP_DEFLATED) as parts:
        parts.writestr("xl/worksheets/sheet1.xml", b"0" * 2_000_000)
    monkeypatch.setattr(opening, "LARGEST", 1_000_000)
    assert path.stat().st_size < 10_000
    with pytest.raises(FileRefused, match="larger"):
        read(path)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ('<row r="2000000000"><c r="A2000000000"><v>1</v></c></row>', "at most"),
        ('<row r="2"><c r="A2" t="s"><v>7</v></c></row>', "no workbook"),
        ("<row", "no workbook"),
    ],
)
def test_a_workbook_that_is_hostile_or_broken_is_refused(tmp_path, monkeypatch, rows, said):
    monkeypatch.setattr(sheets, "MOST", 1000)
    path = tmp_path / "cases.xlsx"
    with path.open("wb") as file:
        sheets.write([["prs_FirstName"]], "HTCDS", file)
    with ZipFile(path) as parts:
        held = {name: parts.read(name) for name in parts.namelist()}
    with ZipFile(path, "w") as parts:
        for name, told in held.items():
            parts.writestr(name, told.replace(b"</sheetData>", rows.encode() + b"</sheetData>"))
    with pytest.raises(FileRefused, match=said):
        read(path)


@pytest.mark.parametrize("held", [b"", b"PK", b"prs_FirstName\na\n"])
def test_what_is_no_workbook_is_refused(tmp_path, held):
    path = tmp_path / "cases.xlsx"
    path.write_bytes(held)
    with pytest.raises(FileRefused, match="no workbook"):
        read(path)


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(FileRefused, match="cannot read"):
        read(tmp_path / "nothing.csv")


def test_a_text_longer_than_a_reader_takes_is_refused(of_csv):
    limit = csv.field_size_limit()
    assert [each.field for each in of_csv(f"prs_Title\n{'x' * 100_001}\n").refusals] == ["prs_Title"]
    assert csv.field_size_limit() == limit
