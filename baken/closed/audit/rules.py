# SPDX-License-Identifier: EUPL-1.2
"""What is made of the log: which days are worth a question, and how the person is told. Pure: it names nobody."""

import statistics
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import NamedTuple
from uuid import UUID

_FEW = 10  # dossiers on a day that nobody need explain
_TIMES = 3  # how often the own ordinary day
_REFUSALS = 5


class Day(NamedTuple):
    """What one user did on one day: different dossiers touched, refusals met, glasses broken."""

    user: UUID
    day: date
    dossiers: int
    refusals: int
    glasses: int


def unusual(days: Iterable[Day]) -> list[Day]:
    """Return the days to ask about, fullest first: far more dossiers than that user's median day, or many refusals.

    A broken glass is always asked about.
    """
    own = defaultdict(list)
    for each in days:
        own[each.user].append(each)
    found = [day for theirs in own.values() for day in theirs if _stands_out(day, theirs)]
    return sorted(found, key=lambda day: (day.glasses, day.dossiers, day.refusals), reverse=True)


def _stands_out(day: Day, own: list[Day]) -> bool:
    ordinary = statistics.median(each.dossiers for each in own)
    return day.dossiers > max(_FEW, _TIMES * ordinary) or day.refusals >= _REFUSALS or day.glasses > 0


class Seen(NamedTuple):
    """What the person concerned may know of an entry: not which colleague it was, and not what else was touched."""

    at: datetime
    agency: UUID | None
    roles: tuple[str, ...]
    activity: str
    part: str
    ground: str


@dataclass(frozen=True)
class Told:
    """Everything alike on one day: when first and last, what was done, and the parts in the order they were seen."""

    first: datetime
    last: datetime
    seen: Seen
    parts: tuple[str, ...]


def gather(seen: Iterable[Seen], zone: tzinfo) -> list[Told]:
    """Return what people of one agency and role did alike on one day as one thing, in the order in which they began.

    ``seen`` is oldest first. A page that shows six parts, read twice, is one thing that happened, and not twelve.
    """
    found = defaultdict(list)
    for each in seen:
        day = each.at.astimezone(zone).date()
        found[day, each.agency, each.roles, each.activity, each.ground].append(each)
    return [_told(alike) for alike in found.values()]


def _told(alike: list[Seen]) -> Told:
    parts = dict.fromkeys(each.part for each in alike if each.part)
    return Told(alike[0].at, alike[-1].at, alike[0], tuple(parts))
