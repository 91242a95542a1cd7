# SPDX-License-Identifier: EUPL-1.2
"""Which night it is, whether it is staffed, who can be put on and taken off when (pure)."""

import datetime
from collections.abc import Sequence
from enum import StrEnum

from baken.closed.access.rules import Refused
from baken.closed.shelter.nights.labels import AWAKE

MOST = 31  # nights at once
AHEAD = datetime.timedelta(days=400)  # no further is anybody put on, as no place is given further
DAY = datetime.timedelta(days=1)


class Cover(StrEnum):
    """How a night is staffed."""

    NOBODY = "nobody"
    FEW = "few"
    ENOUGH = "enough"


def night_of(moment: datetime.datetime, morning: int) -> datetime.date:
    """Return the day on which the night of a local moment begins: until the morning it is that of the day before."""
    return moment.date() - DAY if moment.hour < morning else moment.date()


def cover(how: Sequence[str], least: int) -> Cover:
    """Return how a night is staffed by those who are on in these ways, where so many have to be awake."""
    if not how:
        return Cover.NOBODY
    return Cover.FEW if how.count(AWAKE) < least else Cover.ENOUGH


def in_a_row(first: datetime.date, last: datetime.date) -> list[datetime.date]:
    """Return the nights from the first to the last, which is one of them."""
    return [first + day * DAY for day in range((last - first).days + 1)]


def can_put_on(first: datetime.date, last: datetime.date, *, tonight: datetime.date) -> bool:
    """Return whether somebody can be put on in these nights: none is over, and they are not too many or too far."""
    return tonight <= first <= last <= tonight + AHEAD and last - first < MOST * DAY


def can_take_off(night: datetime.date, *, today: datetime.date) -> bool:
    """Return whether somebody can be taken off a night: its day is not over. What has happened stays."""
    return night >= today


def check_can_take_off(night: datetime.date, *, today: datetime.date) -> None:
    """Raise Refused for a night whose day is over."""
    if not can_take_off(night, today=today):
        raise Refused("that night has been")
