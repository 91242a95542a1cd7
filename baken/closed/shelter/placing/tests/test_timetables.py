# SPDX-License-Identifier: EUPL-1.2
"""Timetables of units: the best is found, none exceeds the bound, and what is put together of them keeps every rule."""

import random
import time

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from baken.closed.shelter.placing import aims, climbing, diving, merging, reading
from baken.closed.shelter.placing.climbing import Climb
from baken.closed.shelter.placing.generating import Generator
from baken.closed.shelter.placing.master import Prices
from baken.closed.shelter.placing.puzzle import Puzzle
from baken.closed.shelter.placing.sketch import NOWHERE, Sketch, first_fit
from baken.closed.shelter.placing.tests.checker import Checker
from baken.closed.shelter.placing.tests.houses import house, household, instances, unit
from baken.closed.shelter.placing.tests.test_climbing import best_worth, crowded, placed

__all__ = ["crowded"]  # a fixture
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
WIDE, NARROW = 1000, 2


def generator(told, seconds=30):
    puzzle = Puzzle(reading.read(told))
    return Generator(puzzle, aims.most_worth(puzzle), time.monotonic() + seconds)


def without_residents(told):
    return {**told, "households": [{**each, "current_unit": None, "fixed": False} for each in told["households"]]}


def free(made):
    """Return prices of nothing."""
    return Prices(*(np.zeros_like(each) for each in made.master.solve()))


@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
@given(instances(most_households=5, most_units=1))
def test_the_best_timetable_of_a_unit_is_worth_as_much_as_can_be_placed_in_it(told):
    told = without_residents(told)
    made = generator(told)
    made.draw(free(made), WIDE)
    drawn = max((made.master.worth(each) for each in made.master.drawn), default=0)
    assert drawn == pytest.approx(best_worth(told))
    assert made.bound == pytest.approx(drawn, abs=1e-3)


@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
@given(instances(most_households=6, most_units=3))
def test_no_placement_exceeds_the_bound_however_narrow_it_is_looked_for(told):
    told = without_residents(told)
    for width in (NARROW, WIDE):
        made = generator(told)
        made.generate(width)
        assert made.bound >= best_worth(told) - 1e-3


@pytest.mark.parametrize("width", [NARROW, 100])
def test_a_dive_keeps_every_rule_and_leaves_nothing_fixed(crowded, width):
    made = generator(crowded)
    made.generate(width)
    before = made.master.reached
    found = diving.dive(made, Sketch(made.puzzle), random.Random(0))  # noqa: S311 - made up
    assert Checker(crowded).broken(placed(made.puzzle, found)) == set()
    assert first_fit(made.puzzle, Sketch(made.puzzle)).worth < found.worth <= made.bound
    assert made.master.solve()
    assert made.master.reached >= before - 1e-6


def test_residents_have_a_unit_after_each_dive(crowded):
    first, *others = crowded["households"]
    told = {**crowded, "households": [{**first, "current_unit": "u3", "members": first["members"][:1]}, *others]}
    made = generator(told)
    start = Sketch(made.puzzle)
    start.put(0, 3)
    made.master.add_all(start)
    made.generate(100)
    for seed in range(3):
        found = diving.dive(made, start, random.Random(seed))  # noqa: S311 - made up
        assert found.at[0] != NOWHERE


def test_the_search_stops_where_nothing_better_can_be(crowded):
    puzzle = Puzzle(reading.read(crowded))
    found = Climb(first_fit(puzzle, Sketch(puzzle)), 10**6)
    began = found.best.worth
    search = diving.Search(puzzle, time.monotonic() + 30)
    climbing.climb(found, [search.lead], [search.follow])
    assert began < found.best.worth <= found.bound < 10**6
    assert Checker(crowded).broken(placed(puzzle, found.best)) == set()


def test_what_is_forgotten_can_be_drawn_again(crowded):
    made = generator(crowded)
    made.generate(100)
    made.master.forget(0)
    assert made.master.solve()
    assert made.master.reached == 0
    assert made.master.add(*made.master.drawn[0])
    assert not made.master.add(*made.master.drawn[0])
    assert made.master.solve()
    assert made.master.reached == made.master.worth(made.master.drawn[0])


def test_placements_are_merged_into_one_that_has_the_best_of_each():
    told = house([unit("u0"), unit("u1")], [household(f"h{n}", 0, 5, [("F", 30)]) for n in range(2)])
    puzzle = Puzzle(reading.read(told))
    one, other = Sketch(puzzle), Sketch(puzzle)
    one.put(0, 0)
    other.put(1, 1)
    assert merging.merged(puzzle, one, [other], 5).at == [0, 1]
    assert merging.merged(puzzle, one, [], 5).at == one.at
