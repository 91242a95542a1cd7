# SPDX-License-Identifier: EUPL-1.2
"""The words of a question as a BM25 query over titles, headings, bodies and numbers.

Any word may match; words that stand side by side count a little more. Chosen on half of the topics
(dev) and confirmed on the other half: see `bench/search_quality.py`. The boosts of titles and headings
could not be measured there (its documents have none) and follow common practice.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from tantivy import Occur, Query

from baken.open.search.engine.analysis import BUCKETS, DIVIDED, bucket, number, words
from baken.open.search.engine.parsing import Parsed
from baken.open.search.engine.schema import PARTS, SCHEMA, TEXTS

BOOSTS = {"title": 3.0, "heading": 1.5, "body": 1.0, "labels": 1.0, "context": 0.5}
_NAMES = ("labels", "context")
# A word that stands inside a compound, and the parts of a compound that was typed, count for less than whole words.
INSIDE = 0.1
PART = 0.7
PART_INSIDE = 0.2
PAIR = 0.2
PAIR_SLOP = 8
EXACT_NUMBER = 6.0
PART_OF_NUMBER = 1.0
# "artikel 4 EVRM" is a citation: the number and the name of the act in one document settle it.
CITED = 15.0


def query(parsed: Parsed, languages: tuple[str, ...] = ()) -> Query | None:
    """Return what must match, or None when no part of the question can find anything."""
    chosen = _buckets(languages)
    wanted = [*_words(parsed.words, chosen), *_numbers(parsed.words, chosen), *_pairs(parsed.words, chosen)]
    wanted += _compounds(parsed, chosen)
    phrases = [one for each in parsed.phrases if (one := _phrase(each, chosen))]
    if not wanted and not phrases:
        return None
    required = phrases or [any_of(wanted)]
    bonus = [(Occur.Should, each) for each in wanted] if phrases else []
    return Query.boolean_query([*((Occur.Must, each) for each in required), *bonus])


def unwanted(parsed: Parsed, languages: tuple[str, ...] = ()) -> list[Query]:
    """Return what must not match: each unwanted word or phrase, wherever it stands."""
    chosen = _buckets(languages)
    return [one for each in parsed.unwanted if (one := _phrase(each, chosen))]


def highlights(parsed: Parsed, role: str, language: str, forms: Iterable[str] = ()) -> Query:
    """Return the words to mark in one field, without weights; ``forms`` are compounds that hold a word."""
    typed = (*parsed.words, *parsed.phrases, *(parsed.parts if language == DIVIDED else ()), *forms)
    terms = [term for text in typed for term in words(text, language)]
    return any_of([Query.term_query(SCHEMA, f"{role}_{language}", term) for term in terms])


def any_of(queries: Iterable[Query]) -> Query:
    """Return a query that any of these satisfies."""
    return Query.boolean_query([(Occur.Should, each) for each in queries])


def _buckets(languages: tuple[str, ...]) -> tuple[str, ...]:
    return tuple({bucket(each): None for each in languages}) or BUCKETS


def _words(texts: Iterable[str], languages: tuple[str, ...]) -> Iterator[Query]:
    for language in languages:
        for term in (term for text in texts for term in words(text, language)):
            for role, boost in BOOSTS.items():
                yield Query.boost_query(Query.term_query(SCHEMA, f"{role}_{language}", term), boost)


def _compounds(parsed: Parsed, languages: tuple[str, ...]) -> Iterator[Query]:
    """Yield words inside compounds of the texts, and the parts of typed compounds, alone and inside others."""
    if DIVIDED not in languages:
        return
    for term in (term for text in parsed.words for term in words(text, DIVIDED)):
        yield Query.boost_query(Query.term_query(SCHEMA, PARTS, term), INSIDE)
    for term in (term for part in parsed.parts for term in words(part, DIVIDED)):
        for role, boost in BOOSTS.items():
            yield Query.boost_query(Query.term_query(SCHEMA, f"{role}_{DIVIDED}", term), boost * PART)
        yield Query.boost_query(Query.term_query(SCHEMA, PARTS, term), PART_INSIDE)


def _numbers(texts: tuple[str, ...], languages: tuple[str, ...]) -> Iterator[Query]:
    for text in texts:
        exact = Query.term_query(SCHEMA, "number", number(text))
        yield Query.boost_query(exact, EXACT_NUMBER)
        yield Query.boost_query(Query.term_query(SCHEMA, "number_part", number(text)), PART_OF_NUMBER)
        if named := _named([each for each in texts if each != text], languages):
            cited = Query.boolean_query([(Occur.Must, exact), (Occur.Must, named)])
            yield Query.const_score_query(cited, CITED)


def _named(texts: list[str], languages: tuple[str, ...]) -> Query | None:
    """Return the documents that stand in a work with such a name."""
    terms = [(role, lang, term) for lang in languages for t in texts for term in words(t, lang) for role in _NAMES]
    return any_of([Query.term_query(SCHEMA, f"{role}_{lang}", term) for role, lang, term in terms]) if terms else None


def _pairs(texts: Iterable[str], languages: tuple[str, ...]) -> Iterator[Query]:
    for language in languages:
        terms = [term for text in texts for term in words(text, language)]
        for pair in pairwise(terms):
            yield Query.boost_query(Query.phrase_query(SCHEMA, f"body_{language}", list(pair), PAIR_SLOP), PAIR)


def _phrase(text: str, languages: tuple[str, ...]) -> Query | None:
    found = [
        _in_order(f"{role}_{language}", terms)
        for language in languages if (terms := words(text, language)) for role in TEXTS
    ]  # fmt: skip
    found += [Query.term_query(SCHEMA, "number", each) for each in [number(text)] if each]
    return any_of(found) if found else None


def _in_order(name: str, terms: list[str]) -> Query:
    # tantivy wants two words at least in a phrase.
    return Query.phrase_query(SCHEMA, name, list(terms)) if terms[1:] else Query.term_query(SCHEMA, name, terms[0])
