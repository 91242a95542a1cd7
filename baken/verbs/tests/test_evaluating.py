# SPDX-License-Identifier: EUPL-1.2
"""`baken evaluate`: the figures of a run, with intervals, and by how much one run is better than another."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from baken.verbs.evaluating import evaluate

QRELS = "a 0 d 1\nb#38 bis 0 b#38 bis 1\nc 0 d 1\nd 0 d 1\n"
RUN = "a Q0 d 1 9.5 x\nb#38 bis Q0 e 1 9.0 x\nb#38 bis Q0 b#38 bis 2 8.0 x\nz Q0 d 1 1.0 x\n"


@pytest.fixture
def files(tmp_path):
    for name, text in {"run": RUN, "qrels": QRELS, "worse": "a Q0 d 1 9.5 x\n", "bad": "a d 1\n", "empty": ""}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(files):
    return lambda *words: CliRunner().invoke(evaluate, [w if w.startswith("-") else str(files / w) for w in words])


def test_it_counts_every_judged_topic(run):
    told = json.loads(run("run", "qrels", "--json").output)
    assert {name: each["value"] for name, each in told["measures"].items()} == {
        "MRR@10": 0.375, "hit@1": 0.25, "hit@10": 0.5, "nDCG@10": 0.407732,
    }  # fmt: skip
    assert (told["topics"], told["unanswered"], told["unjudged"]) == (4, 2, 1)
    assert all(each["low"] <= each["value"] <= each["high"] for each in told["measures"].values())


def test_it_lays_two_runs_side_by_side(run):
    told = json.loads(run("run", "qrels", "--beside", "worse", "--json").output)
    assert told["beside"]["hit@10"]["value"] == 0.25
    assert told["difference"]["hit@10"]["value"] == 0.25
    lines = run("run", "qrels", "--beside", "worse").output.splitlines()
    assert lines[0] == "4 topics, 2 of them without an answer in the run"
    assert lines[1] == "1 topics of the run are not judged and do not count"
    assert lines[2].split()[:2] == ["MRR@10", "0.375"]
    assert ("the other run" in lines, "the first is better by" in lines) == (True, True)


def test_a_run_without_answers_is_worth_nothing(run):
    assert json.loads(run("empty", "qrels", "--json").output)["measures"]["MRR@10"]["value"] == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("bad", "qrels"), "bad: line 1: expected a topic, Q0"),
        (("run", "bad"), "bad: line 1: expected a topic, 0"),
        (("run", "empty"), "empty: nothing is judged"),
        (("run", "qrels", "--beside", "bad"), "bad: line 1"),
        (("absent", "qrels"), "does not exist"),
    ],
)
def test_it_says_which_file_and_line_is_wrong(run, words, said):
    result = run(*words)
    assert result.exit_code != 0
    assert said in result.output


def test_it_works_from_a_bare_shell_without_a_database(files):
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("BAKEN_", "DJANGO_"))}
    command = [Path(sys.executable).with_name("baken"), "evaluate", files / "run", files / "qrels", "--json"]
    done = subprocess.run(command, env=bare, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["topics"] == 4
