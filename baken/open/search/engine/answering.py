# SPDX-License-Identifier: EUPL-1.2
"""One question, one answer: the only way to ask, for the page and the command alike."""

import time

import tantivy
from tantivy import Occur, Query

from baken.open.search.engine import filters, inside, lexical, parsing, snippets
from baken.open.search.engine.analysis import DIVIDED, bucket
from baken.open.search.engine.explanation import why
from baken.open.search.engine.parsing import Parsed
from baken.open.search.engine.schema import DIVIDED_TEXTS, TEXTS
from baken.open.search.engine.shapes import FACETS, Answer, Hit, Question
from baken.open.search.engine.store import View

_MOST_VALUES = 200
_Clauses = list[tuple[Occur, Query]]
DEEPEST = 10_000


def ask(view: View, question: Question, tokens: frozenset[str], doubtful: frozenset[str] = frozenset()) -> Answer:
    """Answer a question for a reader who holds these tokens. Never raises for what was typed.

    Documents of the works named in ``doubtful`` are left out: the index may no longer be right about them.
    """
    began = time.perf_counter()
    searcher, parsed = view.searcher, parsing.read(question.text, view.splitter)
    base = [*_base(searcher, parsed, question, tokens), *filters.without(doubtful)]
    narrowed = Query.boolean_query([*base, *filters.chosen(question.choices)])
    found = _found(searcher, narrowed, parsed, question)
    scored = parsed.words or parsed.phrases
    return Answer(
        total=int(getattr(found, "count")),  # noqa: B009 - the wheel's stubs leave it out
        hits=tuple(_hit(view, parsed, score if scored else 0, searcher.doc(place)) for score, place in found.hits),
        facets=_facets(searcher, base, narrowed, question),
        milliseconds=round((time.perf_counter() - began) * 1000, 2),
    )


def ranked(
    view: View, question: Question, tokens: frozenset[str], doubtful: frozenset[str] = frozenset()
) -> list[tuple[str, float]]:
    """Return `(id, score)` in the order of `ask`, without snippets, facets or reasons: for evaluation."""
    searcher, parsed = view.searcher, parsing.read(question.text, view.splitter)
    base = [*_base(searcher, parsed, question, tokens), *filters.without(doubtful)]
    query = Query.boolean_query([*base, *filters.chosen(question.choices)])
    found = _found(searcher, query, parsed, question).hits
    return [(str(searcher.doc(place).get_first("id")), float(score)) for score, place in found]


def _base(
    searcher: tantivy.Searcher, parsed: Parsed, question: Question, tokens: frozenset[str]
) -> list[tuple[Occur, Query]]:
    """Return what the reader may see and the words ask for, before any facet."""
    clauses = [(Occur.Must, filters.unscored(filters.visible(searcher, tokens)))]
    matching = lexical.query(parsed, question.languages)
    if matching:
        clauses.append((Occur.Must, matching))
    elif parsed.words or parsed.phrases:
        clauses.append((Occur.Must, Query.empty_query()))
    return clauses + [(Occur.MustNot, each) for each in lexical.unwanted(parsed, question.languages)]


def _found(searcher: tantivy.Searcher, query: Query, parsed: Parsed, question: Question) -> tantivy.SearchResult:
    limit, offset = max(1, question.limit), min(max(0, question.offset), DEEPEST)
    if parsed.words or parsed.phrases:
        return searcher.search(query, limit, offset=offset, weight_by_field="weight")
    return searcher.search(query, limit, offset=offset, order_by_field="recency")


def _facets(
    searcher: tantivy.Searcher, base: _Clauses, narrowed: Query, question: Question
) -> dict[str, tuple[tuple[str, int], ...]]:
    """Return each facet's values and counts; a facet's own choice does not reduce its own counts."""
    counts = _counts(searcher, narrowed, [name for name in FACETS if not question.choices.get(name)])
    for name in (name for name in FACETS if question.choices.get(name)):
        wider = Query.boolean_query([*base, *filters.chosen(question.choices, without=name)])
        counts |= _counts(searcher, wider, [name])
    return {name: counts[name] for name in FACETS}


def _counts(searcher: tantivy.Searcher, query: Query, names: list[str]) -> dict[str, tuple[tuple[str, int], ...]]:
    if not names:
        return {}
    wanted = {name: {"terms": {"field": name, "size": _MOST_VALUES}} for name in names}
    found = searcher.aggregate(query, wanted)
    rows = {name: [(str(b["key"]), int(b["doc_count"])) for b in found[name]["buckets"]] for name in names}
    return {name: tuple(sorted(each, key=lambda row: (-row[1], row[0]))) for name, each in rows.items()}


def _hit(view: View, parsed: Parsed, score: float, fields: tantivy.Document) -> Hit:
    language = bucket(str(fields.get_first("lang")))
    texts = {role: fields.get_first(f"{role}_{language}") or "" for role in TEXTS}
    held = {role: inside.compounds(parsed, texts[role], view.splitter) for role in _divided(language)}
    title, piece = _shown(view.searcher, parsed, language, fields, [each for role in held for each in held[role]])
    marked = snippets.marked(title) + snippets.marked(piece)
    return Hit(
        **{name: fields.get_first(name) or "" for name in ("id", "type", "lang", "path")},
        title=fields.get_first("name") or "", title_html=title, context=texts["context"], snippet=piece,
        score=round(float(score), 4), date=fields.get_first("date") or 0,
        aspect=tuple(fields.get_all("aspect")), kind=tuple(fields.get_all("kind")),
        why=why(parsed, language, texts, tuple(fields.get_all("number")), marked, held, view.splitter),
    )  # fmt: skip


def _divided(language: str) -> tuple[str, ...]:
    return DIVIDED_TEXTS if language == DIVIDED else ()


def _shown(
    searcher: tantivy.Searcher, parsed: Parsed, language: str, fields: tantivy.Document, compounds: list[str]
) -> tuple[str, str]:
    """Return the title and the best piece of the text, with the words marked that were found."""
    title, body = (lexical.highlights(parsed, role, language, compounds) for role in ("title", "body"))
    whole = snippets.whole(searcher, title, fields, f"title_{language}")
    return whole, snippets.snippet(searcher, body, fields, f"body_{language}")
