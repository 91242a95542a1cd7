# SPDX-License-Identifier: EUPL-1.2
"""What words are called in another language, as the engine holds it; learned and kept elsewhere.

All words are index words: stems, as the analysis of their language leaves them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from baken.open.search.engine.compounds import WHOLE, Splitter
from baken.open.search.engine.titles import Titles

LANGUAGES = ("nl", "en")


class Called(NamedTuple):
    """What a word may be called: how likely, and by how much titles taught to count that more or less."""

    likely: float
    factor: float = 1.0


class Phrase(NamedTuple):
    """What the first and the second word of a pair may be called when they stand together: how likely."""

    first: Mapping[str, float]
    second: Mapping[str, float]


@dataclass(frozen=True)
class Words:
    """One language's words in terms of the other, by index word.

    ``words`` and ``pairs`` are what they are called; ``subjects`` are words that texts under titles with a word hold;
    ``seen`` is how often a word was aligned, ``salience`` by how much it tells more or less of a subject than its
    rarity does.
    """

    words: Mapping[str, Mapping[str, Called]] = field(default_factory=dict)
    pairs: Mapping[tuple[str, str], Phrase] = field(default_factory=dict)
    subjects: Mapping[str, Mapping[str, Called]] = field(default_factory=dict)
    seen: Mapping[str, float] = field(default_factory=dict)
    salience: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Lexicon:
    """Both directions, how index words are written most, and what takes apart compounds that are asked.

    ``of`` has each language's words in terms of the other, ``own`` in terms of itself; ``titles`` go by their language
    and that of the texts under them.
    """

    of: Mapping[str, Words] = field(default_factory=dict)
    shown: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    splitter: Splitter = WHOLE
    own: Mapping[str, Words] = field(default_factory=dict)
    titles: Mapping[tuple[str, str], Titles] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Tell whether there is anything to translate with."""
        return any(each.words for each in self.of.values())


NOTHING = Lexicon()


def other(language: str) -> str:
    """Return the language that a language is translated into."""
    return LANGUAGES[1 - LANGUAGES.index(language)]
