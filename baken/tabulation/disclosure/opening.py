# SPDX-License-Identifier: EUPL-1.2
"""Looks whether what must stay open is open, and what would have to be hidden as well where it is not."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from baken.tabulation.disclosure.choosing import Cut, Shut
from baken.tabulation.disclosure.needs import Need
from baken.tabulation.disclosure.solving import Extreme, Programme

_NEAR = 1e-7
_MOST = 100  # cuts of one look
_WORTH = 5  # needs that a common look must show open to be worth another one


@dataclass
class Looking:
    """How to look at patterns of told and hidden: which counts may be told, and what may prove to be no need."""

    counts: Mapping[int, int]
    is_none: Callable[[Need], bool]
    _none: set[Need] = field(default_factory=set)

    def cuts(self, programme: Programme, needs: Iterable[Need], hidden: frozenset[int]) -> list[Cut]:
        """Return some cuts for what is not open, none where all is; raise Shut."""
        asked = [need for need in needs if need not in self._none and self._matters(need, hidden)]
        sweep(programme, asked)
        found: list[Cut] = []
        for need in asked:
            if len(found) < _MOST and not _is_open(programme, need) and not self._is_none(need):
                found.append(self._cut(programme, need, hidden))
        return found

    def _is_none(self, need: Need) -> bool:
        if self.is_none(need):
            self._none.add(need)
        return need in self._none

    def _matters(self, need: Need, hidden: frozenset[int]) -> bool:
        told = need.column in self.counts and need.column not in hidden
        return not told and need.unless not in hidden

    def _cut(self, programme: Programme, need: Need, hidden: frozenset[int]) -> Cut:
        gap = _gap(programme, need)
        loosens = {need.unless: 1.0} if need.unless is not None and need.unless in self.counts else {}
        for upper in _ways(need):
            end = programme.end(need.column, upper=upper)
            for column, each in self._gains(end, gap, hidden).items():
                loosens[column] = min(1.0, loosens.get(column, 0.0) + each)
        where = need.column if need.column in self.counts else None
        if where is None and sum(loosens.values()) < 1 - _NEAR:
            raise Shut
        return Cut(loosens, where)

    def _gains(self, end: Extreme, gap: float, hidden: frozenset[int]) -> dict[int, float]:
        """Return how much of a gap each told column closes at most: by going up without end, or by going down to 0."""
        found = {}
        for column, value in self.counts.items():
            pull = end.pulls[column]
            if abs(pull) > _NEAR and column not in hidden:  # what is hidden has given all that it can
                found[column] = 1.0 if pull < 0 else min(1.0, pull * value / gap)
        return found


def _gap(programme: Programme, need: Need) -> float:
    """Return how far what is needed is from open, once its ends are known."""
    low, high = float(programme.low[need.column]), float(programme.high[need.column])
    if need.value is None:
        return max(1 - (high - low), _NEAR)
    return need.value - high if need.upper else low - need.value


def _ways(need: Need) -> tuple[bool, ...]:
    return (False, True) if need.value is None else (need.upper,)


def seen(programme: Programme, need: Need) -> bool:
    """Return whether some solution shows that what is needed is open."""
    low, high = programme.low[need.column], programme.high[need.column]
    if need.value is None:
        return bool(np.isfinite(low) and np.floor(high + _NEAR) > np.ceil(low - _NEAR))
    return bool(high >= need.value - _NEAR if need.upper else low <= need.value + _NEAR)


def sweep(programme: Programme, needs: Sequence[Need]) -> None:
    """Look at many needs at once, as long as that shows enough of them open."""
    for upper in (False, True):
        left = _unseen(programme, needs, upper=upper)
        before = len(left) + _WORTH
        while before - len(left) >= _WORTH and left:
            programme.spread(left, upper=upper)
            before, left = len(left), _unseen(programme, needs, upper=upper)


def _unseen(programme: Programme, needs: Sequence[Need], *, upper: bool) -> list[int]:
    return sorted({need.column for need in needs if upper in _ways(need) and not seen(programme, need)})


def those_open(programme: Programme, needs: Sequence[Need]) -> list[Need]:
    """Return the needs that are open."""
    sweep(programme, needs)
    return [need for need in needs if _is_open(programme, need)]


def _is_open(programme: Programme, need: Need) -> bool:
    for upper in _ways(need):
        if not seen(programme, need):
            programme.end(need.column, upper=upper)
    return seen(programme, need)
