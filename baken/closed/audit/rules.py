# SPDX-License-Identifier: EUPL-1.2
"""Which days of reading are worth a question. Pure: it judges counts, and names nobody."""

import statistics
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
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
