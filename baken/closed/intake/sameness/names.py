# SPDX-License-Identifier: EUPL-1.2
"""How near two names are, as they are written in the Netherlands. Pure. Nicknames are not known."""

import re
from enum import IntEnum
from itertools import permutations

from baken.closed.casework.searching.rules import folded

PREFIXES = frozenset({
    "van", "de", "den", "der", "het", "t", "te", "ten", "ter", "in", "op", "el", "al", "ben", "bin", "bint", "ibn",
    "da", "di", "do", "dos", "du", "la", "le", "von", "zu",
})  # fmt: skip
_GLUED = re.compile(r"(?:van(?:den|der|de)?|el|al)(?=[a-z]{4})")
MOST_WORDS = 5  # of a name; whoever has more is compared by the first
LONG = 4  # letters from which one may differ


class Nearness(IntEnum):
    """How near."""

    FAR = 0
    PART = 1
    NEAR = 2
    SAME = 3


def words_of(name: str) -> tuple[str, ...]:
    """Return the words that tell a name apart: without accents, case and prefixes, loose or glued on, in no order."""
    words = re.findall(r"[^\W_]+", folded(name)[0])
    telling = [_GLUED.sub("", each, count=1) for each in words if each not in PREFIXES] or words
    return tuple(sorted(telling[:MOST_WORDS]))


def nearness(one: str, other: str) -> Nearness:
    """Return how near two names are: first and last names may have changed places."""
    less, more = sorted((words_of(one), words_of(other)), key=len)
    if not less:
        return Nearness.FAR
    if less == more:
        return Nearness.SAME
    if not any(all(map(_alike, less, order)) for order in permutations(more, len(less))):
        return Nearness.FAR
    return Nearness.NEAR if len(less) > 1 else Nearness.PART


def _alike(one: str, other: str) -> bool:
    """Return whether two words are equal but for one letter, if they are long enough for that to be a slip."""
    if one == other:
        return True
    if min(len(one), len(other)) < LONG or abs(len(one) - len(other)) > 1:
        return False
    less, more = sorted((one, other), key=len)
    at = next((place for place, letter in enumerate(less) if letter != more[place]), len(less))
    return less[at + (len(less) == len(more)) :] == more[at + 1 :]
