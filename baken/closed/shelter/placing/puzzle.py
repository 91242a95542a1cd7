# SPDX-License-Identifier: EUPL-1.2
"""An instance as a search wants it: households and units as numbers, and whom each rule keeps apart as bits (pure).

Who shares with whom is told twice: by `rules.of_sharing`, pair by pair, and here by kinds, for a bound that knows that
a unit is of one kind on a night lies far closer than one that knows of pairs alone. A test holds the two against
each other.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import accumulate, combinations
from operator import or_

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
    def closed(self) -> list[frozenset[int]]:
        """The nights within the horizon on which each unit is closed."""
        first, seen = self.instance.horizon.start, self.instance.horizon
        spans = [[span.within(seen) for span in unit.closed] for unit in self.units]
        nights = [[range((each.start - first).days, (each.end - first).days) for each in found] for found in spans]
        return [frozenset(night for found in each for night in found) for each in nights]

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
        return [[n for n in self._open_to(each) if self._may_be_in(each, n)] for each in self.households]

    def _open_to(self, household: Household) -> list[int]:
        """Return the units that break no rule for a household, told once of those that are alike."""
        seen = household.stay.within(self.instance.horizon)
        return sorted(
            number
            for like, numbers in self._alike.items()
            if not rules.of_unit(household, like) and not any(seen.meets(span) for span in like.closed)
            for number in numbers
        )

    def _may_be_in(self, household: Household, number: int) -> bool:
        return not household.fixed or household.current_unit == self.units[number].id

    @cached_property
    def _alike(self) -> dict[Unit, list[int]]:
        """The units by what of them counts for a household that is there alone."""
        found: dict[Unit, list[int]] = defaultdict(list)
        for number, unit in enumerate(self.units):
            found[replace(unit, id="", location="", building="", wing="")].append(number)
        return found

    @cached_property
    def together(self) -> list[int]:
        """Who else is here on a night of each household's, as bits."""
        last = self.instance.horizon.nights
        come = _before(last, ((nights.start, each) for each, nights in enumerate(self.nights)))
        gone = _before(last, ((nights.stop - 1, each) for each, nights in enumerate(self.nights)))
        return [come[now.stop] & ~gone[now.start] & ~(1 << each) for each, now in enumerate(self.nights)]

    @cached_property
    def apart(self) -> list[int]:
        """Who of those may not share a unit with each."""
        others = {
            ours: sum(1 << each for each, theirs in enumerate(self.kinds) if not may_share(ours, theirs))
            for ours in set(self.kinds)
        }
        return [now & others[kind] for now, kind in zip(self.together, self.kinds, strict=True)]

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
        found = [0] * len(all_)
        for one, other in self._known_to_each_other:
            if rules.reach(all_[one], all_[other]) == far and all_[one].stay.meets(all_[other].stay, gap):
                found[one] |= 1 << other
                found[other] |= 1 << one
        return found

    @cached_property
    def _known_to_each_other(self) -> set[tuple[int, int]]:
        """Who avoids whom or shares a network with whom: all others are out of the question."""
        number = {each.id: n for n, each in enumerate(self.households)}
        pairs = {(number[each.id], number[other]) for each in self.households for other in each.avoid}
        networks: dict[str, list[int]] = defaultdict(list)
        for n, each in enumerate(self.households):
            for network in each.network:
                networks[network].append(n)
        pairs |= {pair for there in networks.values() for pair in combinations(there, 2)}
        return {(min(pair), max(pair)) for pair in pairs}


def _before(last: int, told: Iterable[tuple[int, int]]) -> list[int]:
    """Return for each night, and the one after the last, whose number was told of a night before it, as bits."""
    found = [0] * (last + 1)
    for night, number in told:
        found[night + 1] |= 1 << number
    return list(accumulate(found, or_))


def overlap(one: range, other: range) -> bool:
    """Return whether two stays have a night in common."""
    return one.start < other.stop and other.start < one.stop


def numbers(bits: int) -> Iterator[int]:
    """Yield the numbers of those whose bits are set."""
    while bits:
        low = bits & -bits
        yield low.bit_length() - 1
        bits ^= low
