# SPDX-License-Identifier: EUPL-1.2
"""Who is on in which night of a house. Nothing about anybody who lives there is read."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.utils import timezone

from baken.accounts.models import User
from baken.closed.access import reads as access
from baken.closed.shelter.house.actions import SETS_UP
from baken.closed.shelter.living.incidents import workers as posts
from baken.closed.shelter.models import Unit
from baken.closed.shelter.nights import rules
from baken.closed.shelter.nights.labels import AWAKE, HOW
from baken.closed.shelter.nights.models import Duty
from baken.closed.shelter.nights.rules import DAY, Cover
from baken.closed.shelter.nights.table import table
from baken.core.clock import now, today

WEEKS = 4  # on one page
SOON = 7  # nights of which today's page says that nobody covers them
_ORDER = [code for code, _name in HOW]


@dataclass(frozen=True)
class Night:
    """A night, who is on, and who was put on and does not work in the house any more."""

    day: datetime.date
    on: Sequence[Duty]
    gone: Sequence[Duty]

    @property
    def cover(self) -> Cover:
        """How it is staffed; who has left covers nothing."""
        return rules.cover([each.how for each in self.on], self.least)

    @property
    def least(self) -> int:
        """How many have to be awake."""
        return table().awake.number

    @property
    def awake(self) -> int:
        """How many are awake."""
        return sum(each.how == AWAKE for each in self.on)

    @property
    def is_over(self) -> bool:
        """Whether it has been, and nobody can be put on any more."""
        return self.day < tonight()

    @property
    def removable(self) -> list[Duty]:
        """Who can be taken off."""
        return [*self.on, *self.gone] if rules.can_take_off(self.day, today=today()) else []


@dataclass(frozen=True)
class Roster:
    """Some weeks of nights, each from Monday on."""

    monday: datetime.date
    nights: Sequence[Night]

    @cached_property
    def weeks(self) -> list[Sequence[Night]]:
        """The nights by week."""
        return [self.nights[7 * week : 7 * week + 7] for week in range(WEEKS)]

    @property
    def earlier(self) -> datetime.date:
        """From when the weeks before these are shown, with the first of these: what of it has been is left out here."""
        return self.monday - (WEEKS - 1) * 7 * DAY

    @property
    def later(self) -> datetime.date:
        """From when the weeks after these are shown."""
        return self.monday + WEEKS * 7 * DAY


def tonight() -> datetime.date:
    """Return the day on which the night begins that goes on, or comes."""
    return rules.night_of(timezone.localtime(now()), table().morning.number)


def workers(agency: UUID) -> list[User]:
    """Return who can be on in a house: who works in its shelter, by name."""
    return [each.user for each in posts(agency)]


def roster(agency: UUID, around: datetime.date) -> Roster:
    """Return the weeks of a house from the one on which a day falls."""
    monday = around - around.weekday() * DAY
    return Roster(monday, nights(agency, monday, WEEKS * 7))


def on_tonight(agency: UUID) -> Night:
    """Return who is on in the night that goes on, or comes."""
    return nights(agency, tonight(), 1)[0]


def uncovered() -> list[Night]:
    """Return the nights to come soon that are not staffed, for who sets up a house that has units."""
    houses = access.agencies_where(SETS_UP)[:1]
    if not Unit.objects.filter(location__agency__in=houses).exists():
        return []
    return [each for each in nights(houses[0], tonight(), SOON) if each.cover != Cover.ENOUGH]


def nights(agency: UUID, first: datetime.date, count: int) -> list[Night]:
    """Return so many nights of a house in a row; of those that are over, who was on."""
    here = {each.pk for each in workers(agency)}
    found: dict[datetime.date, list[Duty]] = {}
    rows = Duty.objects.filter(agency=agency, night__gte=first, night__lt=first + count * DAY, ended_at=None)
    named = rows.select_related("worker").order_by("worker__last_name", "worker__first_name")
    for each in sorted(named, key=lambda duty: _ORDER.index(duty.how)):
        found.setdefault(each.night, []).append(each)
    return [_night(first + day * DAY, found.get(first + day * DAY, []), here) for day in range(count)]


def _night(day: datetime.date, rows: Sequence[Duty], here: set[UUID]) -> Night:
    gone = [each for each in rows if day >= tonight() and each.worker_id not in here]
    return Night(day, [each for each in rows if each not in gone], gone)
