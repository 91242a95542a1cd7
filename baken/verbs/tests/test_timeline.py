# SPDX-License-Identifier: EUPL-1.2
"""The verb reads a file, prints what the law makes of it, and says by its exit code whether the facts fit together."""

import json

import pytest
from click.testing import CliRunner

from baken.verbs.timeline import timeline_

FACTS = {"person": {"born": "2001-03-01"}, "events": [{"on": "2024-01-12", "event": "reflection_period_granted"}]}
TWICE = {"events": [*FACTS["events"], {"on": "2024-03-12", "event": "reflection_period_granted"}]}


@pytest.fixture
def run(tmp_path):
    def asked(facts, *words):
        path = tmp_path / "facts.json"
        path.write_text(facts if isinstance(facts, str) else json.dumps(facts), encoding="utf-8")
        return CliRunner().invoke(timeline_, [str(path), *words])

    return asked


def test_it_prints_the_answer_as_json(run):
    done = run(FACTS, "--on", "2024-02-20", "--json")
    assert done.exit_code == 0
    answer = json.loads(done.output)
    assert answer["state"] == "reflection-period"
    clocks = {(each["rule"], each["due"]): each for each in answer["clocks"]}
    assert clocks["reflection-period-end", "2024-04-12"]["status"] == "running"
    assert clocks["monthly-report", "2024-02-12"]["status"] == "missed"
    assert all(each["source"] and isinstance(each["verify"], bool) for each in answer["clocks"])
    assert answer["problems"] == []
    assert answer["rights"]


def test_it_prints_lines_to_read(run):
    done = run(FACTS, "--on", "2024-02-20")
    assert done.output.splitlines()[0] == "2024-02-20: reflection-period"
    assert "2024-04-12  running  reflection-period-end" in done.output
    assert "[to verify]" in done.output


def test_what_contradicts_itself_is_named_and_the_answer_is_there_all_the_same(run):
    done = run(TWICE, "--on", "2024-04-01", "--json")
    assert done.exit_code == 1
    answer = json.loads(done.output)
    (problem,) = answer["problems"]
    assert "reflection_period_granted on 2024-03-12" in problem
    assert answer["clocks"]


def test_it_looks_from_today_where_no_day_is_said(run):
    assert run(FACTS, "--json").exit_code == 0


def test_nobody_and_nothing_is_an_answer_too(run):
    assert run({}, "--on", "2024-02-20").output.startswith("2024-02-20: none\nno clock has started\n")


@pytest.mark.parametrize(("facts", "said"), [
    ("", "no JSON"), ("{", "no JSON"), ("[]", "object"), ('{"events": [{"on": "x", "event": "signal"}]}', "no day"),
    ('{"events": [{"on": "2024-01-01", "event": "birthday"}]}', "unknown event"),
])  # fmt: skip
def test_what_is_no_facts_is_refused_in_a_line(run, facts, said):
    done = run(facts, "--on", "2024-02-20")
    assert done.exit_code == 1
    assert said in done.output
    assert len(done.output.strip().splitlines()) == 1


@pytest.mark.parametrize("words", [("--on", "20-02-2024"), ("--on", "2024-02-30")])
def test_a_day_that_is_none_is_refused(run, words):
    assert run(FACTS, *words).exit_code == 2
