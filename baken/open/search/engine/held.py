# SPDX-License-Identifier: EUPL-1.2
"""The texts of documents as the index holds them, for who may see them."""

from collections.abc import Sequence

from tantivy import Occur, Query

from baken.open.search.engine import filters
from baken.open.search.engine.analysis import bucket
from baken.open.search.engine.schema import SCHEMA
from baken.open.search.engine.store import View


def texts(
    view: View, keys: Sequence[str], tokens: frozenset[str], doubtful: frozenset[str] = frozenset()
) -> dict[str, tuple[str, str]]:
    """Return the title and the body of each of these documents that a reader who holds these tokens may see."""
    clauses = [(Occur.Must, filters.visible(view.searcher, tokens))]
    clauses += [(Occur.Must, Query.term_set_query(SCHEMA, "key", list(keys))), *filters.without(doubtful)]
    places = (place for _, place in view.searcher.search(Query.boolean_query(clauses), max(1, len(keys))).hits)
    found = (view.searcher.doc(place) for place in places)
    return {
        str(each.get_first("key")): (
            str(each.get_first("name") or ""),
            str(each.get_first(f"body_{bucket(str(each.get_first('lang')))}") or ""),
        )
        for each in found
    }
