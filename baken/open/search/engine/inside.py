# SPDX-License-Identifier: EUPL-1.2
"""The compounds of a text that hold a word of the question: what the index found by its parts, to show and to tell."""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from baken.open.search.engine.analysis import DIVIDED, clean, words
from baken.open.search.engine.compounds import Splitter
from baken.open.search.engine.compounds.best import SHORTEST
from baken.open.search.engine.compounds.known import folded
from baken.open.search.engine.compounds.words import LONGEST
from baken.open.search.engine.parsing import Parsed

# A ruling can hold a million letters; its beginning is enough to show and to tell why.
READ = 20_000


def compounds(parsed: Parsed, text: str, splitter: Splitter) -> Mapping[str, frozenset[str]]:
    """Return the compounds of a Dutch text that hold a typed word or a part of one, with the stems of their parts."""
    asked = _asked((*parsed.words, *parsed.parts))
    if not asked:
        return {}
    parted = ((word, _of_parts(splitter.parts(word))) for word in _holding(asked, text))
    return {word: parts for word, parts in sorted(parted) if parts & asked}


@lru_cache(maxsize=100)
def _asked(typed: tuple[str, ...]) -> frozenset[str]:
    return frozenset(stem for word in typed for stem in stems(word, DIVIDED) if len(stem) >= SHORTEST)


def _holding(asked: frozenset[str], text: str) -> Iterator[str]:
    """Yield the words of a text's beginning, as written, in which one of these stands; some more than once."""
    long = _as_long(min(map(len, asked)) + SHORTEST).findall(clean(text[:READ]))
    # Looked through as one text: word by word it would take several times as long.
    whole = "\n".join(set(long))
    for found in _any_of(asked).finditer(folded(whole)):
        start, stop = whole.rfind("\n", 0, found.start()) + 1, whole.find("\n", found.end())
        yield whole[start : stop if stop >= 0 else None]


@lru_cache(maxsize=100)
def _as_long(least: int) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])[^\W_]{{{least},{max(least, LONGEST)}}}(?![^\W_])")


@lru_cache(maxsize=100)
def _any_of(asked: frozenset[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(asked))))


def _of_parts(parts: Collection[str]) -> frozenset[str]:
    return frozenset().union(*(stems(part, DIVIDED) for part in parts))


def beginning_with(letters: frozenset[str], text: str) -> list[str]:
    """Return the words of a text's beginning, as written, that begin with one of these, ge- or a strange letter."""
    return [word for word in _beginning(letters).findall(clean(text[:READ])) if len(word) <= LONGEST]


@lru_cache(maxsize=100)
def _beginning(letters: frozenset[str]) -> re.Pattern[str]:
    wanted = "".join(sorted({re.escape(form) for each in letters for form in (each, each.upper())}))
    return re.compile(rf"(?<![^\W_])(?:[{wanted}]|[gG][eE]|[^\W_\x00-\x7f])[^\W_]*")


@lru_cache(maxsize=100)
def standing(text: str, language: str) -> frozenset[str]:
    """Return the index words of a text's beginning; each result is asked for them several times."""
    return frozenset(words(text[:READ], language))


@lru_cache(maxsize=100_000)
def stems(word: str, language: str) -> frozenset[str]:
    """Return the index words of a word."""
    return frozenset(words(word, language))
