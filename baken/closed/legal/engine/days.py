# SPDX-License-Identifier: EUPL-1.2
"""Working days, and how far the General Time Limits Act (Algemene termijnenwet) moves the end of a term. Pure."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from dateutil.easter import easter

TABLE = Path(__file__).parent / "tables" / "days.toml"
YEARS = range(1950, 2200)
_DAY = timedelta(days=1)
_SUNDAY, _SATURDAY = 6, 5
_SHORT_DAYS, _WORKING_DAYS_IN_IT = 3, 2  # article 2: a term of three days or more holds two working days


@dataclass(frozen=True)
class Calendar:
    """What each day is called on which no term of a law ends, beside Saturdays and Sundays; and the years known."""

    holidays: Mapping[date, str]
    known: range

    def is_working(self, day: date) -> bool:
        """Return whether a term may end on this day."""
        return day.weekday() not in {_SATURDAY, _SUNDAY} and day not in self.holidays

    def is_known(self, day: date) -> bool:
        """Return whether the decrees about the days of this year are in the table."""
        return day.year in self.known

    def working_day(self, start: date, number: int) -> date:
        """Return the working day of that number after a day."""
        day = start
        while number:
            day += _DAY
            number -= self.is_working(day)
        return day

    def extended(self, start: date, end: date) -> date:
        """Return until when the Act (articles 1 and 2) extends a term from the day after ``start`` to ``end``."""
        while not self.is_working(end):
            end += _DAY
        if (end - start).days >= _SHORT_DAYS:
            while self._working_days(start, end) < _WORKING_DAYS_IN_IT:
                end += _DAY
        return end

    def _working_days(self, start: date, end: date) -> int:
        return sum(self.is_working(start + number * _DAY) for number in range(1, (end - start).days + 1))


@cache
def calendar() -> Calendar:
    """Return the calendar of the table in this folder."""
    return read(tomllib.loads(TABLE.read_text(encoding="utf-8")))


def read(table: dict[str, Any]) -> Calendar:
    """Return the calendar of a table."""
    equated = {day: row["source"] for row in table["equated"] for day in row["days"]}
    named = dict(pair for year in YEARS for pair in _of(table, year))
    return Calendar(equated | named, range(table["known"]["from"], table["known"]["until"] + 1))


def _of(table: dict[str, Any], year: int) -> Iterator[tuple[date, str]]:
    """Yield the days of a year that come back."""
    for row in table["yearly"]:
        if row.get("from", year) <= year <= row.get("until", year):
            day = date.fromisoformat(f"{year}-{row['day']}")
            yield day + (row.get("sunday", 0) if day.weekday() == _SUNDAY else 0) * _DAY, row["name"]
    for row in table["easter"]:
        yield easter(year) + row["days"] * _DAY, row["name"]
