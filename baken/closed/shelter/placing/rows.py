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

Terms = Mapping[int, int]  # what each column counts for
Pairs = Collection[tuple[int, int]]  # households and units


class Impossible(Exception):
    """It is proven that nothing keeps all the rows."""


@dataclass(frozen=True)
class Answer:
    """What was found: which columns are one, what that is worth, and what nothing can exceed."""

    columns: list[bool]
    worth: int
    bound: int


@dataclass
class Rows:
    """Columns, each zero or one, by number; sets of which at most one is one; and sums that stay within a number."""

    columns: int = 0
    one_of: list[list[int]] = field(default_factory=list)
    sums: list[tuple[dict[int, int], int]] = field(default_factory=list)

    def copy(self) -> "Rows":
        """Return others, of which more can be asked."""
        return Rows(self.columns, self.one_of[:], self.sums[:])

    def column(self) -> int:
        """Return the number of a new column."""
        self.columns += 1
        return self.columns - 1

    def at_most_one(self, columns: Iterable[int]) -> None:
        """Let at most one of these be one."""
        found = list(columns)
        if len(found) > 1:
            self.one_of.append(found)

    def at_least(self, terms: Terms, least: int) -> None:
        """Let a sum be no less than this."""
        self.sums.append(({column: -count for column, count in terms.items()}, -least))

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


def draw(
    puzzle: Puzzle, sketch: Sketch, units: Collection[int], free: Collection[int], among: Pairs | None = None
) -> Drawn:
    """Return the rows by which households may be placed anew in some units while all others stay as they are.

    Where some are told, a household may be in the units alone with which it is ``among`` them.
    """
    rows = Rows()
    beside = _beside(puzzle, sketch, free)
    inside = {
        (household, unit): rows.column()
        for household in free
        for unit in puzzle.allowed[household]
        if unit in units
        and (among is None or (household, unit) in among)
        and not _kept_out(puzzle, beside, household, unit)
    }
    drawn = Drawn(rows, inside)
    for household in free:
        rows.at_most_one(inside[household, unit] for unit in puzzle.allowed[household] if (household, unit) in inside)
    for unit in units:
        _share(puzzle, drawn, unit, [household for household in free if (household, unit) in inside])
    keep_apart(puzzle, drawn, units, free)
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
    """Return the columns by one of which a unit is used on a night, of households that are here: one for each group."""
    return [_used(puzzle, drawn, unit, group) for group in sharing(puzzle, unit, now)]


def sharing(puzzle: Puzzle, unit: int, here: Iterable[int]) -> list[list[int]]:
    """Return households in groups: who may share a unit, or could not say so; none shares with another group's.

    With small ones, who share with any minors, all minors are one group, in which some may not share.
    """
    groups: dict[object, list[int]] = defaultdict(list)
    there = list(here)
    small = any(puzzle.kinds[each] == Kind.SMALL for each in there)
    for each in there:
        kind = kind_in(puzzle, each, unit)
        alone = kind == Kind.ALONE or (kind == Kind.YOUNG and not small)
        groups[each if alone else "minors" if small and kind in MINORS else kind].append(each)
    return list(groups.values())


def kind_in(puzzle: Puzzle, household: int, unit: int) -> Kind:
    """Return a household's kind where it is in a unit: who fills it is there alone."""
    whole = puzzle.households[household].size == puzzle.units[unit].places
    return Kind.ALONE if whole else puzzle.kinds[household]


def _used(puzzle: Puzzle, drawn: Drawn, unit: int, there: list[int]) -> int:
    """Return the column that says that some of a group are in the unit."""
    used = used_by(puzzle, drawn, unit, there)
    if len(there) > 1:
        for each in there:
            drawn.rows.implies(drawn.inside[each, unit], used)
        _keep_minors_apart(puzzle, drawn, unit, there)
    return used


def used_by(puzzle: Puzzle, drawn: Drawn, unit: int, there: list[int]) -> int:
    """Return a column that has to be one for as many of a group to be in the unit as there are places in it."""
    columns = {drawn.inside[each, unit]: puzzle.households[each].size for each in there}
    if len(columns) == 1:
        return next(iter(columns))
    used = drawn.rows.column()
    drawn.rows.within(columns, puzzle.units[unit].places, used)
    return used


def _keep_minors_apart(puzzle: Puzzle, drawn: Drawn, unit: int, there: list[int]) -> None:
    """Let girls, boys and young of both sexes, who share with small ones alone, not be there on one night."""
    groups = sharing(puzzle, unit, [each for each in there if puzzle.kinds[each] != Kind.SMALL])
    if len(groups) > 1:
        drawn.rows.at_most_one(_used(puzzle, drawn, unit, group) for group in groups)


def keep_apart(puzzle: Puzzle, drawn: Drawn, units: Collection[int], free: Collection[int]) -> None:
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


def everybody(puzzle: Puzzle, among: Pairs | None = None) -> Drawn:
    """Return the rows of the whole puzzle, or of some units for each."""
    return draw(puzzle, Sketch(puzzle), range(len(puzzle.units)), range(len(puzzle.households)), among)


def neighbourhood(puzzle: Puzzle, sketch: Sketch, units: Collection[int]) -> Drawn:
    """Return the rows by which those in some units and those who wait may be placed there anew."""
    free = [each for each, unit in enumerate(sketch.at) if unit in units or unit == NOWHERE]
    return draw(puzzle, sketch, units, free)
