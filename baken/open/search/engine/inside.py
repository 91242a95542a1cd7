# SPDX-License-Identifier: EUPL-1.2
"""The compounds of a text that hold a word of the question: what the index found by its parts, to show and to tell."""

import re
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
    if not asked:
        return {}
    # Nearly every word is ruled out by its length and letters, before it is taken apart.
    holds = re.compile("|".join(map(re.escape, sorted(asked)))).search
    least = min(map(len, asked)) + SHORTEST
    likely = (word for word in set(forms(text)) if len(word) >= least and holds(folded(word)))
    parted = ((word, _of_parts(splitter.parts(word))) for word in likely)
    return {word: parts for word, parts in sorted(parted) if parts & asked}


def _of_parts(parts: Collection[str]) -> frozenset[str]:
    return frozenset().union(*(stems(part, DIVIDED) for part in parts))


@lru_cache(maxsize=100)
def forms(text: str) -> tuple[str, ...]:
    """Return the words of a text's beginning as they are written, in order."""
    return tuple(words_in(clean(text[:READ])))


@lru_cache(maxsize=100)
def standing(text: str, language: str) -> frozenset[str]:
    """Return the index words of a text's beginning; each result is asked for them several times."""
    return frozenset(words(text[:READ], language))


@lru_cache(maxsize=100_000)
def stems(word: str, language: str) -> frozenset[str]:
    """Return the index words of a word."""
    return frozenset(words(word, language))
