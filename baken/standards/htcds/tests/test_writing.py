# SPDX-License-Identifier: EUPL-1.2
"""What cannot be said exactly is refused; what is written no spreadsheet runs."""

import csv
import io
import json
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from baken.standards.htcds.fields import fields
from baken.standards.htcds.writing import RecordError, write, write_csv, write_json, write_xlsx

HOSTILE = ('=HYPERLINK("x")', "+1+1", "-1+1", "@SUM(A1)", "\t=1", "#N/A", "#REF!", "2001-02-28", "TRUE", "007")


def written(write, *records):
    held = io.BytesIO()
    assert write(records, held) == len(records)
    return held


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ({}, "record 2: nothing in it"),
        ({"prs_Gender": "Femal"}, "record 2: prs_Gender: expected one of Feminine"),
        ({"prs_Gender": ["Feminine"]}, "record 2: prs_Gender: expected one text"),
        ({"prs_Citizenship": "NL"}, "record 2: prs_Citizenship: expected a list"),
        ({"prs_Citizenship": ["NL", "NL"]}, "each code once"),
        ({"prs_Birthdate": "2001-02"}, "YYYY-MM-DD"),
        ({"prs_Title": "\ud83d"}, "halves of characters"),
        ({"prs_Title": "x" * 100_001}, "at most 100000"),
        ({"vic_RecruitmentWebsitesAndApps": [";" * 50_000]}, "at most 100000"),
        ({"vic_RecruitmentWebsitesAndApps": ["x" * 50_000, "y" * 50_000]}, "at most 100000"),
    ],
)
@pytest.mark.parametrize("write", [write_csv, write_xlsx, write_json])
def test_what_the_standard_has_no_place_for_is_refused(write, record, said):
    with pytest.raises(RecordError, match=said):
        write([{"prs_Title": "a"}, record], io.BytesIO())


def test_a_field_that_the_standard_has_not_is_refused():
    with pytest.raises(KeyError, match="prs_Sjoemel"):
        write_csv([{"prs_Sjoemel": "a"}], io.BytesIO())


def test_a_text_is_never_cut_off_to_fit_a_cell():
    record = {"prs_Title": "x" * 32_768}
    written(write_csv, record)
    written(write_json, record)
    with pytest.raises(RecordError, match="at most 32767 characters for XLSX"):
        write_xlsx([record], io.BytesIO())


def test_every_cell_of_a_workbook_is_a_text():
    held = written(write_xlsx, *({"prs_FirstName": text, "cas_ReasonForCaseClosure": text} for text in HOSTILE))
    sheet = load_workbook(held)["HTCDS"]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}
    assert "<f>" not in ZipFile(held).read("xl/worksheets/sheet1.xml").decode()


def test_no_cell_of_csv_is_run():
    held = written(write_csv, *({"prs_FirstName": text} for text in HOSTILE)).getvalue().decode()
    cells = [row["prs_FirstName"] for row in csv.DictReader(io.StringIO(held, newline=""))]
    assert [cell[0] for cell in cells] == ["'"] * 5 + ["#", "#", "2", "T", "0"]


def test_csv_is_one_row_of_names_and_one_for_each_record():
    held = written(write_csv, {"prs_FirstName": "a\nb", "prs_Citizenship": ["NL", "NGA"]}).getvalue()
    names, row = csv.reader(io.StringIO(held.decode(), newline=""))
    assert names == list(fields())
    assert dict(zip(names, row, strict=True))["prs_Citizenship"] == "NL;NGA"
    assert held.endswith(b"\r\n")


def test_json_says_what_it_is_and_leaves_out_what_nobody_asked():
    told = json.loads(written(write_json, {"prs_Title": ""}, {"prs_Citizenship": ["NL"], "prs_Title": None}).getvalue())
    assert told == {
        "standard": "HTCDS", "version": "2.0", "records": [{"prs_Title": ""}, {"prs_Citizenship": ["NL"]}],
    }  # fmt: skip


def test_a_file_that_cannot_be_written_to_its_end_is_not_there(tmp_path):
    path = tmp_path / "cases.csv"
    path.write_text("before", encoding="utf-8")
    with pytest.raises(RecordError):
        write([{"prs_Title": "a"}, {}], path)
    assert [each.name for each in tmp_path.iterdir()] == ["cases.csv"]
    assert path.read_text(encoding="utf-8") == "before"


def test_the_name_of_the_file_says_the_format(tmp_path):
    assert write(iter([{"prs_Title": "a"}]), tmp_path / "cases.json") == 1
    assert json.loads((tmp_path / "cases.json").read_text())["records"]
