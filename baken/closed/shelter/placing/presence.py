# SPDX-License-Identifier: EUPL-1.2
"""Who is where on which night, and which rules one more household would break there (pure).

Nights are told as the bits of a number, the first of the horizon as the lowest.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property, reduce
from operator import or_

from baken.closed.shelter.placing import rules
from baken.closed.shelter.placing.instance import Household, Instance, People, Span, Unit
from baken.closed.shelter.placing.rules import Reach, Rule

Placed = Mapping[str, str]  # unit by household
Nights = int


@dataclass(frozen=True)
class Presence:
    """A placement, to be asked about one more household."""

    instance: Instance
    placed: Placed
    _full: dict[tuple[str, int], Nights] = field(default_factory=dict, init=False, repr=False)

    def broken(self, household: Household) -> list[dict[Rule, Nights]]:
        """Return for each unit on which nights of the horizon a household would break which rules if it were there.

        As old as it is on the day it arrives; its own stay does not matter.
        """
        apart = self._kept_apart(household)
        return [self._in(household, unit, apart) for unit in self.instance.units.values()]

    def nights(self, span: Span) -> Nights:
        """Return those of some nights that are in the horizon."""
        seen = span.within(self.instance.horizon)
        return ((1 << seen.nights) - 1) << (seen.start - self.instance.horizon.start).days if seen.nights else 0

    def _in(self, household: Household, unit: Unit, apart: list[tuple[Unit, Reach, Nights]]) -> dict[Rule, Nights]:
        found: dict[Rule, Nights] = defaultdict(int)
        for rule in rules.of_unit(household, unit):
            found[rule] = self.nights(self.instance.horizon)
        found[Rule.CLOSED] |= self._closed[unit.id]
        found[Rule.CAPACITY] |= self._too_many(unit, household.size)
        for people, nights in self._people[unit.id].items():
            for rule in rules.of_people(household.people, people):
                found[rule] |= nights
        for theirs, far, nights in apart:
            found[Rule.DANGER] |= nights if rules.within(far, unit, theirs) else 0
        return found

    def _kept_apart(self, household: Household) -> list[tuple[Unit, Reach, Nights]]:
        """Return where those are from whom a household is kept apart, how far, and on which nights that counts."""
        apart = timedelta(days=self.instance.gap)
        others = ((self.instance.households[key], self.instance.units[unit]) for key, unit in self.placed.items())
        found = ((other, unit, rules.reach(household, other)) for other, unit in others)
        return [
            (unit, far, self.nights(Span(other.stay.start - apart, other.stay.end + apart)))
            for other, unit, far in found
            if far
        ]

    @cached_property
    def _inside(self) -> dict[str, list[Household]]:
        found: dict[str, list[Household]] = {key: [] for key in self.instance.units}
        for household, unit in self.placed.items():
            found[unit].append(self.instance.households[household])
        return found

    @cached_property
    def _people(self) -> dict[str, dict[People, Nights]]:
        """Who is in each unit when, told once of those who are alike."""
        found: dict[str, dict[People, Nights]] = {key: defaultdict(int) for key in self.instance.units}
        for unit, there in self._inside.items():
            for each in there:
                found[unit][each.people] |= self.nights(each.stay)
        return found

    @cached_property
    def _closed(self) -> dict[str, Nights]:
        return {
            unit.id: reduce(or_, (self.nights(span) for span in unit.closed), 0)
            for unit in self.instance.units.values()
        }

    def _too_many(self, unit: Unit, size: int) -> Nights:
        """Return the nights on which so many more are too many for a unit."""
        if (unit.id, size) not in self._full:
            loads = _loads(self.instance, self._inside[unit.id])
            full = sum(1 << night for night, load in enumerate(loads) if load + size > unit.places)
            self._full[unit.id, size] = full
        return self._full[unit.id, size]


def _loads(instance: Instance, there: Iterable[Household]) -> list[int]:
    """Return how many persons there are on each night."""
    found = [0] * instance.horizon.nights
    for each in there:
        for night in instance.nights(each):
            found[night] += each.size
    return found
