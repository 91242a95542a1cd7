# SPDX-License-Identifier: EUPL-1.2
"""How likely a row of letters is as a word that is no compound: a model of each letter after the four before it."""

import math
from collections import Counter
from collections.abc import Iterable

ORDER = 5
BEGIN, END = "^", "$"
# A letter never seen at all is one of about so many.
_ALPHABET = 40
_UNSEEN = math.log(1 / _ALPHABET)


class Letters:
    """The model. All likelihoods are natural logarithms."""

    def __init__(self, seen: dict[str, float], retreat: dict[str, float]) -> None:
        """Take the likelihood of each seen row's last letter, and the cost of looking at fewer letters before one."""
        self.seen, self.retreat = seen, retreat
        self._known: dict[str, float] = {}

    def running(self, word: str) -> list[float]:
        """Return, for each number of letters, how likely the word's beginning of that length is."""
        sums = [0.0]
        marked = BEGIN + word
        for end in range(2, len(marked) + 1):
            sums.append(sums[-1] + self._last(marked[max(0, end - ORDER) : end]))
        return sums

    def ending(self, beginning: str) -> float:
        """Return how likely a word is over after this beginning."""
        return self._last((BEGIN + beginning)[1 - ORDER :] + END)

    def whole(self, word: str) -> float:
        """Return how likely a word is."""
        return self.running(word)[-1] + self.ending(word)

    def _last(self, row: str) -> float:
        found = self._known.get(row)
        if found is None:
            # Words are read by the million, rows by the hundred thousand: few are worked out twice.
            if len(self._known) > len(self.seen) + 100_000:
                self._known.clear()
            found = self._known[row] = self._worked_out(row)
        return found

    def _worked_out(self, row: str) -> float:
        cost = 0.0
        for start in range(len(row)):
            found = self.seen.get(row[start:])
            if found is not None:
                return cost + found
            cost += self.retreat.get(row[start:-1], 0.0)
        return cost + _UNSEEN


def model(words: Iterable[str]) -> Letters:
    """Return the model of these words, each counted once, smoothed after Witten and Bell."""
    times = _rows(words)
    total: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for row, count in times.items():
        total[row[:-1]] += count
        kinds[row[:-1]] += 1
    share: dict[str, float] = {}
    for row in sorted(times, key=len):
        before, shorter = row[:-1], share[row[1:]] if row[1:] else 1 / _ALPHABET
        share[row] = (times[row] + kinds[before] * shorter) / (total[before] + kinds[before])
    retreat = {before: math.log(kinds[before] / (total[before] + kinds[before])) for before in total}
    return Letters({row: math.log(each) for row, each in share.items()}, retreat)


def _rows(words: Iterable[str]) -> Counter[str]:
    times: Counter[str] = Counter()
    for marked in (BEGIN + word + END for word in words):
        for end in range(2, len(marked) + 1):
            times.update(marked[start:end] for start in range(max(0, end - ORDER), end))
    return times
