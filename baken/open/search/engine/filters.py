# SPDX-License-Identifier: EUPL-1.2
"""What a reader may see and has chosen to see, as clauses inside the query."""

from collections.abc import Mapping

from tantivy import Occur, Query, Searcher

from baken.open.search.engine.schema import SCHEMA
from baken.open.search.engine.shapes import FACETS


def visible(searcher: Searcher, tokens: frozenset[str]) -> Query:
    """Return the documents that a reader who holds these tokens may know of.

    An audience may ask for several tokens at once, so the alternatives the index holds (few) are
    compared here, and the query names those that the reader satisfies.
    """
    held = [each for each, _ in searcher.terms_with_prefix("readers", "") if tokens.issuperset(each.split("+"))]
    return Query.term_set_query(SCHEMA, "readers", held) if held else Query.empty_query()


def chosen(choices: Mapping[str, tuple[str, ...]], without: str = "") -> list[tuple[Occur, Query]]:
    """Return a clause per facet with a choice: one of its values; ``without`` leaves one facet out."""
    return [
        (Occur.Must, unscored(Query.term_set_query(SCHEMA, name, list(values))))
        for name, values in choices.items()
        if name in FACETS and name != without and values
    ]


def without(works: frozenset[str]) -> list[tuple[Occur, Query]]:
    """Return a clause that leaves out all documents of these works; none where there are none."""
    return [(Occur.MustNot, Query.term_set_query(SCHEMA, "work", sorted(works)))] if works else []


def unscored(query: Query) -> Query:
    """Return a query that selects without adding to the score."""
    return Query.const_score_query(query, 0.0)
