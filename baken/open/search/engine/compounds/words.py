# SPDX-License-Identifier: EUPL-1.2
"""The words of texts, as the index parts them, and how often each occurs."""

import re
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"[^\W_]+")
# Longer is no word, and what holds a digit is no Dutch.
LONGEST = 60


def words_in(text: str) -> list[str]:
    """Return the words of a text in order; a hyphen or apostrophe ends one."""
    return [word for word in _WORD.findall(text) if len(word) <= LONGEST]


def counted(texts: Iterable[str]) -> Counter[str]:
    """Return how often each word of some texts occurs, as written."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(words_in(text))
    return counts
