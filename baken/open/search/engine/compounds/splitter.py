# SPDX-License-Identifier: EUPL-1.2
"""Taking words apart with what was learned."""

import re
from functools import lru_cache

from baken.open.search.engine.compounds.best import best
from baken.open.search.engine.compounds.known import Known, folded
from baken.open.search.engine.compounds.letters import Letters

LONGEST = 60
_MOST_REMEMBERED = 100_000
# A genitive or plural 's belongs to the word before it.
_PIECE = re.compile(r"[^\W_]+(?:['\u2019]s\b)?")
_PLURAL = re.compile(r"['\u2019]s$")


class Splitter:
    """Takes Dutch compounds apart; thread-safe, since nothing changes after learning but memories."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self._cut = lru_cache(maxsize=_MOST_REMEMBERED)(self._ends)
        self._found = lru_cache(maxsize=_MOST_REMEMBERED)(self._parts_of)

    def split(self, word: str) -> tuple[str, ...]:
        """Return the smallest parts of a word, in order, as they stand in it, linking letters with the part before.

        What is no compound, holds a digit, or has over 60 letters is returned whole. Hyphens and slashes
        always part. Joined, the parts are the word without those.
        """
        if len(word) > LONGEST:
            return (word,)
        return tuple(part for piece in _PIECE.findall(word) for part in self._parts(piece)) or (word,)

    def parts(self, word: str) -> tuple[str, ...]:
        """Return what a word is worth finding by: the parts of its compounds, and each run of them that is a word.

        Linking letters are taken off where that leaves a known word. What hyphens part are words of their
        own to the index already; they, and what is no compound, have no parts.
        """
        return self._found(word) if len(word) <= LONGEST else ()

    def _parts_of(self, word: str) -> tuple[str, ...]:
        found = (part for piece in _PIECE.findall(word) for part in self._runs(self._parts(piece)))
        return tuple(dict.fromkeys(found))

    def _runs(self, smallest: list[str]) -> list[str]:
        """Return the runs of a compound's smallest parts, the whole left out, of which one is or that are words."""
        most = len(smallest)
        runs = [(i, j) for i in range(most) for j in range(i + 1, most + 1) if j - i < most]
        words = [self._word("".join(smallest[i:j]), is_part=j == i + 1, is_last=j == most) for i, j in runs]
        return [word for word in words if word]

    def _word(self, text: str, *, is_part: bool, is_last: bool) -> str:
        bare = "" if is_last else self.known.without_link(folded(text))
        is_word = is_part or folded(text) in self.known.words
        return text[: len(bare)] if bare else text if is_word else ""

    def _parts(self, piece: str) -> list[str]:
        ends = self._cut(folded(_PLURAL.sub("", piece)))
        return [piece[start:end] for start, end in zip((0, *ends), (*ends, len(piece)), strict=True)]

    def _ends(self, word: str) -> tuple[int, ...]:
        return best(self.known, word) if word.isalpha() else ()


# Knows nothing, so splits nothing: for an index without compounds.
WHOLE = Splitter(Known({}, {}, {}, Letters({}, {})))
