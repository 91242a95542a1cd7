# SPDX-License-Identifier: EUPL-1.2
"""The verbs say what an exchange of cases would refuse and where it departs from the standard, and keep nothing."""

import json

import pytest
from click.testing import CliRunner

from baken.standards.htcds.making import records
from baken.standards.htcds.writing import write, write_csv
from baken.verbs.exchanging import validate
from baken.verbs.importing import import_


@pytest.fixture
def good(tmp_path):
    path = tmp_path / "cases.CSV"
    with path.open("wb") as file:
        write_csv(records(20), file)
    return path


@pytest.fixture
def bad(tmp_path):
    path = tmp_path / "bad.csv"
    path.write_text("prs_Gender,naam\nFemal,a\nFeminine,b\n", encoding="utf-8")
    return path


def run(command, *words):
    return CliRunner().invoke(command, [str(word) for word in words])


def test_a_check_has_nothing_to_say_of_a_good_export(good):
    done = run(import_, "htcds", good, "--check")
    assert done.exit_code == 0
    assert done.output == f"{good}: 20 records, 20 can be taken\n"


def test_a_check_says_every_refusal_and_ends_with_one(bad):
    done = run(import_, "htcds", bad, "--check")
    assert done.exit_code == 1
    assert [line.split(": ")[1] for line in done.output.splitlines()] == ["row 1", "row 2", "2 records, 1 can be taken"]
    assert "Femal;" not in done.output


def test_a_check_is_told_as_json(bad):
    (told,) = json.loads(run(import_, "htcds", bad, "--check", "--json").output)
    assert (told["rows"], told["taken"]) == (2, 1)
    assert [list(each) for each in told["refusals"]] == [["row", "field", "wrong", "expected"]] * 2


@pytest.mark.parametrize("words", [("htcds", "x.csv"), ("bwb", "x.xml", "--check")])
def test_a_check_and_htcds_go_together(words):
    done = run(import_, *words)
    assert done.exit_code == 1
    assert "--check" in done.output


@pytest.mark.parametrize(
    "words",
    [
        ("htcds", "x.csv", "--agency", "a"), ("htcds", "x.csv", "--check", "--as", "b"), ("ctdc", "x.csv", "--as", "b"),
        ("htcds", "x.csv", "--agency", "a", "--as", "b", "--yes", "1"), ("bwb", "x.xml", "--share-numbers"),
        ("htcds", "x.csv", "y.csv", "--agency", "a", "--as", "b"),
    ],
)  # fmt: skip
def test_words_that_do_not_go_together_are_refused(words):
    done = run(import_, *words)
    assert done.exit_code == 1
    assert "Error: " in done.output


def test_what_is_no_exchange_is_refused_and_stops_no_other(tmp_path, good):
    path = tmp_path / "cases.txt"
    path.write_text("a", encoding="utf-8")
    done = run(import_, "htcds", path, good, "--check")
    assert done.exit_code == 1
    first, second = done.output.splitlines()
    assert "refused: the name of cases.txt ends in none of .csv, .xlsx, .json" in first
    assert second.endswith("20 can be taken")


def test_it_validates(tmp_path, good, bad):
    write(records(3), tmp_path / "cases.json")
    assert run(validate, "htcds", tmp_path / "cases.json").output == "3 records, 0 violations\n"
    done = run(validate, "htcds", bad, "--json")
    told = json.loads(done.output)
    assert done.exit_code == 1
    assert (told["standard"], told["records"]) == ("htcds", 2)
    assert {"row": 2, "field": "prs_Gender", "says": "is no code of prs_Gender"} in told["violations"]
    assert run(validate, "htcds", good).exit_code == 0


def test_it_judges_no_other_file(tmp_path):
    path = tmp_path / "cases.txt"
    path.write_text("a", encoding="utf-8")
    assert "ends in none" in run(validate, "htcds", path).output
