# SPDX-License-Identifier: EUPL-1.2
"""Who consents at which age, and when to think of the day she comes of age (pure). In doubt everybody is asked."""

from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from baken.closed.casework.person.rules import Age, oldest, youngest
from baken.closed.minors.engine.tables import rows

_OLDEST = 200


@dataclass(frozen=True)
class Band:
    """From one age until another: who is asked."""

    key: str
    least: int
    asks: tuple[str, ...]
    nl: str
    en: str
    source: str
    below: int = _OLDEST
    verify: bool = False

    def meets(self, least: int, most: int) -> bool:
        """Return whether somebody between two ages may be in it."""
        return self.least <= most and least < self.below


@dataclass(frozen=True)
class Consent:
    """Whom to ask, by each age that she may have."""

    bands: tuple[Band, ...]

    @property
    def asked(self) -> frozenset[str]:
        """Who is asked: `her`, who has `authority`, or both; in doubt all whom any of her ages names."""
        return frozenset(who for band in self.bands for who in band.asks)

    @property
    def is_sure(self) -> bool:
        """Whether her age leaves no doubt."""
        return len(self.bands) == 1


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


def who_consents(age: Age, on: date) -> Consent:
    """Return who consents on a day, by a birth date or by between which ages she is; of whom nothing is known, all."""
    least, most = youngest(age, on), oldest(age, on)
    bands = (Band(**each | {"asks": tuple(each["asks"])}) for each in rows("ages", "band", on))
    return Consent(tuple(each for each in bands if each.meets(least or 0, _OLDEST if most is None else most)))


def is_noticed(birthday: date, on: date) -> bool:
    """Return whether today's page of a day says that she comes of age."""
    return any(Notice(**each).shows(birthday, on) for each in rows("ages", "notice", on))


def longest_notice(on: date) -> timedelta:
    """Return how long before that day the first is shown at the most."""
    return timedelta(days=31 * max(each["months"] for each in rows("ages", "notice", on)))
