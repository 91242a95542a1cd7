# SPDX-License-Identifier: EUPL-1.2
"""Why a document was found: which words stand where in it, in which other form, inside which compound."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tantivy import Document

from baken.open.search.engine.analysis import DIVIDED, beginnings, number
from baken.open.search.engine.citing import containing
from baken.open.search.engine.compounds import WHOLE, Splitter
from baken.open.search.engine.crossing import Called
from baken.open.search.engine.inside import standing, stems
from baken.open.search.engine.lexical import NAMES
from baken.open.search.engine.parsing import Parsed
from baken.open.search.engine.shapes import THESAURUS, Alternative, Match

_MOST = 3
_Compounds = Mapping[str, Mapping[str, frozenset[str]]]


@dataclass(frozen=True)
class _Found:
    """What stands in a document: stems by role and anywhere, those of parts by compound, numbers, marked words."""

    language: str
    places: Mapping[str, frozenset[str]]
    compounds: _Compounds
    numbers: frozenset[str]
    marked: tuple[str, ...]
    splitter: Splitter
    anywhere: frozenset[str]


def why(  # noqa: PLR0913, PLR0917 - what a document is found by, each its own
    parsed: Parsed, language: str, texts: Mapping[str, str], numbers: tuple[str, ...], marked: Iterable[str],
    compounds: _Compounds, splitter: Splitter = WHOLE,
) -> tuple[Match, ...]:  # fmt: skip
    """Return a match per typed word that stands in one of the texts (by role, such as title) or is the number."""
    places = {role: standing(text, language) for role, text in texts.items()}
    whole = frozenset((*numbers, *beginnings(numbers)))
    anywhere = frozenset().union(*places.values(), *(parts for held in compounds.values() for parts in held.values()))
    found = _Found(language, places, compounds, whole, tuple(dict.fromkeys(marked)), splitter, anywhere)
    matches = [_match(word, found) for word in dict.fromkeys(_typed(parsed))]
    # What a word stands inside of begins with it too: told once.
    told = {(match.word, form.casefold()) for match in matches for form in match.inside}
    also = [each for each in parsed.also if (each.typed, each.text.casefold()) not in told]
    return tuple(match for match in (*matches, *_also(also, found)) if match.places)


def across(own: Iterable[Match], called: Iterable[Called]) -> tuple[Match, ...]:
    """Return the matches of a document in another language: what words are called there, then what stands as it is."""
    translated = [Match(each.typed, each.places, called=each.shown) for each in called]
    known = {word for each in called for word in each.typed.split()}
    return (*translated, *(match for match in own if match.word not in known))


def _also(also: Iterable[Alternative], found: _Found) -> Iterator[Match]:
    """Yield a match for words in whose place something else stands here, the weightiest of it first."""
    there: dict[str, list[tuple[Alternative, list[str]]]] = {}
    for each in also:
        roles = _where(stems(each.text, found.language), found) if each.language == found.language else []
        # The thesaurus' names of a text's concepts are found by what was typed itself.
        if roles := [role for role in roles if each.way not in THESAURUS or role not in NAMES]:
            there.setdefault(each.typed, []).append((each, roles))
    for typed, held in there.items():
        best = sorted(held, key=lambda one: -one[0].weight)[:_MOST]
        roles = [role for role in found.places if any(role in each for _, each in best)]
        yield Match(typed, tuple(roles), also=tuple((each.way, each.text) for each, _ in best))


def cited(parsed: Parsed, fields: Document) -> tuple[Match, ...]:
    """Return a match per legal reference of the question that a document is, or names too."""
    held = {*fields.get_all("cited"), fields.get_first("id")}
    return tuple(Match(each.text, ("cited",)) for each in parsed.cited if held.intersection(containing([each.address])))


def _typed(parsed: Parsed) -> Iterator[str]:
    yield from (word for text in (*parsed.words, *parsed.phrases) for word in text.split())


def _match(word: str, found: _Found) -> Match:
    wanted = stems(word, found.language)
    held = {part: there for part in _parts(word, found) if (there := _where(stems(part, found.language), found))}
    roles = {role for each in (_where(wanted, found), *held.values()) for role in each}
    is_number = number(word) in found.numbers
    if not roles and not is_number:
        return Match(word, ())
    return Match(
        word,
        (*(["number"] if is_number else []), *(role for role in found.places if role in roles)),
        tuple(form for form in found.marked if _is_form(form, word, wanted, found.language))[:_MOST],
        tuple(dict.fromkeys(each for inside in found.compounds.values() for each in _holding(wanted, inside)))[:_MOST],
        tuple(held)[:_MOST],
    )


def _parts(word: str, found: _Found) -> tuple[str, ...]:
    return found.splitter.parts(word) if found.language == DIVIDED else ()


def _where(wanted: frozenset[str], found: _Found) -> list[str]:
    """Return the roles in which these stems stand, alone or inside a compound."""
    # Most words of a long question stand nowhere in a text.
    if not wanted or not wanted <= found.anywhere:
        return []
    free = [role for role, stand in found.places.items() if wanted <= stand]
    return free + [role for role, held in found.compounds.items() if any(_holding(wanted, held))]


def _holding(wanted: frozenset[str], held: Mapping[str, frozenset[str]]) -> Iterator[str]:
    return (compound for compound, parts in held.items() if wanted and wanted <= parts)


def _is_form(form: str, word: str, wanted: frozenset[str], language: str) -> bool:
    return form.casefold() != word.casefold() and stems(form, language) <= wanted
