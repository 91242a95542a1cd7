# SPDX-License-Identifier: EUPL-1.2
"""The peer: splitting by the geometric mean of the frequencies of parts, Koehn & Knight 2003 (EACL), 3.3."""

import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from baken.open.search.engine.compounds.known import folded

_FILLERS = ("", "s", "en", "e", "n", "er")
_SHORTEST = 4


def splitter(counts: Mapping[str, int]) -> Callable[[str], tuple[str, ...]]:
    """Return a function that splits a word into known words whose frequencies have the highest geometric mean."""
    known: Counter[str] = Counter()
    for word, count in counts.items():
        known[folded(word)] += count

    def split(word: str) -> tuple[str, ...]:
        ways = [*_ways(folded(word), known)]
        # Of equals the one with fewest parts: a word that nobody knows stays whole.
        score, _, parts = max(((_mean(found), -len(parts), parts) for parts, found in ways), default=(0.0, 0, (word,)))
        return parts if score > known[folded(word)] else (word,)

    return split


def _ways(word: str, known: Mapping[str, int]) -> Iterator[tuple[tuple[str, ...], tuple[int, ...]]]:
    if word in known:
        yield (word,), (known[word],)
    for end in range(_SHORTEST, len(word) - _SHORTEST + 1):
        count = max(known.get(word[:end].removesuffix(filler), 0) for filler in _FILLERS)
        if count:
            for parts, counts in _ways(word[end:], known):
                yield (word[:end], *parts), (count, *counts)


def _mean(counts: tuple[int, ...]) -> float:
    return math.exp(sum(map(math.log, counts)) / len(counts))
