# SPDX-License-Identifier: EUPL-1.2
"""The house on one page: each unit, who is there tonight, what needs somebody now. Initials and no more. Logged."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.db import connection

from baken.closed.shelter.admitting import my_house
from baken.closed.shelter.labels import MISSING
from baken.closed.shelter.models import Absence, Closing
from baken.closed.shelter.nights.reads import Night, on_tonight, tonight
from baken.closed.shelter.weighing import instances
from baken.closed.shelter.weighing.instances import Conflict
from baken.closed.shelter.weighing.reads import Flat, House, Housed, house
from baken.core.clock import now

_WORST = ("red", "orange", "green")


@dataclass(frozen=True)
class Card:
    """A unit on a night: who sleeps there, who comes, what is free."""

    flat: Flat
    day: datetime.date
    stays: tuple[Housed, ...]
    away: dict[UUID, Absence]

    @property
    def here(self) -> list[Housed]:
        """Who has the unit tonight."""
        return [each for each in self.stays if each.stay.from_on <= self.day < each.until_at_least(self.day)]

    @property
    def next(self) -> Housed | None:
        """Who comes next."""
        return next((each for each in self.stays if each.stay.from_on > self.day), None)

    @property
    def taken(self) -> int:
        """How many places are taken tonight."""
        return sum(len(each.party.guests) for each in self.here)

    @property
    def closing(self) -> Closing | None:
        """Why it is out of use tonight."""
        return self.flat.closed_on(self.day)

    @property
    def colour(self) -> str:
        """The gravest colour of who is there."""
        found = {each.party.colour for each in self.here}
        return next((colour for colour in _WORST if colour in found), "")

    @property
    def free_until(self) -> datetime.date | None:
        """Until when it is wholly free; None where somebody is there or nobody is to come."""
        closed = [each.from_on for each in self.flat.closings if each.from_on > self.day]
        comes = [self.next.stay.from_on] if self.next else []
        return None if self.here else min([*closed, *comes], default=None)

    @property
    def frees_on(self) -> datetime.date | None:
        """When the next place is free."""
        return min((each.stay.until_on for each in self.here), default=None) if self.here else None

    @property
    def alarms(self) -> list[str]:
        """What needs somebody now."""
        return [name for name, holds in self._alarms() if holds]

    def _alarms(self) -> Iterator[tuple[str, bool]]:
        yield "missing", any(self.is_missing(each) for each in self.here)
        yield "overdue", any(each.is_overdue(self.day) for each in self.here)
        yield "closed", bool(self.closing and self.here)
        yield "overfull", self.taken > self.flat.places

    def is_missing(self, each: Housed) -> bool:
        """Return whether somebody who has the unit is missing."""
        away = self.away.get(each.stay.pk)
        return away is not None and away.kind == MISSING


@dataclass(frozen=True)
class Board:
    """All of it."""

    house: House
    away: dict[UUID, Absence]
    night: Night
    stamp: str

    @cached_property
    def cards(self) -> list[Card]:
        """Each unit, in the order of the house."""
        return [self._card(flat) for flat in self.house.flats]

    def _card(self, flat: Flat) -> Card:
        return Card(flat, self.house.day, tuple(self.house.by_unit.get(flat.unit.pk, [])), self.away)

    @property
    def locations(self) -> list[tuple[str, list[Card]]]:
        """The units by location."""
        names = dict.fromkeys(card.flat.unit.location.name for card in self.cards)
        return [(name, [card for card in self.cards if card.flat.unit.location.name == name]) for name in names]

    @property
    def taken(self) -> int:
        """How many places are taken tonight."""
        return sum(card.taken for card in self.cards)

    @property
    def places(self) -> int:
        """How many places there are."""
        return sum(flat.places for flat in self.house.flats)

    @property
    def closed(self) -> list[Card]:
        """Units that are out of use tonight."""
        return [card for card in self.cards if card.closing]

    @property
    def has_secured(self) -> bool:
        """Whether there is a secured wing."""
        return any(flat.unit.secured for flat in self.house.flats)

    @cached_property
    def conflicts(self) -> list[Conflict]:
        """Who is in the house and breaks a rule there, by what is known now."""
        return list(instances.conflicts(self.house))

    @property
    def shut(self) -> list[Card]:
        """Units that are out of use, or overfull, with somebody in them."""
        return [card for card in self.cards if card.here and (card.closing or card.taken > card.flat.places)]

    @property
    def needs_somebody(self) -> bool:
        """Whether anything on it needs somebody now."""
        told = (
            self.conflicts,
            self.shut,
            self.missing,
            self.overdue,
            self.not_kept,
            self.to_review,
            self.arrivals,
            self.held,
        )
        return any(told)

    @property
    def held(self) -> list[Housed]:
        """What is held, and runs out."""
        return [each for each in self.house.stays if each.stay.hold_until]

    @property
    def to_review(self) -> list[Housed]:
        """Who came at night and whom nobody looked at again."""
        return [each for each in self.house.stays if each.stay.review_by and not each.stay.reviewed_at]

    @property
    def overdue(self) -> list[Housed]:
        """Who should have left and has not."""
        return [each for each in self.house.stays if each.is_overdue(self.house.day)]

    @property
    def missing(self) -> list[Housed]:
        """Who is missing."""
        return [each for each in self.house.stays if self._kind(each) == MISSING]

    @property
    def not_kept(self) -> list[Housed]:
        """Who is away, and whose bed is kept no longer."""
        found = ((each, self.away.get(each.stay.pk)) for each in self.house.stays)
        return [each for each, away in found if away and away.keep_until < self.house.day]

    @property
    def arrivals(self) -> list[Housed]:
        """Who is expected today or was, and has not come."""
        found = (each for each in self.house.stays if not each.stay.arrived_at and not each.stay.hold_until)
        return [each for each in found if each.stay.from_on <= self.house.day]

    def _kind(self, each: Housed) -> str:
        away = self.away.get(each.stay.pk)
        return away.kind if away else ""


def board() -> Board:
    """Return the board of the house in which the acting user works; raise Refused where she works in none."""
    agency = my_house()
    found = house(agency)
    away = Absence.objects.filter(stay__in=[each.stay for each in found.stays], ended_at=None)
    return Board(found, {each.stay_id: each for each in away}, on_tonight(agency), stamp(agency))


def stamp(agency: UUID) -> str:
    """Return a word that changes whenever something on the board does; no word about anybody is read for it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT shelter_stamp(%s)", [agency])
        return f"{cursor.fetchone()[0]} {now():%Y%m%d} {tonight()}"
