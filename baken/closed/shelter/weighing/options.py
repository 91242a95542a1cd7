# SPDX-License-Identifier: EUPL-1.2
"""For one household: each unit, what keeps it out there, who is there, and whether it holds if homes slip."""

import datetime
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from baken.closed.shelter.labels import NIGHT
from baken.closed.shelter.placing.answering import turns
from baken.closed.shelter.placing.instance import Household, Span
from baken.closed.shelter.placing.presence import Presence
from baken.closed.shelter.placing.rules import Rule
from baken.closed.shelter.placing.waiting import blocked_by, earliest
from baken.closed.shelter.weighing import instances, rules
from baken.closed.shelter.weighing.reads import Flat, House, Housed, Party

_SOFT = {Rule.ACCESS}  # hard to the placement, and set aside by two people here


@dataclass(frozen=True)
class Option:
    """A unit for a household: which rules it breaks, who is there on its nights, whether it holds if days slip."""

    flat: Flat
    rules: tuple[Rule, ...]
    soft: tuple[str, ...]
    with_whom: tuple[Housed, ...]
    left: int
    holds: bool

    @property
    def is_possible(self) -> bool:
        """Whether no hard rule is broken there."""
        return not self.rules

    @property
    def is_free(self) -> bool:
        """Whether no rule is broken there."""
        return not self.rules and not self.soft

    @property
    def rank(self) -> tuple[bool, bool, int, int, int]:
        """By what options are sorted: free ones, those that hold, the fewest places left empty."""
        return (bool(self.rules), not self.holds, len(self.soft), len(self.rules), self.left)


@dataclass(frozen=True)
class Weighed:
    """A household weighed against a house for some nights."""

    house: House
    party: Party
    span: Span

    @cached_property
    def household(self) -> Household:
        """The household as the placement knows it."""
        return instances.asking(self.house, self.party, self.span)

    @cached_property
    def options(self) -> list[Option]:
        """Every unit, the best first."""
        told = zip(self.house.flats, self._broken(), self._broken(late=True), strict=True)
        return sorted((self._option(*each) for each in told), key=lambda option: option.rank)

    @property
    def possible(self) -> list[Option]:
        """Units that no hard rule keeps it out of, but for the one it has."""
        return [each for each in self.options if each.is_possible and each.flat.unit.pk != self._current]

    @property
    def _current(self) -> UUID | None:
        mine = (each.stay for each in self.house.stays if each.stay.dossier_id == self.party.request.dossier_id)
        return next((each.unit_id for each in mine), None)

    @property
    def impossible(self) -> list[Option]:
        """The others, by name."""
        found = (each for each in self.options if not each.is_possible)
        return sorted(found, key=lambda each: (each.flat.unit.location.name, rules.counted(each.flat.unit.name)))

    @cached_property
    def blocked_by(self) -> tuple[Rule, ...]:
        """The fewest rules that keep the household out."""
        return blocked_by(self._presence(late=False), self.household)

    @property
    def earliest(self) -> datetime.date | None:
        """The first day on which it fits, or None."""
        return earliest(self._presence(late=False), self.household)

    @property
    def turns(self) -> list[datetime.date]:
        """On which days of the stay somebody of it comes of age: with whom she may share changes then."""
        return sorted(turns(self.household))

    @property
    def needs_guardian(self) -> bool:
        """Whether somebody with authority must consent before it is placed."""
        return rules.needs_guardian(self.household.members, self.span.start)

    def option(self, unit: UUID) -> Option | None:
        """Return what a unit is to the household, or None for one of another house."""
        return next((each for each in self.options if each.flat.unit.pk == unit), None)

    def _presence(self, *, late: bool) -> Presence:
        found = instances.instance(self.house, [self.household], late=late)
        return Presence(found, instances.placed(self.house, but=self.party.request.dossier_id))

    def _broken(self, *, late: bool = False) -> list[frozenset[Rule]]:
        """Return which rules each unit breaks on some night of the stay, in the order of the house."""
        presence = self._presence(late=late)
        span = rules.slipped(self.span, self.party.request.sure) if late else self.span
        nights = presence.nights(span)
        return [
            frozenset(rule for rule, broken in unit.items() if broken & nights)
            for unit in presence.broken(self.household)
        ]

    def _option(self, flat: Flat, now: frozenset[Rule], late: frozenset[Rule]) -> Option:
        there = [each for each in self.house.by_unit.get(flat.unit.pk, []) if self._meets(each)]
        taken = sum(len(each.party.guests) for each in there)
        return Option(
            flat=flat,
            rules=tuple(rule for rule in Rule if rule in now - _SOFT),
            soft=tuple(self._soft(flat)),
            with_whom=tuple(there),
            left=flat.places - taken - self.household.size,
            holds=not late - _SOFT,
        )

    def _meets(self, other: Housed) -> bool:
        if other.stay.dossier_id == self.party.request.dossier_id:
            return False
        return Span(other.stay.from_on, other.stay.until_on).meets(self.span)

    def _soft(self, flat: Flat) -> list[str]:
        """Return which soft rules it breaks; a unit for emergencies none on the day when she stood at the door."""
        request = self.party.request
        emergency = request.source == NIGHT and request.arrive_on == self.house.day
        return rules.soft(flat.unit, self.household, emergency=emergency)
