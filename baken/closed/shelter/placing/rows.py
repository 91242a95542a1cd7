# SPDX-License-Identifier: EUPL-1.2
"""The rules as rows of zeros and ones: for the model that searches, and for the bound that none can pass (pure).

On a night a unit is used by one kind of household. Rows that say so bound far more closely than rows for each pair of
households: it is why a bound of the relaxed rows comes so near to what can be placed.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from baken.closed.shelter.placing.puzzle import MINORS, Kind, Puzzle, numbers
from baken.closed.shelter.placing.sketch import NOWHERE, Sketch


@dataclass
class Rows:
    """Columns, each zero or one, by number; sets of which at most one is one; and sums that stay within a number."""

    columns: int = 0
    one_of: list[list[int]] = field(default_factory=list)
    sums: list[tuple[dict[int, int], int]] = field(default_factory=list)

    def column(self) -> int:
        """Return the number of a new column."""
        self.columns += 1
        return self.columns - 1

    def column_over(self, columns: Iterable[int]) -> int:
        """Return the number of a new column, which is one where one of these is; no two of them are."""
        over = self.column()
        self.sums.append(({**dict.fromkeys(columns, 1), over: -1}, 0))
        return over

    def at_most_one(self, columns: Iterable[int]) -> None:
        """Let at most one of these be one."""
        found = list(columns)
        if len(found) > 1:
            self.one_of.append(found)

    def implies(self, column: int, then: int) -> None:
        """Let one column be one only where another is."""
        self.sums.append(({column: 1, then: -1}, 0))

    def within(self, sizes: Mapping[int, int], most: int, used: int) -> None:
        """Let a sum be no more than a number, and nothing where a column is zero."""
        self.sums.append(({**sizes, used: -most}, 0))


@dataclass
class Drawn:
    """Rows of a puzzle, and which column says that a household is in a unit."""

    rows: Rows
    inside: dict[tuple[int, int], int]


def draw(puzzle: Puzzle, sketch: Sketch, units: Collection[int], free: Collection[int]) -> Drawn:
    """Return the rows by which households may be placed anew in some units while all others stay as they are."""
    rows = Rows()
    beside = _beside(puzzle, sketch, free)
    inside = {
        (household, unit): rows.column()
        for household in free
        for unit in puzzle.allowed[household]
        if unit in units and not _kept_out(puzzle, beside, household, unit)
    }
    drawn = Drawn(rows, inside)
    for household in free:
        rows.at_most_one(inside[household, unit] for unit in puzzle.allowed[household] if (household, unit) in inside)
    for unit in units:
        _share(puzzle, drawn, unit, [household for household in free if (household, unit) in inside])
    _keep_apart(puzzle, drawn, units, free)
    return drawn


def _beside(puzzle: Puzzle, sketch: Sketch, free: Collection[int]) -> tuple[dict[str, int], dict[str, int]]:
    """Return who stays in each building and at each location, as bits."""
    moving = sum(1 << each for each in free)
    buildings = {key: there & ~moving for key, there in sketch.buildings.items()}
    return buildings, {key: there & ~moving for key, there in sketch.locations.items()}


def _kept_out(puzzle: Puzzle, beside: tuple[dict[str, int], dict[str, int]], household: int, number: int) -> bool:
    unit, (buildings, locations) = puzzle.units[number], beside
    near = buildings[unit.building] & puzzle.in_building[household]
    return bool(near or locations[unit.location] & puzzle.in_location[household])


def _share(puzzle: Puzzle, drawn: Drawn, unit: int, here: list[int]) -> None:
    """Add which of these households may be in a unit on one night."""
    for now in crowds({each: puzzle.nights[each] for each in here}):
        drawn.rows.at_most_one(uses(puzzle, drawn, unit, now))


def uses(puzzle: Puzzle, drawn: Drawn, unit: int, now: Iterable[int]) -> list[int]:
    """Return the columns by one of which a unit is used on a night, of households that are here: one for each kind."""
    by_kind: dict[Kind, list[int]] = defaultdict(list)
    for each in now:
        whole = puzzle.households[each].size == puzzle.units[unit].places
        by_kind[Kind.ALONE if whole else puzzle.kinds[each]].append(each)
    alone = [drawn.inside[each, unit] for each in by_kind.pop(Kind.ALONE, [])]
    minors = {kind: by_kind.pop(kind) for kind in MINORS & by_kind.keys()}
    used = [_used(puzzle, drawn, unit, there) for there in by_kind.values()]
    return [*alone, *used, *_used_by_minors(puzzle, drawn, unit, minors)]


def _used(puzzle: Puzzle, drawn: Drawn, unit: int, there: list[int]) -> int:
    """Return the column that says that some of these, who may share, are in the unit."""
    columns = {drawn.inside[each, unit]: puzzle.households[each].size for each in there}
    if len(columns) == 1:
        return next(iter(columns))
    used = drawn.rows.column()
    drawn.rows.within(columns, puzzle.units[unit].places, used)
    for column in columns:
        drawn.rows.implies(column, used)
    return used


def _used_by_minors(puzzle: Puzzle, drawn: Drawn, unit: int, minors: dict[Kind, list[int]]) -> list[int]:
    """Return the columns that say that minors are there: one where there are small ones, who share with any of them."""
    small, young = minors.pop(Kind.SMALL, []), minors.pop(Kind.YOUNG, [])
    one_of = [drawn.inside[each, unit] for each in young]
    one_of += [_used(puzzle, drawn, unit, there) for there in minors.values()]
    if not small:
        return one_of
    used = _used(puzzle, drawn, unit, [*small, *young, *(each for there in minors.values() for each in there)])
    drawn.rows.at_most_one(one_of)
    return [used]


def _keep_apart(puzzle: Puzzle, drawn: Drawn, units: Collection[int], free: Collection[int]) -> None:
    """Add who is kept apart: of a network one at a time in a building, of those who avoid each other at a location."""
    gap, buildings, locations = puzzle.instance.gap, defaultdict(list), defaultdict(list)
    networks: dict[str, list[int]] = defaultdict(list)
    for unit in units:
        buildings[puzzle.units[unit].building].append(unit)
        locations[puzzle.units[unit].location].append(unit)
    for household in free:
        for network in puzzle.households[household].network:
            networks[network].append(household)
    for there in networks.values():
        spans = {each: range(puzzle.nights[each].start, puzzle.nights[each].stop + gap) for each in there}
        for now in crowds(spans):
            _one_at_a_time(drawn, now, buildings.values())
    before = 0
    for household in free:
        for other in numbers(puzzle.in_location[household] & before):
            _one_at_a_time(drawn, [household, other], locations.values())
        before |= 1 << household


def _one_at_a_time(drawn: Drawn, households: Iterable[int], places: Iterable[list[int]]) -> None:
    now = list(households)
    for units in places:
        drawn.rows.at_most_one(
            drawn.inside[each, unit] for each in now for unit in units if (each, unit) in drawn.inside
        )


def crowds(nights: Mapping[int, range]) -> list[frozenset[int]]:
    """Return every largest set of households that are all here on one night, of two or more: on it somebody arrives."""
    days = sorted({span.start for span in nights.values()})
    found = [frozenset(each for each, span in nights.items() if day in span) for day in days]
    largest = [each for n, each in enumerate(found) if n == len(found) - 1 or not each < found[n + 1]]
    return [each for each in dict.fromkeys(largest) if len(each) > 1]


def everybody(puzzle: Puzzle) -> Drawn:
    """Return the rows of the whole puzzle."""
    return draw(puzzle, Sketch(puzzle), range(len(puzzle.units)), range(len(puzzle.households)))


def neighbourhood(puzzle: Puzzle, sketch: Sketch, units: Collection[int]) -> Drawn:
    """Return the rows by which those in some units and those who wait may be placed there anew."""
    free = [each for each, unit in enumerate(sketch.at) if unit in units or unit == NOWHERE]
    return draw(puzzle, sketch, units, free)
