# SPDX-License-Identifier: EUPL-1.2
"""What learning brings, in words instead of numbers: rows to keep, and the engine's lexicon made of rows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import product
from typing import NamedTuple

from baken.open.search.engine import titles as titled
from baken.open.search.engine.compounds import WHOLE, Splitter
from baken.open.search.engine.lexicon import LANGUAGES, Called, Lexicon, Phrase, Words, other

WORD, PAIR, SUBJECT, OWN = "word", "pair", "subject", "own"


class Row(NamedTuple):
    """An entry: words of a language and one of the things they are called in the other.

    ``words`` and ``name`` are index words (two words with a space between them), ``words_shown`` and ``name_shown`` how
    they are written most. ``likely`` is p(name | words), ``back`` p(words | name); of a pair ``likely`` and ``second``
    are what its first and second word are called so, less the doubt about what was seldom seen. A subject is a word of
    titles, and a word that texts under such titles hold; an own word is the same within its language, or itself, for
    what titles taught of it there. ``factor`` is what titles taught to multiply by, ``salience`` the same for the word
    itself. ``example`` is a sentence in the words' language and the same in the other.
    """

    kind: str
    language: str
    words: str
    name: str
    words_shown: str
    name_shown: str
    likely: float
    second: float
    back: float
    times: float
    factor: float = 1.0
    salience: float = 1.0
    example: tuple[str, str] = ("", "")

    @property
    def into(self) -> str:
        """Return the language of the name."""
        return self.language if self.kind == OWN else other(self.language)


def lexicon(
    rows: Iterable[Row], splitter: Splitter = WHOLE, titles: Mapping[titled.Way, titled.Titles] | None = None
) -> Lexicon:
    """Return the engine's lexicon of some rows and titles; the splitter takes apart compounds that are asked."""
    words = {way: _Gathered() for way in product(LANGUAGES, LANGUAGES)}
    shown: dict[str, dict[str, str]] = {language: {} for language in LANGUAGES}
    for row in rows:
        words[row.language, row.into].add(row)
        shown[row.into].setdefault(row.name, row.name_shown)
    of = {language: words[language, other(language)].done() for language in LANGUAGES}
    own = {language: words[language, language].done() for language in LANGUAGES}
    return Lexicon(of, shown, splitter, own, titles or {})


class _Gathered:
    """One language's words, as their rows come."""

    def __init__(self) -> None:
        self.words: dict[str, dict[str, Called]] = defaultdict(dict)
        self.subjects: dict[str, dict[str, Called]] = defaultdict(dict)
        self.pairs: dict[tuple[str, str], tuple[dict[str, float], dict[str, float]]] = {}
        self.seen: dict[str, float] = defaultdict(float)
        self.salience: dict[str, float] = {}

    def add(self, row: Row) -> None:
        if row.kind == PAIR:
            self._pair(row)
            return
        kept = self.words if row.kind == WORD or row.name == row.words else self.subjects
        kept[row.words][row.name] = Called(row.likely, row.factor)
        self.seen[row.words] += row.times if row.kind == WORD else 0.0
        self.salience[row.words] = row.salience

    def _pair(self, row: Row) -> None:
        first, _, second = row.words.partition(" ")
        firsts, seconds = self.pairs.setdefault((first, second), ({}, {}))
        for names, share in ((firsts, row.likely), (seconds, row.second)):
            if share:
                names[row.name] = share

    def done(self) -> Words:
        """Return them as the engine holds them."""
        pairs = {pair: Phrase(*names) for pair, names in self.pairs.items()}
        return Words(dict(self.words), pairs, dict(self.subjects), dict(self.seen), self.salience)
