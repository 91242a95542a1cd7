# SPDX-License-Identifier: EUPL-1.2
"""How many of the documents that were found have which value of each facet."""

from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor

from tantivy import Occur, Query, Searcher

from baken.open.search.engine import filters
from baken.open.search.engine.shapes import FACETS, Question

_MOST_VALUES = 200
Counted = tuple[tuple[str, int], ...]
Counts = dict[str, Counter[str]]
_Clauses = list[tuple[Occur, Query]]
# Every document that is found is counted, which leaves the other cores idle and needs nothing that comes after it.
_counting = ThreadPoolExecutor(thread_name_prefix="counting")


def begun(searcher: Searcher, base: _Clauses, question: Question) -> Callable[[], Counts]:
    """Begin to count beside what else an answer needs; return what gives the counts, waiting for them."""
    return _counting.submit(counted, searcher, base, question).result


def done(searcher: Searcher, base: _Clauses, question: Question) -> Callable[[], Counts]:
    """Count at once; return what gives the counts."""
    found = counted(searcher, base, question)
    return lambda: found


def counted(searcher: Searcher, base: _Clauses, question: Question) -> Counts:
    """Return how many documents have each value of each facet; a facet's own choice does not reduce its own counts."""
    narrowed = Query.boolean_query([*base, *filters.chosen(question.choices)])
    counts = _counts(searcher, narrowed, [name for name in FACETS if not question.choices.get(name)])
    for name in (name for name in FACETS if question.choices.get(name)):
        wider = Query.boolean_query([*base, *filters.chosen(question.choices, without=name)])
        counts |= _counts(searcher, wider, [name])
    return counts


def told(several: Iterable[Counts]) -> dict[str, Counted]:
    """Return counts of documents of which none is in two, as one: each facet's values, the commonest first."""
    whole: Counts = {name: Counter() for name in FACETS}
    for name, each in (item for counts in several for item in counts.items()):
        whole[name] += each
    return {name: tuple(sorted(each.items(), key=lambda row: (-row[1], row[0]))) for name, each in whole.items()}


def _counts(searcher: Searcher, query: Query, names: list[str]) -> Counts:
    if not names:
        return {}
    wanted = {name: {"terms": {"field": name, "size": _MOST_VALUES}} for name in names}
    found = searcher.aggregate(query, wanted)
    return {name: Counter({str(b["key"]): int(b["doc_count"]) for b in found[name]["buckets"]}) for name in names}
