# SPDX-License-Identifier: EUPL-1.2
"""Who waits and why, and the best way to place them all at once. A person decides."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.utils import timezone

from baken.closed.shelter.admitting import my_house
from baken.closed.shelter.models import Stay
from baken.closed.shelter.placing.answering import answer
from baken.closed.shelter.placing.instance import Span
from baken.closed.shelter.placing.rules import Rule
from baken.closed.shelter.weighing import instances
from baken.closed.shelter.weighing.options import Option, Weighed
from baken.closed.shelter.weighing.reads import House, Housed, Party, house
from baken.core.clock import today

SECONDS = 5.0
_ORDER = ("red", "orange", "green")
_AT_LEAST = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Waits:
    """A household that waits: since how many days, what keeps it out, from when it would fit."""

    party: Party
    days: int
    weighed: Weighed

    @property
    def blocked_by(self) -> tuple[Rule, ...]:
        """The fewest rules that keep it out; none where a unit is free."""
        return self.weighed.blocked_by

    @property
    def free(self) -> int:
        """How many units it could have today."""
        return sum(each.is_free for each in self.weighed.options)


@dataclass(frozen=True)
class WaitingList:
    """All who wait, red before orange before green, the longest first."""

    house: House
    waits: list[Waits]


def waiting_list() -> WaitingList:
    """Return who waits for a unit in the house where the acting user works; raise Refused where she works in none."""
    found = house(my_house())
    waits = [_waits(found, party) for party in found.waiting]
    return WaitingList(found, sorted(waits, key=lambda each: (_ORDER.index(each.party.colour), -each.days)))


def _waits(found: House, party: Party) -> Waits:
    asked_on = timezone.localdate(party.request.asked_at)
    return Waits(party, (found.day - asked_on).days, _weighed(found, party))


def _weighed(found: House, party: Party) -> Weighed:
    return Weighed(found, party, span(party))


def span(party: Party) -> Span:
    """Return the nights that a household asks for, from today on; one at least where they have passed."""
    start = max(party.request.arrive_on, today())
    return Span(start, max(party.request.leave_on, start + _AT_LEAST))


@dataclass(frozen=True)
class Placing:
    """A unit proposed for a household, and what was weighed."""

    party: Party
    span: Span
    option: Option


@dataclass(frozen=True)
class Proposal:
    """The best way found to place all who wait, while everybody stays where she is."""

    placings: list[Placing]
    proven: bool
    seconds: float
    left: list[tuple[Party, tuple[Rule, ...], datetime.date | None]]

    @property
    def persons(self) -> int:
        """How many persons it places."""
        return sum(len(each.party.guests) for each in self.placings)


def proposed(found: House, seconds: float = SECONDS) -> Proposal:
    """Return the best way found within some seconds to place who waits, while everybody stays where she is."""
    parties = {str(each.request.pk): each for each in found.waiting}
    asking = [instances.asking(found, each, span(each)) for each in parties.values()]
    told = answer(instances.instance(_settled(found), asking), seconds)
    return Proposal(
        placings=_placings(found, {key: unit for key, unit in told["placed"].items() if key in parties}),
        proven=told["proof"][0],
        seconds=told["seconds"],
        left=[_left(parties[each["household"]], each) for each in told["waiting"] if each["household"] in parties],
    )


def _settled(found: House) -> House:
    """Return a house in which nobody breaks a rule: units of those who do are left out, with them, for the search.

    Each placing is weighed once more in the house as it is, in which they count, and those who left lately too.
    """
    wrong = {one.stay.unit_id for each in instances.conflicts(found) for one in (each.one, each.other) if one}
    wrong |= {each.stay.unit_id for each in found.stays if _is_shut(found, each)}
    flats = [each for each in found.flats if each.unit.pk not in wrong]
    return replace(
        found, flats=flats, stays=[each for each in found.stays if each.stay.unit_id not in wrong], lately=()
    )


def _is_shut(found: House, housed: Housed) -> bool:
    """Return whether a unit is out of use, or overfull, on a night of a stay in it."""
    flat = next(each for each in found.flats if each.unit.pk == housed.stay.unit_id)
    nights = Span(housed.stay.from_on, housed.until_at_least(found.day))
    shut = any(nights.meets(Span(each.from_on, each.until_on)) for each in flat.closings)
    there = (each for each in found.by_unit[flat.unit.pk] if nights.meets(Span(each.stay.from_on, each.stay.until_on)))
    return shut or (housed.is_overdue(found.day) and sum(len(each.party.guests) for each in there) > flat.places)


def _placings(found: House, placed: Mapping[str, str]) -> list[Placing]:
    """Return what was weighed for each who is placed, in the house as it would be with all of them in it."""
    parties = {str(each.request.pk): each for each in found.waiting}
    made = [_would_stay(found, parties[key], unit) for key, unit in placed.items()]
    full = replace(found, stays=[*found.stays, *made], waiting=())
    return [_placing(full, each) for each in made]


def _would_stay(found: House, party: Party, unit: str) -> Housed:
    nights = span(party)
    flat = next(each for each in found.flats if str(each.unit.pk) == unit)
    stay = Stay(dossier_id=party.request.dossier_id, request=party.request, unit=flat.unit)
    stay.from_on, stay.until_on = nights.start, nights.end
    return Housed(stay, party)


def _placing(full: House, would: Housed) -> Placing:
    option = _weighed(full, would.party).option(would.stay.unit_id)
    assert option  # noqa: S101 - a unit of this house
    return Placing(would.party, span(would.party), option)


def _left(party: Party, told: Mapping[str, Any]) -> tuple[Party, tuple[Rule, ...], datetime.date | None]:
    day = datetime.date.fromisoformat(told["earliest"]) if told["earliest"] else None
    return party, tuple(Rule(each) for each in told["blocked_by"]), day
