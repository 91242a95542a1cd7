# SPDX-License-Identifier: EUPL-1.2
"""A term of the law, a number of some unit, and the day on which it ends. Pure."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateutil.relativedelta import relativedelta

from baken.closed.legal.engine.days import Calendar

_FORM = re.compile(r"(\d+) (hour|day|working day|week|month|year)s?")
_HOURS_A_DAY = 24
# Article 4 of the General Time Limits Act: longer terms, and those in hours or years, are left alone.
_LONGEST = {"day": 90, "week": 12, "month": 3}


class TableError(ValueError):
    """A table of the law cannot be used; the message says which row and why."""


@dataclass(frozen=True)
class Term:
    """So many hours, days, working days, weeks, months or years."""

    number: int
    unit: str

    @classmethod
    def read(cls, text: str) -> "Term":
        """Return the term that a table names, such as `3 months`; raise TableError."""
        found = _FORM.fullmatch(text)
        if not found:
            raise TableError(f"{text!r} is no term: a number, and hours, days, working days, weeks, months or years")
        return cls(int(found[1]), found[2])

    def end(self, start: date, calendar: Calendar) -> date:
        """Return the last day of a term that begins with an event on ``start``, which is not counted."""
        if self.unit == "working day":
            return calendar.working_day(start, self.number)
        return start + self._length()

    def before(self, end: date) -> date:
        """Return the day this long before another."""
        return end - self._length()

    @property
    def may_be_extended(self) -> bool:
        """Whether the General Time Limits Act moves the end of such a term, where it stands in a law."""
        return self.number <= _LONGEST.get(self.unit, 0)

    def _length(self) -> relativedelta:
        if self.unit == "hour":
            return relativedelta(days=self.number // _HOURS_A_DAY)
        words: dict[str, Any] = {f"{self.unit}s": self.number}
        return relativedelta(**words)
