# SPDX-License-Identifier: EUPL-1.2
"""The house as it is: its units, who is in them until when, who waits; and the same as the placement wants it.

All who are housed are read for it, since whom a household must not be near may be any of them. It is logged as one
list.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from django.db.models import Count, F, Q

from baken.closed.access.admitting import note_list
from baken.closed.access.models import Dossier
from baken.closed.access.parts import Part
from baken.closed.shelter.models import Closing, Guest, Request, Screening, Stay, Unit, lasting
from baken.closed.shelter.placing.instance import Safety
from baken.closed.shelter.weighing import rules
from baken.closed.vault.reads import dossier_keys
from baken.core.clock import today

LATELY = datetime.timedelta(days=14)  # stays that ended so long ago still count for who must not be near whom


@dataclass(frozen=True)
class Party:
    """A household that asks or is there: its request, its people, what the screening says."""

    request: Request
    guests: Sequence[Guest]
    screening: Screening | None

    @property
    def colour(self) -> str:
        """The colour of the screening; red where nobody screened, for then nobody knows."""
        return self.screening.colour if self.screening else Safety.RED.value

    @property
    def initials(self) -> str:
        """By what the board calls them."""
        return ", ".join(each.initials or "?" for each in self.guests)


@dataclass(frozen=True)
class Housed:
    """A stay and whose it is."""

    stay: Stay
    party: Party

    def is_overdue(self, day: datetime.date) -> bool:
        """Return whether she is still there on a day on which she should have left."""
        return bool(self.stay.arrived_at) and self.stay.ended_at is None and self.stay.until_on <= day

    def until_at_least(self, day: datetime.date) -> datetime.date:
        """Return until when she is there as far as is known: who should have left and has not sleeps there tonight."""
        return day + datetime.timedelta(days=1) if self.is_overdue(day) else self.stay.until_on


@dataclass(frozen=True)
class Flat:
    """A unit, how many places it has and when it is out of use."""

    unit: Unit
    places: int
    closings: Sequence[Closing]

    def closed_on(self, day: datetime.date) -> Closing | None:
        """Return why it is out of use on a day, or None."""
        return next((each for each in self.closings if each.from_on <= day < each.until_on), None)


@dataclass(frozen=True)
class House:
    """Everything in it, on a day."""

    agency: UUID
    day: datetime.date
    flats: Sequence[Flat]
    stays: Sequence[Housed]
    waiting: Sequence[Party]
    lately: Sequence[Housed] = field(default=())

    @property
    def all_stays(self) -> list[Housed]:
        """Who has a unit, now or later, and who lately had one."""
        return [*self.lately, *self.stays]

    @cached_property
    def by_unit(self) -> dict[UUID, list[Housed]]:
        """Who has each unit, now or later, the first first."""
        found: dict[UUID, list[Housed]] = defaultdict(list)
        for each in sorted(self.stays, key=lambda each: each.stay.from_on):
            found[each.stay.unit_id].append(each)
        return found


def house(agency: UUID) -> House:
    """Return the house of an agency as it is today; whose stays and requests were read is logged."""
    stays = _stays(agency)
    requests = {each.pk: each for each in _requests(agency)} | {each.request_id: each.request for each in stays}
    keys = dossier_keys(each.dossier_id for each in requests.values())
    # A file that is just being erased has no key any more.
    parties = _parties([each for each in requests.values() if each.dossier_id in keys])
    note_list("stay", _covers(requests.values(), agency), Part.WHEREABOUTS)
    housed = [Housed(each, parties[each.request_id]) for each in stays if each.request_id in parties]
    there = {each.stay.request_id for each in housed if each.stay.ended_at is None}
    return House(
        agency=agency,
        day=today(),
        flats=flats(agency),
        stays=[each for each in housed if each.stay.ended_at is None],
        waiting=[each for key, each in parties.items() if key not in there and each.request.ended_at is None],
        lately=[each for each in housed if each.stay.ended_at],
    )


def flats(agency: UUID) -> list[Flat]:
    """Return the units of an agency, by location and name as people count."""
    units = Unit.objects.filter(location__agency=agency).select_related("location").annotate(size=Count("places"))
    closings: dict[UUID, list[Closing]] = defaultdict(list)
    for each in Closing.objects.filter(unit__location__agency=agency, until_on__gt=today()).order_by("from_on"):
        closings[each.unit_id].append(each)
    found = [Flat(each, each.size, closings[each.pk]) for each in units]
    return sorted(found, key=lambda flat: (flat.unit.location.name, rules.counted(flat.unit.name)))


def _stays(agency: UUID) -> list[Stay]:
    """Return stays that count: open, unless a hold has run out; and those that ended lately."""
    live = Q(ended_at=None) & lasting()
    lately = Q(ended_at__isnull=False, until_on__gt=today() - LATELY) & Q(until_on__gt=F("from_on"))
    found = Stay.objects.filter(live | lately, unit__location__agency=agency)
    return list(found.select_related("request", "unit__location").order_by("from_on", "given_at"))


def _requests(agency: UUID) -> list[Request]:
    return list(Request.objects.filter(agency=agency, ended_at=None).order_by("asked_at"))


def _parties(requests: Iterable[Request]) -> dict[UUID, Party]:
    found = list(requests)
    guests: dict[UUID, list[Guest]] = defaultdict(list)
    for each in Guest.objects.filter(request__in=found).order_by("number"):
        guests[each.request_id].append(each)
    screened = Screening.objects.filter(dossier__in=[each.dossier_id for each in found], struck_at=None)
    last = {each.dossier_id: each for each in screened.order_by("recorded_at")}
    return {each.pk: Party(each, guests[each.pk], last.get(each.dossier_id)) for each in found}


def _covers(requests: Iterable[Request], agency: UUID) -> list[Dossier]:
    return [Dossier(pk=each.dossier_id, agency_id=agency) for each in requests]
