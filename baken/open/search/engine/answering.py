# SPDX-License-Identifier: EUPL-1.2
"""One question, one answer: the only way to ask, for the page and the command alike."""

import time
from collections.abc import Callable, Sequence

import tantivy
from tantivy import Occur, Query

from baken.open.search.engine import (
    asking,
    completing,
    crossing,
    faceting,
    filters,
    fusion,
    lexical,
    nearest,
    ordering,
    parsing,
    showing,
    widening,
    wording,
)
from baken.open.search.engine.asking import Asked
from baken.open.search.engine.lexicon import NOTHING, Lexicon
from baken.open.search.engine.schema import FULL_WEIGHT
from baken.open.search.engine.shapes import Answer, Nearby, Question, nowhere
from baken.open.search.engine.store import View

_Clauses = list[tuple[Occur, Query]]
_Scored = tuple[float, tantivy.DocAddress]
DEEPEST = 10_000


def ask(  # noqa: PLR0913 - what else is known of the question, each its own
    view: View,
    question: Question,
    tokens: frozenset[str],
    doubtful: frozenset[str] = frozenset(),
    lexicon: Lexicon = NOTHING,
    *,
    near: Nearby = nowhere,
    since: float | None = None,
) -> Answer:
    """Answer a question for a reader who holds these tokens. Never raises for what was typed.

    Documents of the works named in ``doubtful`` are left out: the index may no longer be right about them. ``near``
    gives the passages that mean what was asked, best first; their documents must satisfy all that others must. It is
    asked as late as can be, so that they may be looked for meanwhile. ``since`` is when the question came, by
    `time.perf_counter`, where that was earlier.
    """
    began = time.perf_counter() if since is None else since
    asked = asking.read(view, question, asking.sight(view, tokens, doubtful), lexicon)
    words = _matching(asked)
    # The question being embedded keeps one core busy already, and leaves time to count here.
    counting = faceting.begun if near is nowhere else faceting.done
    counts = counting(view.searcher, _base(asked, words), question)
    shown = showing.Shown(asked)
    asked, total, found = _found(asked, words, near, meanwhile=shown.ahead)
    scored = asked.parsed.words or asked.parsed.phrases
    hits = tuple(shown.hit(asked.near, score if scored else 0, place) for score, place in found)
    return Answer(
        total=total,
        hits=hits,
        facets=faceting.told([counts(), *_counted_beside(asked, words)]),
        milliseconds=round((time.perf_counter() - began) * 1000, 2),
        meant=widening.meant(question.text, asked.parsed.also),
    )


def ranked(  # noqa: PLR0913 - see above
    view: View,
    question: Question,
    tokens: frozenset[str],
    doubtful: frozenset[str] = frozenset(),
    lexicon: Lexicon = NOTHING,
    *,
    near: Nearby = nowhere,
) -> list[tuple[str, float]]:
    """Return `(id, score)` in the order of `ask`, without snippets, facets or reasons: for evaluation."""
    asked = asking.read(view, question, asking.sight(view, tokens, doubtful), lexicon)
    _, _, found = _found(asked, _matching(asked), near)
    return [(str(view.searcher.doc(place).get_first("id")), score) for score, place in found]


def titles(view: View, text: str, tokens: frozenset[str], doubtful: frozenset[str] = frozenset()) -> list[str]:
    """Return titles that somebody who types this may be looking for, of what a reader may see."""
    return completing.titles(view.searcher, parsing.read(text), asking.seen(view, tokens, doubtful))


def _base(asked: Asked, ways: Sequence[Query], but: Sequence[Query] = ()) -> _Clauses:
    """Return what the reader may see and finds in one of these ways, but in none of the others, before any facet."""
    clauses = [(Occur.Must, asked.seen)]
    if ways:
        clauses.append((Occur.Must, lexical.any_of(ways)))
    elif asked.parsed.words or asked.parsed.phrases:
        clauses.append((Occur.Must, Query.empty_query()))
    unwanted = lexical.unwanted(asked.parsed, asked.question.languages)
    return clauses + [(Occur.MustNot, each) for each in (*unwanted, *but)]


