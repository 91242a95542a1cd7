# SPDX-License-Identifier: EUPL-1.2
"""Titles to choose from while somebody types: of articles and concepts, and only those that the reader may see."""

from collections.abc import Iterable

from tantivy import Occur, Query, Searcher

from baken.open.search.engine.analysis import BUCKETS, plain, words
from baken.open.search.engine.lexical import any_of
from baken.open.search.engine.parsing import Parsed
from baken.open.search.engine.schema import SAID, SCHEMA
from baken.open.search.engine.shapes import CONCEPT

SHORTEST = 3
MOST = 6
_TYPES = ["article", CONCEPT]
_MOST_WORDS = 50


def titles(searcher: Searcher, parsed: Parsed, seen: Query) -> list[str]:
    """Return titles that hold every typed word, the last of them perhaps only begun; the likeliest first."""
    begun: list[str] = plain().analyze(parsed.last)
    if len(begun) != 1 or len(begun[0]) < SHORTEST:
        return []
    offered = (Occur.Must, Query.term_set_query(SCHEMA, "type", _TYPES))
    within = Query.boolean_query([(Occur.Must, seen), offered])
    last = any_of(_begun(searcher, begun[0], within))
    earlier = [found for word in parsed.words[:-1] if (found := list(_titled([word])))]
    wanted = [(Occur.Must, any_of(each)) for each in earlier]
    hits = searcher.search(
        Query.boolean_query([(Occur.Must, within), (Occur.Must, last), *wanted]), 2 * MOST, weight_by_field="weight"
    ).hits
    names = (str(searcher.doc(place).get_first("name")) for _, place in hits)
    return list(dict.fromkeys(names))[:MOST]


def _begun(searcher: Searcher, beginning: str, within: Query) -> Iterable[Query]:
    for language in BUCKETS:
        said = searcher.terms_with_prefix(f"{SAID}_{language}", beginning, filter_query=within, limit=_MOST_WORDS)
        yield from _titled((word for word, _ in said), (language,))


def _titled(texts: Iterable[str], languages: tuple[str, ...] = BUCKETS) -> Iterable[Query]:
    """Yield the titles that hold a word of these, by their languages."""
    terms = {(language, term) for text in texts for language in languages for term in words(text, language)}
    return (Query.term_query(SCHEMA, f"title_{language}", term) for language, term in sorted(terms))
