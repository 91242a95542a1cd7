# SPDX-License-Identifier: EUPL-1.2
"""The compounds of a text that hold a word of the question: what the index found by its parts, to show and to tell."""

from collections.abc import Collection, Mapping
from functools import lru_cache

from baken.open.search.engine.analysis import DIVIDED, clean, words
from baken.open.search.engine.compounds import Splitter
from baken.open.search.engine.compounds.best import SHORTEST
from baken.open.search.engine.compounds.known import folded
from baken.open.search.engine.compounds.words import words_in
from baken.open.search.engine.parsing import Parsed

# A ruling can hold a million letters; its beginning is enough to show and to tell why.
READ = 20_000


def compounds(parsed: Parsed, text: str, splitter: Splitter) -> Mapping[str, frozenset[str]]:
    """Return the compounds of a Dutch text that hold a typed word or a part of one, with the stems of their parts."""
    typed = (*parsed.words, *parsed.parts)
    asked = frozenset(stem for word in typed for stem in stems(word, DIVIDED) if len(stem) >= SHORTEST)
    # Nearly every word is ruled out by its letters, before it is taken apart.
    held = [(word, folded(word)) for word in set(words_in(clean(text[:READ])))] if asked else []
    likely = (word for word, plain in held if any(stem in plain for stem in asked))
    parted = ((word, _of_parts(splitter.parts(word))) for word in likely)
    return {word: parts for word, parts in sorted(parted) if parts & asked}


def _of_parts(parts: Collection[str]) -> frozenset[str]:
    return frozenset().union(*(stems(part, DIVIDED) for part in parts))


@lru_cache(maxsize=10_000)
def stems(word: str, language: str) -> frozenset[str]:
    """Return the index words of a word."""
    return frozenset(words(word, language))
