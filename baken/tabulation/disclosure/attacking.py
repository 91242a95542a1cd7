# SPDX-License-Identifier: EUPL-1.2
"""What somebody can compute who has every published table, a linear programme and time."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

import numpy as np

from baken.tabulation.disclosure.needs import Need
from baken.tabulation.disclosure.opening import those_open
from baken.tabulation.disclosure.people import People
from baken.tabulation.disclosure.scene import Scene, scene
from baken.tabulation.disclosure.solving import Programme
from baken.tabulation.shapes import At, Table

Where = tuple[int, At]  # a table by its place among the tables, and a cell


class Interval(NamedTuple):
    """The least and the most that a hidden count can be; None where it has no end."""

    low: int
    high: int | None


class Difference(NamedTuple):
    """Two told cells, of which one counts all people of the other; so few lie between them that they are told of."""

    whole: Where
    part: Where
    between: int


def attack(tables: Sequence[Table]) -> Mapping[Where, Interval]:
    """Return for each hidden cell between what and what its count must lie; raise Contradiction.

    Cells in which nobody can be by the meaning of their categories are left out.
    """
    found: dict[Where, Interval] = {}
    for places in _units(tables):
        seen = scene([tables[place] for place in places])
        programme = seen.programme()
        found |= _cells(seen, places, {column: _interval(programme, column) for column in seen.hidden()})
    return found


def _units(tables: Sequence[Table]) -> list[list[int]]:
    unit = [each.population.unit for each in tables]
    places = sorted(range(len(tables)), key=lambda place: (unit[place], place))
    return [list(each) for _, each in groupby(places, key=lambda place: unit[place])]


def _interval(programme: Programme, column: int) -> Interval:
    low, high = (programme.end(column, upper=upper).value for upper in (False, True))
    return Interval(low, None if programme.endless(high) else high)


def _cells(seen: Scene, places: Sequence[int], ends: Mapping[int, Interval]) -> dict[Where, Interval]:
    """Return the hidden cells of those columns, and those that one table hides and another one tells."""
    known = {column: Interval(value, value) for column, value in seen.told.items()}
    tables, keys = seen.ground.tables, seen.equations.keys
    return {
        (places[place], at): (ends.get(column) or known[column])
        for (place, at), column in seen.equations.of.items()
        if tables[place].values[at] is None and (column in known or column in ends) and not keys[column][0].impossible
    }


def recovered(tables: Sequence[Table], *, threshold: int) -> Mapping[Where, Interval]:
    """Return the hidden cells whose count comes out, or of which it comes out that it is below a threshold."""
    found: dict[Where, Interval] = {}
    for places in _units(tables):
        seen = scene([tables[place] for place in places])
        programme = seen.programme()
        needs = [need for column in seen.hidden() for need in (Need(column, threshold), Need(column, None))]
        shut = {need.column for need in set(needs).difference(those_open(programme, needs))}
        found |= _cells(seen, places, {column: _interval(programme, column) for column in shut})
    return found


def differences(tables: Sequence[Table], *, threshold: int) -> list[Difference]:
    """Return told cells between which lie fewer than a threshold, or nobody: by filter, period or a later count.

    Between two days of counting the same people, nobody is no difference.
    """
    return [each for places in _units(tables) for each in _differences(tables, places, threshold)]


def _differences(tables: Sequence[Table], places: Sequence[int], threshold: int) -> list[Difference]:
    seen = scene([tables[place] for place in places])
    people, found = People(seen), []
    where = {column: (places[place], at) for (place, at), column in reversed(list(seen.equations.of.items()))}
    told = np.full(len(seen.equations.keys), -np.inf)
    told[list(seen.told)] = list(seen.told.values())
    for column, value in seen.told.items():
        some, _, same = people.around(column)
        near = [each for each in some if 0 <= value - told[each] < threshold]
        near += [each for each in same if 0 < value - told[each] < threshold]
        found += [Difference(where[column], where[each], value - int(told[each])) for each in near]
    return found
