# SPDX-License-Identifier: EUPL-1.2
"""Why a document was found: which words stand where in it, and in which other form."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from baken.open.search.engine.analysis import beginnings, number, words
from baken.open.search.engine.parsing import Parsed
from baken.open.search.engine.shapes import Match

# A ruling can hold a million letters; its beginning is enough to tell why.
_READ = 20_000


def why(
    parsed: Parsed, language: str, texts: Mapping[str, str], numbers: tuple[str, ...], marked: Iterable[str]
) -> tuple[Match, ...]:
    """Return a match per typed word that stands in one of the texts (by role, such as title) or is the number."""
    places = {role: set(words(text[:_READ], language)) for role, text in texts.items()}
    found = (_match(word, language, places, numbers, marked) for word in dict.fromkeys(_typed(parsed)))
    return tuple(match for match in found if match.places)


def _typed(parsed: Parsed) -> Iterator[str]:
    yield from (word for text in (*parsed.words, *parsed.phrases) for word in text.split())


def _match(
    word: str, language: str, places: Mapping[str, set[str]], numbers: tuple[str, ...], marked: Iterable[str]
) -> Match:
    stems = _stems(word, language)
    where = [role for role, stand in places.items() if stems and stems <= stand]
    by_number = number(word) in {*numbers, *beginnings(numbers)}
    others = [form for form in dict.fromkeys(marked) if _is_form(form, word, stems, language)]
    return Match(word, (*(["number"] if by_number else []), *where), tuple(others[:3]))


def _is_form(form: str, word: str, stems: frozenset[str], language: str) -> bool:
    return form.casefold() != word.casefold() and _stems(form, language) <= stems


@lru_cache(maxsize=10_000)
def _stems(word: str, language: str) -> frozenset[str]:
    return frozenset(words(word, language))
