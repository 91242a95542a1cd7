# SPDX-License-Identifier: EUPL-1.2
"""What changed between two days of counting: whoever was written down later, or struck out, stands apart.

An attacker believes that nothing changed where nothing shows that it did: no belief tells her more.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from baken.tabulation.disclosure.groups import Ground, Group

_EVER = 10**6


@dataclass(frozen=True)
class Moment:
    """When somebody can be counted: a piece of time, from which change on and until which."""

    piece: int
    entered: int = 0
    left: int = _EVER


@dataclass(frozen=True)
class Changes:
    """On which days of counting a piece of time was seen changed, and in which pieces people were struck out."""

    days: Mapping[int, tuple[date, ...]] = field(default_factory=dict)
    struck: frozenset[int] = frozenset()

    def moments(self, pieces: int) -> tuple[Moment, ...]:
        """Return every moment that somebody can have."""
        return tuple(each for piece in range(pieces) for each in self._of(piece))

    def _of(self, piece: int) -> Iterable[Moment]:
        number = len(self.days.get(piece, ())) + 1
        for entered in range(number):
            yield Moment(piece, entered)
            if piece in self.struck:
                yield from (Moment(piece, entered, left) for left in range(entered + 1, number))

    def counted(self, moment: Moment, on: date) -> bool:
        """Return whether somebody of a moment is counted on a day."""
        seen = sum(day <= on for day in self.days.get(moment.piece, ()))
        return moment.entered <= seen < moment.left

    def version(self, group: Group, on: date) -> tuple[int, ...]:
        """Return how many changes a count of a group on a day comes after, piece by piece."""
        return tuple(sum(day <= on for day in self.days.get(piece, ())) for piece in sorted(group.days))


def changes(ground: Ground) -> Changes:
    """Return what shows itself as changed: two numbers told of the same people on two days."""
    days: dict[int, set[date]] = {}
    struck: set[int] = set()
    for group, told in _told(ground).items():
        for (_, before), (on, number) in pairwise(told):
            for piece in group.days if number != before else ():
                days.setdefault(piece, set()).add(on)
            struck |= group.days if number < before else frozenset()
    return Changes({piece: tuple(sorted(each)) for piece, each in days.items()}, frozenset(struck))


def _told(ground: Ground) -> Mapping[Group, Sequence[tuple[date, int]]]:
    """Return the numbers told of each group, in the order of counting."""
    found: dict[Group, list[tuple[date, int]]] = {}
    for cell in ground.cells:
        table = ground.tables[cell.table]
        if (number := table.values[cell.at]) is not None:
            found.setdefault(cell.group, []).append((table.counted_on, number))
    return {group: sorted(told) for group, told in found.items()}


def with_struck(ground: Ground) -> Changes:
    """Return what shows itself as changed, where people may be struck out as well as written down."""
    found = changes(ground)
    return Changes(found.days, frozenset(found.days))


def every_change(ground: Ground) -> Changes:
    """Return that everything may have changed between any two days: what is left where numbers fit no other way."""
    days = sorted({each.counted_on for each in ground.tables})[1:]
    pieces = range(len(ground.pieces.spans))
    return Changes({piece: tuple(days) for piece in pieces}, frozenset(pieces))
