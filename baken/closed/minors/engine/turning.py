# SPDX-License-Identifier: EUPL-1.2
"""When to think of the day she comes of age (pure)."""

from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from baken.closed.minors.engine.tables import rows


@dataclass(frozen=True)
class Notice:
    """So many months before that day it is shown, for so many days or until then."""

    months: int
    source: str
    days: int | None = None
    verify: bool = False

    def shows(self, birthday: date, on: date) -> bool:
        """Return whether it is shown on a day."""
        first = birthday - relativedelta(months=self.months)
        last = birthday if self.days is None else first + timedelta(days=self.days)
        return first <= on < last


def is_noticed(birthday: date, on: date) -> bool:
    """Return whether today's page of a day says that she comes of age."""
    return any(Notice(**each).shows(birthday, on) for each in rows("turning", "notice", on))


def longest_notice(on: date) -> timedelta:
    """Return how long before that day the first is shown at the most."""
    return timedelta(days=31 * max(each["months"] for each in rows("turning", "notice", on)))
