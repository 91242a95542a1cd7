# SPDX-License-Identifier: EUPL-1.2
"""The verb prints what others publish of a country: ranges as ranges, and what is unknown as such."""

import json

import pytest
from click.testing import CliRunner

from baken.standards.comparing.tests import tables
from baken.verbs.comparing import compare

REST = "Other forms of exploitation: 20 to 23; Sexual exploitation: 1200"


@pytest.fixture
def run(tmp_path):
    def asked(*words, rows=tables.SMALL):
        path = tables.glotip(tmp_path / "table.xlsx", rows)
        return CliRunner().invoke(compare, ["glotip", str(path), *words])

    return asked


def test_it_prints_each_year(run):
    done = run()
    assert done.exit_code == 0
    assert done.output.splitlines()[1:] == [
        f"2019  1222 victims, 1 to 4 children. Forced labour: 1 to 4; {REST}",
        "2020  unknown victims, unknown children. Forced labour: 1 to 4",
    ]


def test_it_says_where_the_forms_do_not_add_up(run):
    rows = [tables.row("984"), tables.row("<5", Dimension=tables.FORMS, Category="Forced labour")]
    assert "do not add up" in run(rows=rows).output
    assert json.loads(run("--json", rows=rows).output)["years"][0]["forms_add_up"] is False


def test_it_prints_json(run):
    told = json.loads(run("--json").output)
    assert list(told) == ["table", "source", "country", "name", "years", "refused"]
    assert told["years"][0] == {
        "year": 2019, "victims": {"low": 1222, "high": 1222}, "children": {"low": 1, "high": 4},
        "adults": {"low": 1219, "high": 1219},
        "forms": {
            "Forced labour": {"low": 1, "high": 4}, "Other forms of exploitation": {"low": 20, "high": 23},
            "Sexual exploitation": {"low": 1200, "high": 1200},
        },
        "forms_add_up": True,
    }  # fmt: skip
    assert told["years"][1]["victims"] == {"low": 0, "high": None}


def test_a_row_that_was_refused_is_said_and_ends_with_one(run):
    done = run(rows=[*tables.SMALL, tables.row("~5")])
    assert done.exit_code == 1
    assert done.output.splitlines()[-1] == "refused: row 13: txtVALUE: no count"


def test_a_country_that_is_not_there_ends_it(run):
    done = run("--country", "XYZ")
    assert done.exit_code == 1
    assert "no victims detected in XYZ" in done.output


def test_a_file_that_is_not_there_ends_it(tmp_path):
    assert "cannot read" in CliRunner().invoke(compare, ["glotip", str(tmp_path / "none.xlsx")]).output
