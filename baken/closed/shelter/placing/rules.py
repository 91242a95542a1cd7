# SPDX-License-Identifier: EUPL-1.2
"""The hard rules of a placement: what a household and a unit, or two households, may not be to each other (pure).

Nothing here weighs one placement against another.
"""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from baken.closed.shelter.placing.instance import Household, Instance, People, Safety, Unit


class Rule(StrEnum):
    """The rules, in the order in which they are named."""

    ONE_UNIT = "one-unit"
    CAPACITY = "capacity"
    CLOSED = "closed"
    SEX = "sex"
    MINORS = "minors"
    DANGER = "danger"
    SECURED = "secured"
    ACCESS = "access"
    REGION = "region"
    RESIDENT = "resident"


def of_unit(household: Household, unit: Unit) -> frozenset[Rule]:
    """Return which rules a unit breaks for a household on whichever night, with nobody else there."""
    found = {
        Rule.CAPACITY: household.size > unit.places,
        Rule.SECURED: household.safety == Safety.RED and not unit.secured,
        Rule.ACCESS: household.step_free and not unit.step_free,
        Rule.REGION: unit.region in household.excluded_regions,
    }
    return frozenset(rule for rule, broken in found.items() if broken)


def of_sharing(one: Household, other: Household) -> frozenset[Rule]:
    """Return which rules two households break that are in one unit on one night."""
    return of_people(one.people, other.people)


@cache
def of_people(one: People, other: People) -> frozenset[Rule]:
    """Return which rules people of two households break that are in one unit on one night."""
    found = {Rule.SEX: _differ_in_sex(one, other), Rule.MINORS: _mix_ages(one, other) or _mix_ages(other, one)}
    return frozenset(rule for rule, broken in found.items() if broken)


def _differ_in_sex(one: People, other: People) -> bool:
    return one.other or other.other or any(a != b for a in one.sexes for b in other.sexes)


def _mix_ages(one: People, other: People) -> bool:
    """Return whether a minor of the one would be with a grown-up of the other."""
    return one.minors and other.adults


class Reach(StrEnum):
    """How far two households have to keep from each other."""

    LOCATION = "location"
    BUILDING = "building"


def reach(one: Household, other: Household) -> Reach | None:
    """Return how far two households are kept apart, whenever they are there; None where nothing is known against it."""
    if other.id in one.avoid or one.id in other.avoid:
        return Reach.LOCATION
    return Reach.BUILDING if one.network & other.network else None


def within(far: Reach, unit: Unit, theirs: Unit) -> bool:
    """Return whether two units are in one another's reach."""
    return unit.location == theirs.location if far == Reach.LOCATION else unit.building == theirs.building


def of_pair(instance: Instance, one: Household, unit: Unit, other: Household, theirs: Unit) -> Iterator[Rule]:
    """Yield which rules two placed households break together: as pairs, for a unit may be too small for three."""
    if unit == theirs and one.stay.within(instance.horizon).meets(other.stay.within(instance.horizon)):
        yield from of_sharing(one, other)
        if one.size + other.size > unit.places:
            yield Rule.CAPACITY
    far = reach(one, other)
    if far and one.stay.meets(other.stay, instance.gap) and within(far, unit, theirs):
        yield Rule.DANGER
