# SPDX-License-Identifier: EUPL-1.2
"""The verb reads a house, prints who could be placed where and why others wait, and names all that is wrong with it."""

import json

import pytest
from click.testing import CliRunner

from baken.closed.shelter.placing.tests.houses import house, household, unit
from baken.verbs.place import place

WOMAN, MAN = [("F", 30)], [("M", 30)]


@pytest.fixture
def run(tmp_path):
    def asked(instance, *words):
        path = tmp_path / "house.json"
        path.write_text(instance if isinstance(instance, str) else json.dumps(instance), encoding="utf-8")
        return CliRunner().invoke(place, [str(path), *words])

    return asked


def test_it_prints_the_answer_as_json_and_nothing_else(run, capfd):
    done = run(house([unit("u", places=2)], [household("a", 0, 9, WOMAN), household("b", 0, 5, MAN)]), "--json")
    assert done.exit_code == 0
    answer = json.loads(done.output)
    assert list(answer) == ["status", "placed", "waiting", "objective", "bounds", "proof", "warnings", "seconds"]
    assert (answer["status"], answer["objective"], answer["bounds"]) == ("optimal", [2, 0, 5], [2, 0, 5])
    assert (answer["placed"], answer["proof"]) == ({"b": "u"}, [True, True, True])
    assert answer["waiting"] == [{"household": "a", "blocked_by": ["sex"], "earliest": "2026-03-01"}]
    assert capfd.readouterr().out == ""


def test_it_prints_lines_to_read(run):
    young = household("a", 0, 9, [("F", 17)])
    young["members"][0]["born"] = "2008-03-01"
    young["safety"] = "orange"
    lines = run(house([unit("u")], [young, household("b", 0, 5, WOMAN)])).output.splitlines()
    assert lines[0].startswith("optimal, in ")
    assert lines[1:] == [
        "worth placed: 4, and no better than 4", "residents moved: 0, and no better than 0",
        "places empty: 0, and no better than 0", "a: u", "b waits for capacity, minors; from 2026-03-05",
        "mind: a: a member turns 18 on 2026-03-01",
    ]  # fmt: skip


def test_residents_who_cannot_all_be_placed_end_it_with_1(run):
    lives = {"current_unit": "u"}
    told = house([unit("u")], [household("a", 0, 9, WOMAN, **lives), household("b", 0, 5, WOMAN, **lives)])
    done = run(told, "--json")
    assert (done.exit_code, json.loads(done.output)["clash"]) == (1, ["a", "b"])
    assert "cannot all be placed: a, b" in run(told).output


def test_every_fault_is_named(run):
    told = house([unit("u", places=-1)], [household("a", 5, 5, WOMAN)])
    done = run(told)
    assert done.exit_code == 1
    assert [line.split("house.json: ")[1] for line in done.output.splitlines()] == [
        "unit u: places: a whole number from 0 to 1000 is needed", "household a: leave is not after arrive",
    ]  # fmt: skip


@pytest.mark.parametrize("told", ["", "{", "\x00", "[" * 100_000])
def test_what_is_no_json_is_said_to_be_none(run, told):
    done = run(told)
    assert done.exit_code == 1
    assert "is no JSON" in done.output


@pytest.mark.parametrize("seconds", ["0", "-1", "nan", "x", "99999"])
def test_time_is_a_number_of_seconds(run, seconds):
    assert run(house([], []), "--seconds", seconds).exit_code == 2
