# SPDX-License-Identifier: EUPL-1.2
"""Reading what somebody typed: words, "exact phrases" and -unwanted words. Any text is a question."""

import re
from dataclasses import dataclass

from baken.open.search.engine import citing
from baken.open.search.engine.analysis import clean
from baken.open.search.engine.citing import Citation
from baken.open.search.engine.compounds import WHOLE, Splitter
from baken.open.search.engine.shapes import Alternative

LONGEST = 1000
_MOST_WORDS = 40
# A quote that is never closed runs to the end; curly quotes are quotes.
_PIECE = re.compile(r'(-?)(?:"([^"]*)(?:"|$)|(\S+))')
# "art.273f" and "§8" are a word and a number.
_GLUED = re.compile(r"\b(art\.?|artikel|article|lid|par\.?)(?=\d)|(§)(?=\w)", re.IGNORECASE)
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})


@dataclass(frozen=True)
class Parsed:
    """The parts of a question, in the order they were typed, and what the compounds among its words are made of.

    ``last`` is the word that may still be half typed, ``cited`` what legal references its words make, ``also`` what is
    looked for beside them.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    last: str = ""
    cited: tuple[Citation, ...] = ()
    also: tuple[Alternative, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing at all was asked."""
        return not (self.words or self.phrases or self.unwanted)


def read(text: str, splitter: Splitter = WHOLE) -> Parsed:
    """Return the parts of a typed question; what is too long is cut off, nothing is refused."""
    words: list[str] = []
    phrases: list[str] = []
    unwanted: list[str] = []
    typed = _GLUED.sub(r"\g<0> ", clean(text[:LONGEST]).translate(_QUOTES))
    last = ""
    for minus, phrase, word in _PIECE.findall(typed)[:_MOST_WORDS]:
        last = "" if minus or phrase else word
        piece = (phrase or word.replace('"', " ")).strip()
        if piece.strip("-"):
            (unwanted if minus else phrases if phrase else words).append(piece)
    parts = dict.fromkeys(part for word in words for part in splitter.parts(word))
    cited = citing.asked(" ".join(words))
    words = citing.without_below(words, cited)
    return Parsed(tuple(words), tuple(phrases), tuple(unwanted), tuple(parts), last, cited)
