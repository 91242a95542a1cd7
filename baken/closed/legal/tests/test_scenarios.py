# SPDX-License-Identifier: EUPL-1.2
"""The tables say of made-up cases what was worked out for them by hand."""

import tomllib
from collections import defaultdict
from pathlib import Path

import pytest

from baken.closed.legal.engine import facts, timeline
from baken.closed.legal.engine.law import law

SCENARIOS = tomllib.loads(Path(__file__).with_name("scenarios.toml").read_text(encoding="utf-8"))["scenario"]
FEWEST = 60


def told(scenario):
    events = [dict(zip(("on", "event"), line.split(), strict=True)) for line in scenario["facts"]]
    found = facts.read({"person": scenario.get("person", {}), "events": events}, law())
    return timeline.answer(found, scenario["on"])


def line(clock):
    moved = f" extended {clock['due_extended']}" if "due_extended" in clock else ""
    return f"{clock['rule']} {clock['due']} {clock['status']}{moved}"


def expected(scenario):
    """Return by rule the clocks that are expected; none of them where the file says so."""
    found = defaultdict(list)
    for each in scenario.get("expect", []):
        rule, _, rest = each.partition(" ")
        found[rule] += [] if rest == "none" else [each]
    return found


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario["name"])
def test_it_comes_out_as_worked_out_by_hand(scenario):
    answer = told(scenario)
    for rule, lines in expected(scenario).items():
        assert sorted(line(clock) for clock in answer["clocks"] if clock["rule"] == rule) == sorted(lines)
    assert answer["state"] == scenario.get("state", answer["state"])
    assert len(answer["problems"]) == scenario.get("problems", 0)


def test_there_are_enough_and_each_shows_its_working():
    assert len({scenario["name"] for scenario in SCENARIOS}) == len(SCENARIOS) >= FEWEST
    assert all(scenario["working"] and (scenario.get("expect") or scenario.get("problems")) for scenario in SCENARIOS)


def test_every_rule_and_every_event_comes_up():
    rules = {rule for scenario in SCENARIOS for rule in expected(scenario)}
    events = {line.split()[1] for scenario in SCENARIOS for line in scenario["facts"]}
    assert rules == {clock.rule for clock in law().clocks}
    assert events == law().events.keys()
