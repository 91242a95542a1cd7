# SPDX-License-Identifier: EUPL-1.2
"""The likeliest way to take one word apart: the best row of modifiers and a head, or none (a Viterbi search)."""

import math

from baken.open.search.engine.compounds.closed import NEVER_HEADS, PARTICLES
from baken.open.search.engine.compounds.known import Known

SHORTEST = 3
_SHORTEST_UNKNOWN = 4
# How much likelier, in natural logarithms, a word of this length is to be a compound than to be none. Chosen on half
# of the measured words: the best share split right that leaves about two in a hundred simple words split.
LEANING = 5.0
# The share of parts that were never seen before.
UNKNOWN = 0.1
_UNKNOWN = math.log(UNKNOWN)
# How much less likely a particle begins a compound (onder-stroom) than a derived verb or noun (onder-tekening).
_PARTICLE = 3.0
# What a word gains for each factor by which it is commoner than its parts: slachtoffer is no offer.
_COMMONER = 1.0
_Row = tuple[float, tuple[int, ...]]


def best(known: Known, word: str, leaning: float = LEANING) -> tuple[int, ...]:
    """Return where the parts of a folded word end, the last left out; nothing for what is no compound."""
    if len(word) < 2 * SHORTEST:
        return ()
    running = known.letters.running(word)
    whole = running[-1] + known.letters.ending(word) - leaning
    found: _Row = (whole, ())
    rows: dict[int, _Row] = {0: (0.0, ())}
    for end in range(SHORTEST, len(word) - SHORTEST + 1):
        likely, ends = max(_modified(known, word, end, rows, running))
        # Each further part makes a row less likely, so a row that is below the whole word is lost.
        if likely > found[0]:
            rows[end] = (likely, (*ends, end))
            found = max(found, (likely + _head(known, word[end:]), (*ends, end)))
    return found[1] if found[0] - whole > _COMMONER * _commoner(known, word, found[1]) else ()


def _modified(known: Known, word: str, end: int, rows: dict[int, _Row], running: list[float]) -> list[_Row]:
    """Return the ways to read the beginning of a word as modifiers. Only the first may be unknown."""
    first = known.modifiers.get(word[:end])
    if first is None:
        first = running[end] + known.letters.ending(word[:end]) + _UNKNOWN if end >= _SHORTEST_UNKNOWN else -math.inf
    found: list[_Row] = [(first - (_PARTICLE if word[:end] in PARTICLES else 0), ())]
    for start, (likely, ends) in rows.items():
        if SHORTEST <= start <= end - SHORTEST and (part := word[start:end]) not in PARTICLES:
            found.append((likely + known.modifiers.get(part, -math.inf), ends))
    return found


def _head(known: Known, part: str) -> float:
    seen = known.heads.get(part)
    if seen is not None:
        return seen
    if part in NEVER_HEADS or len(part) < _SHORTEST_UNKNOWN:
        return -math.inf
    return known.letters.whole(part) + _UNKNOWN


def _commoner(known: Known, word: str, ends: tuple[int, ...]) -> float:
    """Return the logarithm of how often a word occurs for each time its parts do, by their geometric mean."""
    counts = [known.words.get(word[start:end], 1) for start, end in zip((0, *ends), (*ends, len(word)), strict=True)]
    return max(0.0, math.log(known.words.get(word, 1)) - sum(map(math.log, counts)) / len(counts))
