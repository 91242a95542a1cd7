# SPDX-License-Identifier: EUPL-1.2
"""In the house today, on one page: shift, visitors, incidents, school, keys, rooms. Logged as one list of the house."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from baken.closed.shelter.admitting import my_house
from baken.closed.shelter.living.checks import Room, rooms
from baken.closed.shelter.living.handed import Of, lines_of, of, unsigned
from baken.closed.shelter.living.models import Incident, Loan, School, Shift, Visit
from baken.closed.shelter.living.residents import Resident, residents
from baken.closed.shelter.living.shifts import open_shift
from baken.closed.shelter.nights.reads import Night, on_tonight
from baken.core.clock import today

_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Day:
    """What stands on the page of the day."""

    agency: UUID
    on: datetime.date
    night: Night
    residents: dict[UUID, Resident]
    shift: Shift | None
    unsigned: list[Shift]
    visits: list[Of]
    incidents: list[Of]
    schools: list[Of]
    kept: list[Of]
    rooms: list[Room]

    @cached_property
    def lines(self) -> list[Of]:
        """What the open shift hands over."""
        return lines_of(self.shift, self.residents) if self.shift else []

    @property
    def due(self) -> list[Room]:
        """Units at which nobody looked for a week."""
        return [each for each in self.rooms if each.is_due]

    @property
    def broken(self) -> list[Room]:
        """Units of which the last check found something that is not in order."""
        return [each for each in self.rooms if each.last and each.last.faults]

    @property
    def happenings(self) -> list[list[Of]]:
        """What is to be followed up: those who were involved in one thing together."""
        found: dict[UUID, list[Of]] = {}
        for each in self.incidents:
            found.setdefault(each.row.happening, []).append(each)  # type: ignore[attr-defined]
        return list(found.values())


def day() -> Day:
    """Return today in the house where the acting user works; raise Refused where she works in none."""
    agency = my_house()
    there = residents(agency)
    open_incidents = Incident.objects.filter(ended_at=None, dossier__in=list(there)).select_related("follow_by")
    return Day(
        agency=agency,
        on=today(),
        night=on_tonight(agency),
        residents=there,
        shift=open_shift(agency),
        unsigned=unsigned(),
        visits=of(there, _visits(there)),
        incidents=of(there, open_incidents.order_by("follow_on", "happened_at")),
        schools=of(there, _at_school(there)),
        kept=[each for each in of(there, _lent(there)) if not each.who.unit],
        rooms=rooms(agency),
    )


def _visits(there: Iterable[UUID]) -> Iterable[Visit]:
    """Return who is inside, and who is expected today and neither out again nor refused."""
    start = timezone.make_aware(datetime.datetime.combine(today(), datetime.time.min))
    expected = Q(in_at=None, expected_at__gte=start, expected_at__lt=start + _DAY) & ~Q(allowed=False)
    inside = Q(in_at__isnull=False, out_at=None)
    found = Visit.objects.filter(expected | inside, dossier__in=list(there)).select_related("decided_by")
    return found.order_by("expected_at")


def _at_school(there: Iterable[UUID]) -> list[School]:
    """Return which children go to school or day care today."""
    found = School.objects.filter(ended_at=None, dossier__in=list(there)).select_related("guest")
    return [each for each in found.order_by("written_at") if each.is_on(today())]


def _lent(there: Iterable[UUID]) -> Iterable[Loan]:
    """Return what is neither back nor lost."""
    return Loan.objects.filter(ended_at=None, dossier__in=list(there)).order_by("given_on")
