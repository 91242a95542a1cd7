# SPDX-License-Identifier: EUPL-1.2
"""Nights slept and nights there were, by month: numbers alone, which tell of nobody."""

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange

from baken.closed.audit.actions import record
from baken.closed.audit.activities import Action, Activity
from baken.closed.shelter.house.reads import house_to_set_up
from baken.core.clock import today

MONTHS = 12


@dataclass(frozen=True)
class Month:
    """A month, how many nights of places were slept in it and how many there were; units out of use left out."""

    first: datetime.date
    slept: int
    there: int

    @property
    def share(self) -> float:
        """Which part of them was slept, in percent; 0 where there were none."""
        return 100 * self.slept / self.there if self.there else 0.0


def occupancy() -> list[Month]:
    """Return the last months of the house that the acting user works in or manages, this one until today first."""
    return _counted(firsts(today()))


def occupancy_of(year: int) -> list[Month]:
    """Return the months of a year, as far as it has come, of the house that the acting user works in or manages."""
    return _counted([datetime.date(year, month, 1) for month in range(1, 13)])


def _counted(months: list[datetime.date]) -> list[Month]:
    agency = house_to_set_up()
    record(activity=Activity.LIST, action=Action.READ, kind="occupancy", dossier_agency=agency)
    return [each for first in months if (each := _month(agency, first)).there]


def firsts(day: datetime.date) -> list[datetime.date]:
    """Return the first days of so many months, that of a day first."""
    months = (day.year * 12 + day.month - 1 - back for back in range(MONTHS))
    return [datetime.date(each // 12, each % 12 + 1, 1) for each in months]


def _month(agency: UUID, first: datetime.date) -> Month:
    """Return a month; of the present one the nights until now."""
    end = min((first + datetime.timedelta(days=31)).replace(day=1), today())
    if end <= first:
        return Month(first, 0, 0)
    with connection.cursor() as cursor:
        cursor.execute("SELECT shelter_nights(%s, %s)", [agency, DateRange(first, end)])
        slept, there = cursor.fetchone()[0]
    return Month(first, slept, there)
