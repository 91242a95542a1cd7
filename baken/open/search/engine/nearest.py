# SPDX-License-Identifier: EUPL-1.2
"""What was found by meaning, brought into the question to the index: it finds nothing that a reader may not see.

The nearest passages come from outside, where vectors are kept. Here they are names of documents, one more way in which
a document may match, beside all that it must.
"""

import html
from collections.abc import Mapping, Sequence

import tantivy
from tantivy import Occur, Query

from baken.open.search.engine import filters
from baken.open.search.engine.analysis import number
from baken.open.search.engine.parsing import Parsed
from baken.open.search.engine.schema import SCHEMA
from baken.open.search.engine.shapes import Near, Nearby
from baken.open.search.engine.snippets import beginning
from baken.open.search.engine.store import View

_Scored = tuple[float, tantivy.DocAddress]


def asks_for(parsed: Parsed) -> bool:
    """Tell whether a question asks for what means the same, not for words exactly as they stand or a reference."""
    return bool(parsed.words) and not parsed.phrases and not parsed.cited


def chosen(searcher: tantivy.Searcher, parsed: Parsed, near: Nearby, seen: Query) -> Mapping[str, Near]:
    """Return the nearest passage of each document, best first.

    None where somebody asks for words exactly as they stand, for a legal reference, or for the number of a text that is
    seen: "artikel 273f" means no other article.
    """
    if not asks_for(parsed) or _by_number(searcher, parsed, seen):
        return {}
    found: dict[str, Near] = {}
    for each in near():
        found.setdefault(each.key, each)
    return found


def ways(near: Mapping[str, Near]) -> list[Query]:
    """Return what finds documents without any of the words, if there are some: those that surely mean the same."""
    sure = [each.key for each in near.values() if each.sure]
    return [_of(sure)] if sure else []


def found(view: View, near: Mapping[str, Near], whole: Query) -> list[_Scored]:
    """Return where the documents of these passages are that satisfy the whole question too, each with its nearness.

    That counts for less where a document does, as a provision that is no longer in force.
    """
    both = Query.boolean_query([(Occur.Must, filters.unscored(whole)), (Occur.Must, _of(list(near)))])
    places = [place for _, place in view.searcher.search(both, max(1, len(near)), count=False).hits]
    scores = (nearness(near, each.key) * each.weight for each in view.records(places))
    return list(zip(scores, places, strict=True))


def nearness(near: Mapping[str, Near], key: str) -> float:
    """Return where a document stands between the farthest passage that was found, 0, and the nearest, 1."""
    if key not in near:
        return 0.0
    every = [each.closeness for each in near.values()]
    least, most = min(every), max(every)
    return (near[key].closeness - least) / (most - least) if most > least else 1.0


def is_reason(near: Mapping[str, Near], key: str, *, alone: bool) -> bool:
    """Tell whether a reader shall hear that a document is near: where it surely is, or where no word is a reason."""
    return key in near and (alone or near[key].sure)


def passage(near: Near, body: str) -> str:
    """Return the beginning of a passage, to show where no word of the question stands in the text; escaped html."""
    before = "… " if body[: near.start].strip() else ""
    return before + html.escape(beginning(body[near.start : near.stop]))


def _by_number(searcher: tantivy.Searcher, parsed: Parsed, seen: Query) -> bool:
    named = [each for word in parsed.words if (each := number(word))]
    texts = Query.term_set_query(SCHEMA, "number", named) if named else Query.empty_query()
    return bool(searcher.search(Query.boolean_query([(Occur.Must, texts), (Occur.Must, seen)]), 1, count=False).hits)


def _of(keys: Sequence[str]) -> Query:
    return filters.unscored(filters.one_of("key", keys))
