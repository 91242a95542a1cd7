# SPDX-License-Identifier: EUPL-1.2
"""A question's words in the other language: each becomes a weighted set of what it may be called there.

Each set stays one concept: what is counted is the concept, not its many names (Darwish & Oard 2003,
"Probabilistic structured query methods", SIGIR). Two words that stand together are translated together
where that was seen; a compound that was hardly seen is also translated by its parts; what the lexicon
does not know (names, figures) stays as it is.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from baken.open.search.engine.analysis import clean, words
from baken.open.search.engine.lexicon import Lexicon, Phrase, Words
from baken.open.search.engine.titles import NONE, Alike

Split = Callable[[str], Sequence[str]]
_WORD = re.compile(r"[^\W_]+")
LEAST = 0.01
# A word that only goes with another counts at most so much: far less than what that is called.
GOES_WITH = 0.02
# In its own language, where the word itself counts wholly, that can be more.
GOES_WITHIN = 0.05
# A compound that was aligned as often as this is translated half as itself, half by its parts.
_TRUSTED = 1.0
_PARTS = 1.5
# A part of a compound that was typed counts for less, in its own language, than a whole word.
_PART = 0.5


def unrelated(_stem: str) -> Mapping[str, float]:
    """Know of no kin."""
    return {}


class Typed(NamedTuple):
    """A word as it was typed, and its index word."""

    form: str
    stem: str


class Concept(NamedTuple):
    """A typed word, how likely it is called what, with what weight that counts, and by how much the word itself does.

    Rarity is told by ``likely``; ``names`` are the same names, weighted as titles taught.
    """

    typed: Typed
    likely: Mapping[str, float]
    names: Mapping[str, float]
    salience: float


def whole(_word: str) -> Sequence[str]:
    """Take no compound apart."""
    return ()


def typed(text: str, language: str) -> list[Typed]:
    """Return the words of a text that the index of a language would hold, in order."""
    return [Typed(form, stem) for form in _WORD.findall(clean(text)) for stem in _stems(form, language)]


def concepts(lexicon: Lexicon, said: Sequence[Typed], language: str, split: Split = whole) -> list[Concept]:
    """Return the words of a question in a language as concepts of the other language; each word once."""
    known = lexicon.of.get(language, Words())
    found: dict[str, Concept] = {}
    for word, likely in zip(said, names(known, said, language, split), strict=True):
        found.setdefault(word.stem, _concept(known, word, likely or {word.stem: 1.0}))
    return list(found.values())


def _concept(known: Words, word: Typed, likely: Mapping[str, float]) -> Concept:
    called = {**known.subjects.get(word.stem, {}), **known.words.get(word.stem, {})}
    weights = {name: p * (called[name].factor if name in called else 1.0) for name, p in likely.items()}
    return Concept(word, likely, weights, known.salience.get(word.stem, 1.0))


def own(
    known: Words, said: Iterable[Typed], parts: Iterable[Typed], kin: Callable[[str], Mapping[str, float]] = unrelated
) -> list[Concept]:
    """Return the words of a question, and the parts of its compounds, as concepts of their own language; each once.

    A word is called by itself and, for less, by its kin; beside it stands what goes with it in texts.
    """
    found = {word.stem: _own(known, word, kin(word.stem)) for word in said}
    for word in parts:
        part = _own(known, word, {})
        found.setdefault(word.stem, part._replace(salience=_PART * part.salience))
    return list(found.values())


def _own(known: Words, word: Typed, kin: Mapping[str, float]) -> Concept:
    goes_with = {name: called.likely for name, called in known.subjects.get(word.stem, {}).items()}
    return _concept(known, word, {**goes_with, **kin, word.stem: 1.0})


def alike(lexicon: Lexicon, text: str, language: str, into: str) -> Alike:
    """Return what texts in a language say that stand under titles like this question."""
    known = lexicon.titles.get((language, into))
    return known.alike(titular(text, language, lexicon.splitter.parts)) if known else NONE


def titular(text: str, language: str, split: Split = whole) -> dict[str, float]:
    """Return the index words of a title, or of a question beside titles; parts of its compounds count for less."""
    said = typed(text, language)
    parts = (part for word in said for part in (split(word.form) if language == "nl" else ()))
    inside = {stem: _PART for part in parts for stem in _stems(part, language)}
    return inside | {word.stem: 1.0 for word in said}


def names(known: Words, said: Sequence[Typed], language: str, split: Split = whole) -> list[dict[str, float]]:
    """Return for each word of a question how likely it is called what, before titles taught anything."""
    stems = [word.stem for word in said]
    pairs = [known.pairs.get(pair) for pair in pairwise(stems)]
    found = []
    for place, word in enumerate(said):
        likely = _alone(known, word, language, split)
        before, after = (pairs[place - 1] if place else None), (pairs[place] if place < len(pairs) else None)
        for together in _together(before, after):
            rest = 1 - sum(together.values())
            likely = {name: rest * likely.get(name, 0) + together.get(name, 0) for name in {**likely, **together}}
        goes_with = {name: called.likely for name, called in known.subjects.get(word.stem, {}).items()}
        found.append(goes_with | {name: p for name, p in likely.items() if p >= LEAST})
    return found


def _together(before: Phrase | None, after: Phrase | None) -> Iterable[Mapping[str, float]]:
    yield from ([after.first] if after else [])
    yield from ([before.second] if before else [])


def _alone(known: Words, word: Typed, language: str, split: Split) -> Mapping[str, float]:
    likely = {name: called.likely for name, called in known.words.get(word.stem, {}).items()}
    parts = split(word.form) if language == "nl" else ()
    if not parts:
        return likely
    trust = known.seen.get(word.stem, 0) / (known.seen.get(word.stem, 0) + _TRUSTED)
    mixed = {name: trust * p for name, p in likely.items()}
    for stem in (stem for part in parts for stem in _stems(part, language)):
        for name, called in known.words.get(stem, {}).items():
            mixed[name] = mixed.get(name, 0) + (1 - trust) * _PARTS * called.likely / len(parts)
    return mixed


@lru_cache(maxsize=20_000)
def _stems(form: str, language: str) -> tuple[str, ...]:
    return tuple(words(form, language))
