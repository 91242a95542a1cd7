# SPDX-License-Identifier: EUPL-1.2
"""Learning parts from a vocabulary: guess which words are compounds, count their parts, guess again."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping

from baken.open.search.engine.compounds import letters
from baken.open.search.engine.compounds.best import SHORTEST, UNKNOWN, best
from baken.open.search.engine.compounds.closed import NEVER_HEADS
from baken.open.search.engine.compounds.known import Known, folded
from baken.open.search.engine.compounds.splitter import Splitter

_ROUNDS = 2
# While learning, what is doubtful stays whole, so that no wrong parts are learned.
_LEANING = 4.0
_LONGEST = 40
# What a word never seen as a modifier, or never with a linking -s-, counts beside those that were.
_FREE, _LINKED = 0.5, 0.3
# That ends so many words and stands alone less often is a suffix: -heid, -teur.
_FEW = 3


def learn(counts: Mapping[str, int]) -> Splitter:
    """Return a splitter learned from a vocabulary: words in any case, with how often each occurs."""
    times: Counter[str] = Counter()
    for word, count in counts.items():
        if word.isalpha() and 1 < len(word) <= _LONGEST:
            times[folded(word)] += count
    cuts: dict[str, tuple[int, ...]] = {}
    for _ in range(_ROUNDS):
        known = _counted(times, cuts)
        cuts = {word: best(known, word, _LEANING) for word in times}
    return Splitter(_counted(times, cuts))


def _counted(times: Mapping[str, int], cuts: Mapping[str, tuple[int, ...]]) -> Known:
    simple = [word for word in times if not cuts.get(word)]
    free = [word for word in simple if len(word) >= SHORTEST]
    heads = Counter(free)
    modifiers: defaultdict[str, float] = defaultdict(float, dict.fromkeys(free, _FREE))
    for word, ends in cuts.items():
        if ends:
            heads[word[ends[-1] :]] += 1
            for start, end in zip((0, *ends), ends, strict=False):
                modifiers[word[start:end]] += 1
    for word, count in list(modifiers.items()):
        modifiers[word + "s"] += _LINKED * count
    return Known(_likely(modifiers), _likely(heads, _suffixes(heads, times)), dict(times), letters.model(simple))


def _suffixes(heads: Mapping[str, float], times: Mapping[str, int]) -> frozenset[str]:
    return NEVER_HEADS | {part for part, count in heads.items() if count >= _FEW and times.get(part, 0) < count}


def _likely(parts: Mapping[str, float], without: frozenset[str] = frozenset()) -> dict[str, float]:
    known = math.log(1 - UNKNOWN) - math.log(sum(parts.values()) or 1)
    return {part: known + math.log(count) for part, count in parts.items() if part not in without}
