# SPDX-License-Identifier: EUPL-1.2
"""A placement while it is searched for: who is where, and whether one more fits. Changed in place (pure)."""

from collections.abc import Iterator

from baken.closed.shelter.placing.puzzle import Puzzle, numbers

NOWHERE = -1


class Sketch:
    """A placement that breaks no rule: households are put in only where they fit."""

    def __init__(self, puzzle: Puzzle) -> None:
        self.puzzle = puzzle
        self.at = [NOWHERE] * len(puzzle.households)
        self.inside = [0] * len(puzzle.units)  # who is in each unit, as bits
        self.buildings: dict[str, int] = {unit.building: 0 for unit in puzzle.units}
        self.locations: dict[str, int] = {unit.location: 0 for unit in puzzle.units}
        self.worth = 0

    def copy(self) -> "Sketch":
        """Return another that can be changed apart."""
        made = Sketch.__new__(Sketch)
        made.puzzle, made.worth = self.puzzle, self.worth
        made.at, made.inside = self.at[:], self.inside[:]
        made.buildings, made.locations = self.buildings.copy(), self.locations.copy()
        return made

    def fits(self, household: int, number: int) -> bool:
        """Return whether a household may be put into a unit that lets it in."""
        puzzle, unit = self.puzzle, self.puzzle.units[number]
        if self.inside[number] & puzzle.apart[household]:
            return False
        if self.buildings[unit.building] & puzzle.in_building[household]:
            return False
        if self.locations[unit.location] & puzzle.in_location[household]:
            return False
        sharing = list(numbers(self.inside[number] & puzzle.together[household]))
        return not sharing or self._most(household, sharing) <= unit.places

    def _most(self, household: int, sharing: list[int]) -> int:
        """Return how many persons there are on the fullest night; it is one on which somebody arrives."""
        puzzle, stay = self.puzzle, self.puzzle.nights[household]
        days = {stay.start, *(puzzle.nights[each].start for each in sharing if puzzle.nights[each].start > stay.start)}
        there = (sum(puzzle.households[each].size for each in sharing if day in puzzle.nights[each]) for day in days)
        return puzzle.households[household].size + max(there)

    def put(self, household: int, number: int) -> None:
        """Put a household into a unit in which it fits."""
        self.at[household] = number
        self.worth += self.puzzle.households[household].worth
        self._flip(household, number)

    def take(self, household: int) -> None:
        """Take a household out of its unit."""
        number, self.at[household] = self.at[household], NOWHERE
        self.worth -= self.puzzle.households[household].worth
        self._flip(household, number)

    def _flip(self, household: int, number: int) -> None:
        bit, unit = 1 << household, self.puzzle.units[number]
        self.inside[number] ^= bit
        self.buildings[unit.building] ^= bit
        self.locations[unit.location] ^= bit

    def waiting(self) -> Iterator[int]:
        """Yield who has no unit though there is one that would let it in."""
        yield from (n for n, unit in enumerate(self.at) if unit == NOWHERE and self.puzzle.allowed[n])


def first_fit(puzzle: Puzzle, sketch: Sketch) -> Sketch:
    """Return a placement in which each household, as it arrives, takes the first unit in which it fits."""
    made = sketch.copy()
    for household in sorted(made.waiting(), key=lambda each: puzzle.nights[each].start):
        unit = next((unit for unit in puzzle.allowed[household] if made.fits(household, unit)), None)
        if unit is not None:
            made.put(household, unit)
    return made