def _matching(asked: Asked) -> list[Query]:
    """Return each way in which a document may match by its words: as typed, or by their names in its language."""
    as_typed = lexical.query(asked.parsed, asked.question.languages, as_typed=asked.as_typed)
    translated = crossing.query(asked.view.searcher, asked.crossing) if asked.crossing else None
    return [each for each in (as_typed, translated) if each]


def _narrowed(asked: Asked, base: _Clauses) -> Query:
    return Query.boolean_query([*base, *filters.chosen(asked.question.choices)])


def _found(
    asked: Asked, words: Sequence[Query], near: Nearby, meanwhile: Callable[[list[_Scored]], None] = lambda _: None
) -> tuple[Asked, int, list[_Scored]]:
    """Return a question with what is near to it, how many documents there are, and those of the page, best first.

    While the question is still being embedded, ``meanwhile`` is given those that would be on the page without.
    """
    limit, offset = max(1, asked.question.limit), min(max(0, asked.question.offset), DEEPEST)
    by_words = _narrowed(asked, _base(asked, words))
    if not asked.wordings and not nearest.asks_for(asked.parsed):
        return asked, *_searched(asked, by_words, limit, offset)
    most = max(ordering.DEPTH, offset + limit)
    total, hits = _searched(asked, by_words, most)
    hits = _ordered(asked, hits)
    meanwhile(hits[offset : offset + limit])
    asked = asking.beside(asked, near)
    means = nearest.ways(asked.near)
    alone = _searched(asked, _narrowed(asked, _base(asked, means, words)), len(asked.near))[1] if means else []
    # What is found by meaning alone counts nothing for words, so it stands behind all others.
    hits = [*hits, *((0.0, place) for _, place in alone)][:most]
    if asked.near:
        whole = _narrowed(asked, _base(asked, [*words, *means]))
        weight = fusion.ACROSS if asked.crossing else fusion.MEANING
        hits = fusion.fused(hits, nearest.found(asked.view, asked.near, whole), weight)
    return asked, total + len(alone), hits[offset : offset + limit]


def _counted_beside(asked: Asked, words: Sequence[Query]) -> list[faceting.Counts]:
    """Return the counts of what is found by meaning alone, if there may be any."""
    means = nearest.ways(asked.near)
    return [faceting.counted(asked.view.searcher, _base(asked, means, words), asked.question)] if means else []


def _searched(asked: Asked, query: Query, limit: int, offset: int = 0) -> tuple[int, list[_Scored]]:
    """Return how many documents a query finds and some of them: best first, or newest where nothing was typed."""
    if asked.parsed.words or asked.parsed.phrases:
        found = asked.view.searcher.search(query, limit, offset=offset, weight_by_field="weight")
    else:
        found = asked.view.searcher.search(query, limit, offset=offset, order_by_field="recency")
    return _count(found), [(score / FULL_WEIGHT, place) for score, place in found.hits]


def _ordered(asked: Asked, hits: list[_Scored]) -> list[_Scored]:
    """Return what was found in the order that exact counting gives."""
    if not asked.wordings or not hits:
        return hits
    return ordering.ordered(asked.view, asked.wordings, asked.parsed, hits, _beside(asked, hits[: ordering.DEPTH]))


def _beside(asked: Asked, hits: list[_Scored]) -> list[_Scored]:
    """Return which of these hits are found by more than single words; those are counted elsewhere."""
    named = lexical.beside(asked.parsed, tuple(each.language for each in asked.wordings), asked.as_typed)
    named += [crossing.titled(asked.view.searcher, asked.crossing)] if asked.crossing else []
    named += [pair for each in asked.own for pair in wording.side_by_side(each, asked.parsed)]
    if not named:
        return []
    these = filters.these(asked.view.counted([place for _, place in hits]))
    within = Query.boolean_query([(Occur.Must, these), (Occur.Must, lexical.any_of(named))])
    return _searched(asked, within, len(hits))[1]


def _count(found: tantivy.SearchResult) -> int:
    return int(getattr(found, "count"))  # noqa: B009 - the wheel's stubs leave it out
