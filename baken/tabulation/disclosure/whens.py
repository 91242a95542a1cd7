# SPDX-License-Identifier: EUPL-1.2
"""Moments taken together where tables do not tell them apart: coarsely for most, finely for those by quarter or month.

Time so lies on two axes, a coarse one that every cross has and a fine one within it, for the few that need it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from baken.tabulation.disclosure.days import TIMES
from baken.tabulation.disclosure.groups import Ground, Group
from baken.tabulation.disclosure.moments import Changes, Moment

FINE = -1  # the fine axis of time, among the numbers of the other axes
Times = tuple[frozenset[Moment], ...]


@dataclass(frozen=True)
class Whens:
    """Times as most tables tell them apart, and as all do; which tables, by their places, need the latter."""

    coarse: Times
    fine: Times
    cutting: frozenset[int]
    changes: Changes

    def counted(self, times: Times, group: Group, on: date) -> Sequence[int]:
        """Return the places of the times at which somebody of a group is counted on a day."""
        return [i for i, each in enumerate(times) if _counted(self.changes, next(iter(each)), group, on)]


def whens(ground: Ground, changes: Changes) -> Whens:
    """Return the times of tables."""
    cutting = frozenset(
        place
        for place, table in enumerate(ground.tables)
        if any(each.name in TIMES and each.name != "year" for each in table.dimensions)
    )
    moments = changes.moments(len(ground.pieces.spans))
    others = [place for place in range(len(ground.tables)) if place not in cutting]
    coarse, fine = (_together(ground, changes, moments, places) for places in (others, range(len(ground.tables))))
    return Whens(coarse, fine, cutting, changes)


def _together(ground: Ground, changes: Changes, moments: Iterable[Moment], places: Iterable[int]) -> Times:
    wanted = set(places)
    counts = {(c.group.days, ground.tables[c.table].counted_on): c.group for c in ground.cells if c.table in wanted}
    found: dict[tuple[bool, ...], list[Moment]] = {}
    for moment in moments:
        told = tuple(_counted(changes, moment, group, on) for (_, on), group in counts.items())
        found.setdefault(told, []).append(moment)
    return tuple(frozenset(each) for each in found.values())


def _counted(changes: Changes, moment: Moment, group: Group, on: date) -> bool:
    return moment.piece in group.days and changes.counted(moment, on)
