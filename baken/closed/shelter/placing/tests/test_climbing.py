# SPDX-License-Identifier: EUPL-1.2
"""What is too large for the model at once is climbed: it keeps every rule, beats first-fit, and no bound lies."""

import random
import time

import pytest
from hypothesis import HealthCheck, given, settings

from baken.closed.shelter.placing import (
    annealing,
    arrays,
    bound,
    choosing,
    polishing,
    reading,
    residents,
    solving,
    stepping,
)
from baken.closed.shelter.placing.climbing import Climb
from baken.closed.shelter.placing.puzzle import Puzzle
from baken.closed.shelter.placing.sketch import Sketch, first_fit
from baken.closed.shelter.placing.tests.checker import Checker
from baken.closed.shelter.placing.tests.houses import house, household, instances, unit

SAFETIES = ("green", "orange", "red")


@pytest.fixture(scope="module")
def crowded():
    """Return a house of ten units for which sixty households ask over a month."""
    chance = random.Random(1)  # noqa: S311 - made up
    units = [
        unit(f"u{n}", places=chance.randint(1, 4), secured=n % 3 == 0, building="ab"[n % 2], location="pq"[n % 2])
        for n in range(10)
    ]
    households = []
    for number in range(60):
        start, members = chance.randrange(25), [(chance.choice("FM"), chance.choice([8, 15, 30]))]
        network = ["n"] if number % 9 == 0 else []
        stay = (start, start + chance.randint(3, 20))
        households.append(household(f"h{number}", *stay, members, safety=chance.choice(SAFETIES), network=network))
    return house(units, households, nights=30)


def placed(puzzle, sketch):
    found = zip(puzzle.households, sketch.at, strict=True)
    return {each.id: puzzle.units[number].id for each, number in found if number >= 0}


def best_worth(told):
    """Return the most worth that can be placed where residents may be turned away."""
    return Checker({**told, "households": [{**each, "current_unit": None} for each in told["households"]]}).best()[0]


def test_it_keeps_every_rule_and_lies_between_first_fit_and_the_bound(crowded, monkeypatch):
    monkeypatch.setattr(solving, "_SMALL", 0)
    monkeypatch.setattr(choosing, "_MOST", 0)
    puzzle, checker = Puzzle(reading.read(crowded)), Checker(crowded)
    solved = solving.solve(puzzle, 4)
    assert checker.broken(placed(puzzle, solved.sketch)) == set()
    assert checker.objective(placed(puzzle, solved.sketch)) == solved.objective
    plain = first_fit(puzzle, Sketch(puzzle))
    assert checker.broken(placed(puzzle, plain)) == set()
    assert plain.worth < solved.objective[0] <= solved.bounds[0]


def test_what_is_too_large_to_be_drawn_is_placed_all_the_same(crowded, monkeypatch):
    monkeypatch.setattr(solving, "_LARGE", 0)
    puzzle, checker = Puzzle(reading.read(crowded)), Checker(crowded)
    solved = solving.solve(puzzle, 3)
    assert checker.broken(placed(puzzle, solved.sketch)) == set()
    assert checker.objective(placed(puzzle, solved.sketch)) == solved.objective
    assert solved.objective[0] <= solved.bounds[0]


def test_a_step_never_loses_worth(crowded):
    puzzle, chance = Puzzle(reading.read(crowded)), random.Random(2)  # noqa: S311 - made up
    sketch = first_fit(puzzle, Sketch(puzzle))
    for size in range(1, 9):
        made = polishing.polished(puzzle, sketch, size, time.monotonic() + 0.2, chance)
        assert made.worth >= sketch.worth
        assert Checker(crowded).broken(placed(puzzle, made)) == set()
        sketch = made


def test_the_search_alone_keeps_every_rule(crowded):
    puzzle = Puzzle(reading.read(crowded))
    found = annealing.anneal(puzzle, Sketch(puzzle), time.monotonic() + 1, lambda _: False)
    assert Checker(crowded).broken(placed(puzzle, found)) == set()


def test_it_leaves_residents_where_they_are(crowded):
    first, *others = crowded["households"]
    told = {**crowded, "households": [{**first, "current_unit": "u3", "members": first["members"][:1]}, *others]}
    puzzle = Puzzle(reading.read(told))
    start = residents.settle(puzzle, 5)
    found = annealing.anneal(puzzle, start, time.monotonic() + 0.5, lambda _: False)
    assert found.at[0] == start.at[0] == 3
    assert found.worth > start.worth


def test_arrays_fit_as_a_sketch_does(crowded):
    puzzle = Puzzle(reading.read(crowded))
    sketch = first_fit(puzzle, Sketch(puzzle))
    told = arrays.house(puzzle)
    board = arrays.board(puzzle, told, sketch)
    pairs = [(household, unit) for household in sketch.waiting() for unit in puzzle.allowed[household]]
    assert pairs
    assert all(arrays.fits(told, board, *pair) == sketch.fits(*pair) for pair in pairs)


def test_a_swap_that_loses_too_much_leaves_everybody_where_she_was(crowded):
    puzzle = Puzzle(reading.read(crowded))
    told = arrays.house(puzzle)
    board = arrays.board(puzzle, told, first_fit(puzzle, Sketch(puzzle)))
    before = board.at.copy(), board.load.copy()
    assert stepping.swap(told, board, (0, 9), 0, -1.0) == 0
    assert (board.at == before[0]).all()
    assert (board.load == before[1]).all()


def test_it_stops_once_it_is_good_enough(crowded):
    puzzle = Puzzle(reading.read(crowded))
    found = annealing.anneal(puzzle, Sketch(puzzle), time.monotonic() + 60, lambda worth: worth > 0)
    assert found.worth > 0


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(instances(most_households=4, most_units=3))
def test_no_placement_exceeds_the_bound_of_units_that_are_alike(told):
    found = Climb(Sketch(Puzzle(reading.read(told))), 10**6)
    bound.of_alikes(found.best.puzzle, time.monotonic() + 10, found)
    assert best_worth(told) <= found.bound < 10**6
