# SPDX-License-Identifier: EUPL-1.2
"""How many of the documents that were found have which value of each facet."""

from tantivy import Occur, Query, Searcher

from baken.open.search.engine import filters
from baken.open.search.engine.shapes import FACETS, Question

_MOST_VALUES = 200
Counted = tuple[tuple[str, int], ...]


def facets(
    searcher: Searcher, base: list[tuple[Occur, Query]], narrowed: Query, question: Question
) -> dict[str, Counted]:
    """Return each facet's values and counts; a facet's own choice does not reduce its own counts."""
    counts = _counts(searcher, narrowed, [name for name in FACETS if not question.choices.get(name)])
    for name in (name for name in FACETS if question.choices.get(name)):
        wider = Query.boolean_query([*base, *filters.chosen(question.choices, without=name)])
        counts |= _counts(searcher, wider, [name])
    return {name: counts[name] for name in FACETS}


def _counts(searcher: Searcher, query: Query, names: list[str]) -> dict[str, Counted]:
    if not names:
        return {}
    wanted = {name: {"terms": {"field": name, "size": _MOST_VALUES}} for name in names}
    found = searcher.aggregate(query, wanted)
    rows = {name: [(str(b["key"]), int(b["doc_count"])) for b in found[name]["buckets"]] for name in names}
    return {name: tuple(sorted(each, key=lambda row: (-row[1], row[0]))) for name, each in rows.items()}
