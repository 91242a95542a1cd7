# SPDX-License-Identifier: EUPL-1.2
"""In the house today, on one page: who is expected. Logged as one list of the house."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from baken.closed.shelter.admitting import my_house
from baken.closed.shelter.living.models import Visit, Written
from baken.closed.shelter.living.residents import Resident, residents
from baken.core.clock import today

_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Of:
    """A row, and whose it is."""

    who: Resident
    row: Written


@dataclass(frozen=True)
class Day:
    """What stands on the page of the day."""

    on: datetime.date
    residents: dict[UUID, Resident]
    visits: list[Of]


def day() -> Day:
    """Return today in the house where the acting user works; raise Refused where she works in none."""
    there = residents(my_house())
    return Day(on=today(), residents=there, visits=_of(there, _visits(there)))


def _of(there: dict[UUID, Resident], rows: Iterable[Written]) -> list[Of]:
    return [Of(there[each.dossier_id], each) for each in rows]


def _visits(there: Iterable[UUID]) -> Iterable[Visit]:
    """Return who is inside, and who is expected today and neither out again nor refused."""
    start = timezone.make_aware(datetime.datetime.combine(today(), datetime.time.min))
    expected = Q(in_at=None, expected_at__gte=start, expected_at__lt=start + _DAY) & ~Q(allowed=False)
    inside = Q(in_at__isnull=False, out_at=None)
    return Visit.objects.filter(expected | inside, dossier__in=list(there)).order_by("expected_at")
