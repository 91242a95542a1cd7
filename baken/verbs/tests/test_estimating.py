# SPDX-License-Identifier: EUPL-1.2
"""The verb reads a table, prints estimates side by side with what they do not show, and names what is wrong."""

import json

import pytest
from click.testing import CliRunner

from baken.hidden_population.tests.made import FOUR, SEXES, SPARSE
from baken.verbs.estimating import estimate_

FIELDS = ["lists", "observed", "method", "estimate", "hidden", "interval", "model", "warnings", "seconds"]


@pytest.fixture
def run(tmp_path):
    def asked(text, *words):
        path = tmp_path / "table.csv"
        path.write_text(text, encoding="utf-8")
        return CliRunner().invoke(estimate_, [str(path), *words])

    return asked


def test_it_prints_one_method_as_json(run):
    done = run(FOUR, "--method", "stepwise", "--bootstrap", "50", "--level", "90", "--json")
    told = json.loads(done.output)
    assert list(told) == FIELDS
    assert list(told["interval"]) == ["level", "low", "high", "kind"]
    assert (told["observed"], told["method"], told["interval"]["level"]) == (272, "stepwise", 90)


def test_no_resamples_give_no_interval(run):
    assert json.loads(run(FOUR, "--method", "bic", "--bootstrap", "0", "--json").output)["interval"] is None


def test_it_prints_all_methods_as_json(run):
    told = json.loads(run(FOUR, "--bootstrap", "20", "--json").output)
    assert [each["method"] for each in told["results"]] == ["independence", "stepwise", "bic", "bic-downhill", "bma"]
    assert all(list(each) == FIELDS for each in told["results"])
    assert told["spread"]["low"] == min(each["estimate"] for each in told["results"])


def test_two_lists_are_enough(run):
    told = json.loads(run("a,b,n\n1,0,60\n0,1,40\n1,1,20\n", "--bootstrap", "20", "--json").output)
    found = {each["method"]: each["estimate"] for each in told["results"]}
    assert found.pop("bma") == pytest.approx(240, rel=0.05)
    assert set(found.values()) == {240}
    assert told["leave_one_out"]["stepwise"] == {"a": None, "b": None}


def test_a_fixed_model_is_asked_for_by_name(run):
    told = json.loads(run(FOUR, "--method", "fixed", "--model", "[12,34]", "--bootstrap", "0", "--json").output)
    assert told["model"] == "[12,34]"


def test_one_method_to_read_stands_beside_the_others(run):
    lines = run(FOUR, "--method", "stepwise", "--bootstrap", "20").output.splitlines()
    assert [line.split()[0] for line in lines[:4]] == ["stepwise", "independence", "bic-downhill", "bma"]
    assert "] bca" in lines[0]
    assert "bca" not in lines[1]
    assert any(line.startswith("stepwise without each list: work ") for line in lines)


def test_persons_are_told_apart_by_columns(run):
    told = json.loads(run(SEXES, "--by", "sex", "--method", "joint", "--bootstrap", "10", "--json").output)
    assert list(told) == [*FIELDS, "strata"]
    assert [each["by"] for each in told["strata"]] == [{"sex": "f"}, {"sex": "m"}, {"sex": "x"}]
    assert sum(each["estimate"] for each in told["strata"]) == pytest.approx(told["estimate"], abs=0.001)
    assert list(told["strata"][0]["interval"]) == ["level", "low", "high", "kind"]


def test_strata_stand_below_their_sum_and_thin_ones_say_why(run):
    lines = run(SEXES, "--by", "sex", "--bootstrap", "10").output.splitlines()
    assert [line.split()[0] for line in lines[:4]] == ["independence", "sex", "sex", "sex"]
    assert "seen no estimate  persons here on two lists or more: 2; too thin" in lines[3]


@pytest.mark.parametrize(("name", "begins"), [("out.pdf", b"%PDF"), ("OUT.SVG", b"<svg")])
def test_it_writes_a_report_beside_what_it_prints(run, tmp_path, name, begins):
    words = ("--bootstrap", "10", "--json", "--method", "stepwise")
    printed = json.loads(run(FOUR, *words, "--report", str(tmp_path / name)).output)
    assert list(printed) == FIELDS
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_in_a_report_every_method_has_its_interval(run, tmp_path):
    run(FOUR, "--bootstrap", "10", "--method", "stepwise", "--report", str(tmp_path / "out.svg"), "--lang", "en")
    told = (tmp_path / "out.svg").read_text(encoding="utf-8")
    (shown,) = [line for line in told.splitlines() if 'role="img"' in line]
    assert shown.count(" seen, ") == shown.count(", from ") == 5


@pytest.mark.parametrize(("lang", "said"), [("nl", "Alle methoden naast elkaar"), ("en", "All methods side by side")])
def test_a_report_has_a_language(run, tmp_path, lang, said):
    run(FOUR, "--bootstrap", "0", "--report", str(tmp_path / "out.svg"), "--lang", lang)
    assert said in (tmp_path / "out.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "words", "said"),
    [
        ("a,b,n\n1,2,3\n", [], "row 2: a list is 0 or 1"),
        (SPARSE, ["--method", "fixed", "--model", "[12,13,23]"], "not identifiable"),
        (SPARSE, ["--method", "fixed"], "fixed needs a model"),
        (FOUR, ["--method", "fixed", "--model", "[15]"], "no set of the lists 1 to 4"),
        (FOUR, ["--p", "1"], "--p"),
        ("a,b,n\n1,0,3\n0,1,3\n", [], "nobody is on two lists"),
        (FOUR, ["--by", "year"], "there is no column year"),
        (FOUR, ["--method", "joint"], "name the columns"),
        (FOUR, ["--report", "out.docx"], "ends in neither .pdf nor .svg"),
    ],
)
def test_what_is_wrong_ends_it_and_is_named(run, text, words, said):
    done = run(text, *words)
    assert done.exit_code != 0
    assert said in done.output
