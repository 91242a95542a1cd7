# SPDX-License-Identifier: EUPL-1.2
"""Where every timetable is known: none is missing, none breaks a rule, and what is chosen is as good as otherwise."""

from itertools import chain, combinations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from baken.closed.shelter.placing import aims, choosing, listing, reading
from baken.closed.shelter.placing.puzzle import Puzzle
from baken.closed.shelter.placing.sketch import Sketch
from baken.closed.shelter.placing.tests.houses import house, household, instances, unit
from baken.closed.shelter.placing.tests.test_placing import hold, hold_against_everything
from baken.closed.shelter.placing.using import left_empty

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
MANY = 10_000


def tried(puzzle, number):
    """Return whoever can be in a unit together, by trying all."""
    asking = [each for each, units in enumerate(puzzle.allowed) if number in units]
    found = set()
    for who in chain.from_iterable(combinations(asking, count + 1) for count in range(len(asking))):
        sketch = Sketch(puzzle)
        for each in who:
            if sketch.fits(each, number):
                sketch.put(each, number)
        found |= {who} if sketch.inside[number].bit_count() == len(who) else set()
    return found


@settings(max_examples=80, deadline=None, suppress_health_check=SLOW)
@given(instances(most_households=6, most_units=2))
def test_every_timetable_is_listed_once_with_what_it_leaves_empty(told):
    puzzle = Puzzle(reading.read(told))
    for number, each in enumerate(listing.every(puzzle, MANY)):
        found = [tuple(sorted(each.at(n))) for n in range(each.total)]
        assert sorted(found) == sorted(tried(puzzle, number))
        assert each.empty.tolist() == [left_empty(puzzle, number, who) for who in found]


def crowd(count):
    people = [household(f"h{n}", n % 3, 4 + n % 5, [("F", 30)]) for n in range(count)]
    return Puzzle(reading.read(house([unit("u", places=3), unit("v", places=2)], people)))


def test_too_many_are_not_listed():
    count = sum(each.total for each in listing.every(crowd(9), MANY))
    assert listing.every(crowd(9), count)
    assert listing.every(crowd(9), count - 1) is None


def test_some_of_them_keep_who_is_there():
    each = listing.every(crowd(5), MANY)[0]
    kept = np.arange(each.total) % 3 == 1
    some, values = each.among(kept), np.arange(5.0)
    assert [some.at(n) for n in range(some.total)] == [each.at(n) for n in np.flatnonzero(kept)]
    assert some.sums(values).tolist() == [sum(values[who] for who in some.at(n)) for n in range(some.total)]
    assert some.among(np.zeros(some.total, bool)).sums(values).tolist() == []


@pytest.mark.parametrize(("bound", "reached"), [(5, 5), (5, 4), (5, 3), (100, 0), (-7, -90), (0, 1)])
def test_what_is_looked_for_goes_down_to_what_betters_what_is_reached(bound, reached):
    found = list(choosing._steps(bound, reached))
    assert found == sorted(set(found), reverse=True)
    assert found[:1] + found[-1:] == ([bound, reached + 1] if bound > reached else [])


@settings(max_examples=40, deadline=None, suppress_health_check=SLOW)
@given(instances(most_households=4, most_units=3))
def test_it_is_the_best_there_is_without_a_list_too(told):
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(choosing, "_MOST", -1)
        hold_against_everything(told)


@settings(max_examples=10, deadline=None, suppress_health_check=SLOW)
@given(instances(most_households=14, most_units=6))
def test_larger_houses_are_no_worse_with_a_list(told):
    answers = []
    for most in (-1, MANY * MANY):
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(choosing, "_MOST", most)
            answers.append(hold(told)[0])
    searched, listed = answers
    assert listed["status"] == ("optimal" if searched["objective"] else "infeasible")
    if searched["objective"]:
        (worth, moves, empty), (least, most, fullest) = listed["objective"], searched["objective"]
        assert (worth, -moves, -empty) >= (least, -most, -fullest)


def test_without_time_it_is_where_it_began_and_proves_nothing():
    puzzle = crowd(9)
    start = choosing.Chosen(Sketch(puzzle), 99)
    assert choosing.of(puzzle).best(aims.most_worth(puzzle), start, 0) == start
