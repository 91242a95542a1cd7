# SPDX-License-Identifier: EUPL-1.2
"""A house in the words of the placement, what keeps a household out of a unit, and which nights are left (pure)."""

import datetime
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from baken.closed.shelter.labels import ADULT, CHILD, CRISIS, FAMILY, STEPS, SURE, UNKNOWN
from baken.closed.shelter.placing.instance import Household, Member, Sex, Span

AHEAD = datetime.timedelta(days=400)  # how far is looked ahead, and no further may a stay go
SLIPS = datetime.timedelta(days=14)  # how late a household may be that is not sure of its day
_YEARS_18 = 18
Nights = tuple[datetime.date, datetime.date]
Beds = list[tuple[int, Nights]]


class Kept(Protocol):
    """A unit, and for whom it is kept."""

    crisis: bool
    family: bool
    step_free: bool


def counted(name: str) -> tuple[tuple[int, str], ...]:
    """Return by what names are sorted as people count: unit 2 before unit 10."""
    return tuple((int(part), "") if part.isdigit() else (0, part) for part in re.findall(r"\d+|\D+", name))


def same(name: str) -> str:
    """Return by what names are held against each other: case, forms of letters and spaces make no other name."""
    return " ".join(unicodedata.normalize("NFKC", str(name)).casefold().split())


def member(sex: str, born: datetime.date | None, age: str, on: datetime.date) -> Member:
    """Return a person as the placement knows one; where the day of birth is not known, a day that fits her age.

    Of whom nobody knows whether she is a minor or grown up shares with nobody, as whose sex nobody knows.
    """
    days = {ADULT: _before(on, _YEARS_18), CHILD: on}
    unknown = born is None and age == UNKNOWN
    return Member(Sex.OTHER if unknown else Sex(sex), born or days.get(age))


def _before(day: datetime.date, years: int) -> datetime.date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def needs_guardian(members: Iterable[Member], on: datetime.date) -> bool:
    """Return whether somebody with authority must consent: a minor is placed, and no grown-up of her household."""
    minors = [each.is_minor(on) for each in members]
    return bool(minors) and all(minors)


def soft(unit: Kept, household: Household, *, emergency: bool) -> list[str]:
    """Return which soft rules a unit breaks for a household: set aside by two people, with a reason."""
    found = {
        CRISIS: unit.crisis and not emergency,
        FAMILY: unit.family and household.size == 1,
        STEPS: household.step_free and not unit.step_free,
    }
    return [name for name, broken in found.items() if broken]


def slipped(stay: Span, sure: str) -> Span:
    """Return a stay that ends two weeks late, unless its day is sure."""
    return stay if sure == SURE else replace(stay, end=stay.end + SLIPS)


def allotted(taken: Mapping[int, Sequence[Nights]], nights: Nights, persons: int) -> list[Beds] | None:
    """Return for each person which places she has on which of the nights, or None where one night lacks a place.

    A place is kept as long as it is free. Whoever comes first leaves on each night one place fewer, and so all
    find one where every night has enough.
    """
    given = {place: list(spans) for place, spans in taken.items()}
    found = []
    for _ in range(persons):
        beds = _beds(given, nights)
        if beds is None:
            return None
        for place, span in beds:
            given[place].append(span)
        found.append(beds)
    return found


def _beds(given: Mapping[int, Sequence[Nights]], nights: Nights) -> Beds | None:
    """Return places for one person, one after another, or None."""
    start, end = nights
    beds = []
    while start < end:
        free = {place: _free_until(spans, start, end) for place, spans in given.items()}
        place = max(free, key=lambda each: (free[each], -each), default=None)
        if place is None or free[place] <= start:
            return None
        beds.append((place, (start, free[place])))
        start = free[place]
    return beds


def _free_until(spans: Iterable[Nights], start: datetime.date, end: datetime.date) -> datetime.date:
    """Return until when a place is free from a night on: that night where it is taken."""
    begun = [first for first, last in spans if last > start]
    return max(start, min([end, *begun]))
