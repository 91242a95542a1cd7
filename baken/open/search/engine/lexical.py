# SPDX-License-Identifier: EUPL-1.2
"""The words of a question as a BM25 query over titles, headings, bodies and numbers.

Any word may match; words that stand side by side count a little more. Chosen on half of the topics
(dev) and confirmed on the other half: see `bench/search_quality.py`. The boosts of titles and headings
could not be measured there (its documents have none) and follow common practice.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from tantivy import Occur, Query, Searcher

from baken.open.search.engine.analysis import BUCKETS, DIVIDED, bucket, number, words
from baken.open.search.engine.citing import containing
from baken.open.search.engine.parsing import Parsed
from baken.open.search.engine.schema import PARTS, SCHEMA, TEXTS
from baken.open.search.engine.shapes import CONCEPT, THESAURUS, Alternative, Way

BOOSTS = {"title": 3.0, "heading": 1.5, "body": 1.0, "labels": 1.0, "context": 0.5}
NAMES = ("labels", "context")
# What a text itself says: the names of its concepts are the thesaurus' own.
_SAID = {role: BOOSTS[role] for role in ("title", "heading", "body")}
# A word that stands inside a compound, and the parts of a compound that was typed, count for less than whole words.
INSIDE = 0.1
PART = 0.7
PART_INSIDE = 0.2
# A title or heading also counts by itself, of what the index gives it: counted exactly it is bent with the text.
TITLED = {"title": 1.65, "heading": 0.82}
PAIR = 0.2
PAIR_SLOP = 8
EXACT_NUMBER = 6.0
PART_OF_NUMBER = 1.0
# A legal reference: the provision itself, and the texts that name it.
ITSELF = 40.0
CITING = 4.0
# "artikel 4 EVRM" is a citation: the number and the name of the act in one document settle it.
CITED = 20.0


def query(parsed: Parsed, languages: tuple[str, ...] = (), as_typed: tuple[str, ...] | None = None) -> Query | None:
    """Return what must match, or None when no part of the question can find anything.

    ``as_typed`` are the languages whose words are looked for as they were typed, where those are not all: words that
    are translated into a language are not its own.
    """
    chosen = _buckets(languages)
    own = chosen if as_typed is None else as_typed
    wanted = [*_words(parsed.words, own), *_numbers(parsed.words, chosen), *_pairs(parsed.words, own)]
    wanted += [*_compounds(parsed, own), *_cited(parsed), *_also(parsed, chosen)]
    phrases = [one for each in parsed.phrases if (one := _phrase(each, chosen))]
    if not wanted and not phrases:
        return None
    required = phrases or [any_of(wanted)]
    bonus = [(Occur.Should, each) for each in wanted] if phrases else []
    return Query.boolean_query([*((Occur.Must, each) for each in required), *bonus])


def holding(searcher: Searcher, terms: Iterable[str], language: str, seen: Query) -> bool:
    """Tell whether a text of a language that is seen holds one of these index words, alone or inside a compound."""
    fields = [f"{role}_{language}" for role in BOOSTS] + ([PARTS] if language == DIVIDED else [])
    held = [Query.term_query(SCHEMA, field, term) for term in terms for field in fields]
    found = Query.boolean_query([(Occur.Must, any_of(held)), (Occur.Must, seen)]) if held else Query.empty_query()
    return bool(searcher.search(found, 1, count=False).hits)


def beside(parsed: Parsed, languages: tuple[str, ...], as_typed: tuple[str, ...]) -> list[Query]:
    """Return what counts beside the words of a text: references and other names; titles that hold words as typed."""
    return [*_cited(parsed), *_also(parsed, languages), *_words(parsed.words, as_typed, TITLED)]


def unwanted(parsed: Parsed, languages: tuple[str, ...] = ()) -> list[Query]:
    """Return what must not match: each unwanted word or phrase, wherever it stands."""
    chosen = _buckets(languages)
    return [one for each in parsed.unwanted if (one := _phrase(each, chosen))]


def highlights(parsed: Parsed, role: str, language: str, forms: Iterable[str] = (), names: Iterable[str] = ()) -> Query:
    """Return the words to mark in one field, without weights; ``forms`` are compounds, ``names`` index words."""
    also = (each.text for each in parsed.also if each.language == language)
    typed = (*parsed.words, *parsed.phrases, *(parsed.parts if language == DIVIDED else ()), *also, *forms)
    terms = [term for text in typed for term in words(text, language)]
    return any_of([Query.term_query(SCHEMA, f"{role}_{language}", term) for term in (*terms, *names)])


def any_of(queries: Iterable[Query]) -> Query:
    """Return a query that any of these satisfies."""
    return Query.boolean_query([(Occur.Should, each) for each in queries])


def _buckets(languages: tuple[str, ...]) -> tuple[str, ...]:
    return tuple({bucket(each): None for each in languages}) or BUCKETS


def _words(texts: Iterable[str], languages: tuple[str, ...], boosts: Mapping[str, float] = BOOSTS) -> Iterator[Query]:
    for language in languages:
        for term in (term for text in texts for term in words(text, language)):
            for role, boost in boosts.items():
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


def _cited(parsed: Parsed) -> Iterator[Query]:
    """Yield what a question refers to, and what refers to the same or to the article it stands in."""
    for each in parsed.cited:
        for address in containing([each.address]):
            yield Query.const_score_query(Query.term_query(SCHEMA, "id", address), ITSELF)
            yield Query.const_score_query(Query.term_query(SCHEMA, "cited", address), CITING)


def _also(parsed: Parsed, languages: tuple[str, ...]) -> Iterator[Query]:
    """Yield what is looked for beside the words, for its own weight. Many names are one thing: the best counts."""
    for typed in dict.fromkeys(each.typed for each in parsed.also):
        found = (_instead(each) for each in parsed.also if each.typed == typed and each.language in languages)
        if several := [each for each in found if each]:
            yield Query.disjunction_max_query(several)


def _instead(each: Alternative) -> Query | None:
    """Return the texts that hold something in place of what was typed; a name of some words as they stand.

    The thesaurus' own pages are found under all their names already.
    """
    terms = words(each.text, each.language)
    roles = _SAID if each.way in THESAURUS else BOOSTS
    found = [Query.boost_query(_in_order(f"{role}_{each.language}", terms), roles[role]) for role in roles if terms]
    if not found:
        return None
    own = [(Occur.MustNot, Query.term_query(SCHEMA, "type", CONCEPT))] if each.way is Way.SAME else []
    # A name of several words is still one name: it counts as its words do on the average.
    return Query.boost_query(Query.boolean_query([(Occur.Must, any_of(found)), *own]), each.weight / len(terms))


def _named(texts: list[str], languages: tuple[str, ...]) -> Query | None:
    """Return the documents that stand in a work with such a name."""
    terms = [(role, lang, term) for lang in languages for t in texts for term in words(t, lang) for role in NAMES]
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
