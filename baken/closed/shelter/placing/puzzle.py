# SPDX-License-Identifier: EUPL-1.2
"""An instance as a search wants it: households and units as numbers, and whom each rule keeps apart as bits (pure).

Who shares with whom is told twice: by `rules.of_sharing`, pair by pair, and here by kinds, for a bound that knows that
a unit is of one kind on a night lies far closer than one that knows of pairs alone. A test holds the two against
each other.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from baken.closed.shelter.placing import rules
from baken.closed.shelter.placing.instance import Household, Instance, Sex, Unit
from baken.closed.shelter.placing.rules import Reach


class Kind(StrEnum):
    """With whom a household may share a unit: with its own kind, but for those of the last three."""

    WOMEN = "women"
    MEN = "men"
    GIRLS = "girls"
    BOYS = "boys"
    SMALL = "small"  # all under twelve: with any minors
    YOUNG = "young"  # minors of twelve and over of both sexes: with the small ones alone
    ALONE = "alone"  # grown-ups with minors or of both sexes, or somebody of another sex


_GIRL, _BOY = frozenset({Sex.FEMALE}), frozenset({Sex.MALE})  # the sexes of those who are twelve or over
_MINORS = {frozenset[Sex](): Kind.SMALL, _GIRL: Kind.GIRLS, _BOY: Kind.BOYS, _GIRL | _BOY: Kind.YOUNG}
_ADULTS = {_GIRL: Kind.WOMEN, _BOY: Kind.MEN, _GIRL | _BOY: Kind.ALONE}
Pair = Callable[[int, int], bool]
MINORS = {Kind.GIRLS, Kind.BOYS, Kind.SMALL, Kind.YOUNG}


def kind(household: Household) -> Kind:
    """Return a household's kind, by the ages on the day it arrives."""
    on = household.stay.start
    minors = {member.is_minor(on) for member in household.members}
    sexes = {member.sex for member in household.members if member.is_twelve(on)}
    if len(minors) > 1 or any(member.sex == Sex.OTHER for member in household.members):
        return Kind.ALONE
    return _MINORS[frozenset(sexes)] if minors == {True} else _ADULTS[frozenset(sexes)]


def may_share(one: Kind, other: Kind) -> bool:
    """Return whether households of two kinds may be in one unit on one night."""
    if Kind.SMALL in (one, other):
        return {one, other} <= MINORS
    return one == other and one not in (Kind.YOUNG, Kind.ALONE)


@dataclass(frozen=True)
class Puzzle:
    """Households and units by number, in the order of the instance."""

    instance: Instance

    @cached_property
    def households(self) -> list[Household]:
        """The households."""
        return list(self.instance.households.values())

    @cached_property
    def units(self) -> list[Unit]:
        """The units."""
        return list(self.instance.units.values())

    @cached_property
    def nights(self) -> list[range]:
        """The nights of each household within the horizon."""
        return [self.instance.nights(each) for each in self.households]

    @cached_property
    def kinds(self) -> list[Kind]:
        """The kind of each household."""
        return [kind(each) for each in self.households]

    @cached_property
    def current(self) -> list[int | None]:
        """In which unit each household is, by its number."""
        number = {unit.id: n for n, unit in enumerate(self.units)}
        return [number.get(each.current_unit or "") for each in self.households]

    @cached_property
    def residents(self) -> list[int]:
        """Who is in a unit already."""
        return [each for each, unit in enumerate(self.current) if unit is not None]

    @cached_property
    def allowed(self) -> list[list[int]]:
        """Units in which each household could be if nobody else were there."""
        return [[n for n, unit in enumerate(self.units) if self._lets_in(each, unit)] for each in self.households]

    def _lets_in(self, household: Household, unit: Unit) -> bool:
        if household.fixed and household.current_unit != unit.id:
            return False
        seen = household.stay.within(self.instance.horizon)
        return not rules.of_unit(household, unit) and not any(seen.meets(span) for span in unit.closed)

    @cached_property
    def together(self) -> list[int]:
        """Who else is here on a night of each household's, as bits."""
        return self._pairs(lambda one, other: overlap(self.nights[one], self.nights[other]))

    @cached_property
    def apart(self) -> list[int]:
        """Who of those may not share a unit with each."""
        return self._pairs(
            lambda one, other: (
                bool(self.together[one] >> other & 1) and not may_share(self.kinds[one], self.kinds[other])
            )
        )

    @cached_property
    def in_building(self) -> list[int]:
        """From whom each is kept apart by a building, at times that are too near."""
        return self._kept(Reach.BUILDING)

    @cached_property
    def in_location(self) -> list[int]:
        """From whom each is kept apart by a location, at times that are too near."""
        return self._kept(Reach.LOCATION)

    def _kept(self, far: Reach) -> list[int]:
        gap, all_ = self.instance.gap, self.households
        return self._pairs(
            lambda one, other: (
                rules.reach(all_[one], all_[other]) == far and all_[one].stay.meets(all_[other].stay, gap)
            )
        )

    def _pairs(self, hold: "Pair") -> list[int]:
        count = range(len(self.households))
        return [sum(1 << other for other in count if other != one and hold(one, other)) for one in count]


def overlap(one: range, other: range) -> bool:
    """Return whether two stays have a night in common."""
    return one.start < other.stop and other.start < one.stop


def numbers(bits: int) -> Iterator[int]:
    """Yield the numbers of those whose bits are set."""
    while bits:
        low = bits & -bits
        yield low.bit_length() - 1
        bits ^= low
