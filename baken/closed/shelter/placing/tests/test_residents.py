# SPDX-License-Identifier: EUPL-1.2
"""Who lives there keeps a unit; a clash is proven, and names nobody who could be left in."""

import pytest

from baken.closed.shelter.placing import reading
from baken.closed.shelter.placing.puzzle import Puzzle
from baken.closed.shelter.placing.residents import Clash, settle
from baken.closed.shelter.placing.tests.houses import house, household, on, unit

CLOSED = [[on(0), on(10)]]


def settled(units, *living, seconds=5):
    people = [household(key, 0, 5, [("F", 30)], current_unit=where) for key, where in living]
    return settle(Puzzle(reading.read(house(units, people))), seconds)


def test_who_can_stay_stays():
    assert settled([unit("u"), unit("v")], ("a", "v"), ("b", "u")).at == [1, 0]


def test_who_cannot_stay_moves_and_nobody_else():
    found = settled([unit("u", closed=CLOSED), unit("v"), unit("w")], ("a", "u"), ("b", "v"))
    assert found.at == [2, 1]


@pytest.mark.parametrize("count", [2, 3])
def test_a_clash_names_only_those_without_whom_it_would_be_none(count):
    living = [(f"h{number}", "u") for number in range(count)]
    found = settled([unit("u"), unit("v", places=1)], *living, ("x", "v"))
    assert isinstance(found, Clash)
    assert len(found.households) == 3


def test_too_little_time_is_no_clash():
    found = settled([unit("u", closed=CLOSED), unit("v"), unit("w")], ("a", "u"), ("b", "v"), seconds=0)
    assert sorted(found.at) == [1, 2]
