# SPDX-License-Identifier: EUPL-1.2
"""What a reader may see and has chosen to see, as clauses inside the query."""

from collections.abc import Mapping, Sequence

from tantivy import Occur, Query, Searcher

from baken.open.search.engine.schema import COUNTED, SCHEMA
from baken.open.search.engine.shapes import FACETS


def visible(searcher: Searcher, tokens: frozenset[str]) -> Query:
    """Return the documents that a reader who holds these tokens may know of.

    An audience may ask for several tokens at once, so the alternatives the index holds (few) are
    compared here, and the query names those that the reader satisfies.
    """
    held = [each for each, _ in searcher.terms_with_prefix("readers", "") if tokens.issuperset(each.split("+"))]
    return one_of("readers", held) if held else Query.empty_query()


def these(counted: Sequence[int]) -> Query:
    """Return the documents whose records begin at these places."""
    return unscored(one_of(COUNTED, counted))


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


def one_of(name: str, values: Sequence[str | int]) -> Query:
    """Return the documents that have one of a few values: a set of them would look through all values there are."""
    return Query.boolean_query([(Occur.Should, Query.term_query(SCHEMA, name, each)) for each in values])


def unscored(query: Query) -> Query:
    """Return a query that selects without adding to the score."""
    return Query.const_score_query(query, 0.0)
