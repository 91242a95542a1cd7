# SPDX-License-Identifier: EUPL-1.2
"""Finds where a provision went on under another number: its words stop here and begin there. No database.

Measured on 78 dated states of the Dutch Criminal Code (2002-2012): the renumberings known from the
legislative history score 0.46 (250a → 273a, widened at the same time) to 1.00 (273a → 273f); the best
pair that is none scores 0.41 and loses to the true one. Hence the threshold.
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

LIKE_ENOUGH = 0.45
# An old article may stay beside its successor for a while: 250a stood beside 273a for 24 days.
OVERLAP = datetime.timedelta(days=92)
_FEWEST_WORDS = 20
_SHINGLE = 3

Texts = Mapping[str, str]
State = tuple[datetime.date, Texts]


@dataclass(frozen=True)
class Step:
    """The words of one path went on under another, first seen there `on` a day; likeness 0 to 1."""

    earlier: str
    later: str
    on: datetime.date
    likeness: float


def likeness(one: str, other: str) -> float:
    """Return how much two texts share: Dice's coefficient of their runs of three words, 0 to 1."""
    first, second = _shingles(one), _shingles(other)
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[start : start + _SHINGLE]) for start in range(len(words) - _SHINGLE + 1)}


def steps(states: Sequence[State]) -> list[Step]:
    """Return every renumbering in a work's states, oldest first; states of one language, in order of date."""
    begun = _beginnings(states)
    return [step for place in range(1, len(states)) for step in _steps_at(place, states, begun)]


def _beginnings(states: Sequence[State]) -> list[set[str]]:
    """Return for each state the paths whose words begin there; the first state begins nothing."""
    pairs = pairwise(states)
    return [set(), *({path for path in new if not _goes_on(path, old, new)} for (_, old), (_, new) in pairs)]


def _goes_on(path: str, old: Texts, new: Texts) -> bool:
    """Return whether a path holds in both states, and in the second still much the same words."""
    if path not in old or path not in new:
        return False
    return old[path] == new[path] or likeness(old[path], new[path]) >= LIKE_ENOUGH


def _steps_at(place: int, states: Sequence[State], begun: Sequence[set[str]]) -> Iterator[Step]:
    (_, old), (day, new) = states[place - 1], states[place]
    ended = [path for path in old if not _goes_on(path, old, new) and _long(old[path])]
    if not ended:
        return
    fresh = {
        path: states[other][0]
        for other in range(place + 1)
        if day - states[other][0] <= OVERLAP
        for path in begun[other]
        if path in new and _long(new[path])
    }
    pairs = [Step(one, two, fresh[two], likeness(old[one], new[two])) for one in ended for two in fresh if one != two]
    yield from _best(pair for pair in pairs if pair.likeness >= LIKE_ENOUGH)


def _long(text: str) -> bool:
    """Return whether a text says enough to be recognised; "Vervallen" does not."""
    return len(text.split()) >= _FEWEST_WORDS


def _best(pairs: Iterable[Step]) -> Iterator[Step]:
    """Yield the likeliest pairs, each path used once on each side."""
    left: set[str] = set()
    right: set[str] = set()
    for pair in sorted(pairs, key=lambda each: (-each.likeness, each.earlier, each.later)):
        if pair.earlier not in left and pair.later not in right:
            left.add(pair.earlier)
            right.add(pair.later)
            yield pair


def line(found: Iterable[Step], path: str) -> list[str]:
    """Return a path's earlier selves, itself and its later selves: 250a, 273a, 273f.

    A number can be given out anew (273a went to other words on the day its own became 273f), so time must run
    forward along the line.
    """
    known = sorted(found, key=lambda each: each.on)
    after = _follow(known, path, datetime.date.min)
    left = after[0].on if after else datetime.date.max
    before = _trace(known, path, left)
    return [*(each.earlier for each in reversed(before)), path, *(each.later for each in after)]


def _follow(known: Sequence[Step], path: str, since: datetime.date) -> list[Step]:
    step = next((each for each in known if each.earlier == path and each.on > since), None)
    return [step, *_follow(known, step.later, step.on)] if step else []


def _trace(known: Sequence[Step], path: str, until: datetime.date) -> list[Step]:
    step = next((each for each in reversed(known) if each.later == path and each.on < until), None)
    return [step, *_trace(known, step.earlier, step.on)] if step else []
