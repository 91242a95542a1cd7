# SPDX-License-Identifier: EUPL-1.2
"""A document that was found as it is shown: its title, its best piece, and why it is there."""

from collections.abc import Mapping
from dataclasses import replace

import tantivy

from baken.open.search.engine import crossing, inside, lexical, nearest, snippets, wording
from baken.open.search.engine.analysis import DIVIDED, bucket
from baken.open.search.engine.asking import Asked
from baken.open.search.engine.explanation import across, cited, why
from baken.open.search.engine.schema import DIVIDED_TEXTS, TEXTS
from baken.open.search.engine.shapes import Hit


def hit(asked: Asked, score: float, fields: tantivy.Document) -> Hit:
    """Return a document with what a reader is told of it."""
    language = bucket(str(fields.get_first("lang")))
    texts = {role: fields.get_first(f"{role}_{language}") or "" for role in TEXTS}
    asked = _with_kin(asked, language, texts)
    held = {role: inside.compounds(asked.parsed, texts[role], asked.splitter) for role in _divided(language)}
    called = crossing.called(asked.crossing, asked.lexicon, language, texts)
    marks = [each for role in held for each in held[role]], [name for each in called for name in each.names]
    title, piece = _shown(asked, language, fields, *marks)
    marked = snippets.marked(title) + snippets.marked(piece)
    own = why(asked.parsed, language, texts, tuple(fields.get_all("number")), marked, held, asked.splitter)
    reasons = (*across(own, called), *cited(asked.parsed, fields))
    return Hit(
        **{name: fields.get_first(name) or "" for name in ("id", "type", "lang", "path")},
        title=fields.get_first("name") or "", title_html=title, context=texts["context"], snippet=piece,
        score=round(float(score), 4), date=fields.get_first("date") or 0,
        aspect=tuple(fields.get_all("aspect")), kind=tuple(fields.get_all("kind")), why=reasons,
        near=nearest.is_reason(asked.near, str(fields.get_first("key")), alone=not reasons),
    )  # fmt: skip


def _with_kin(asked: Asked, language: str, texts: Mapping[str, str]) -> Asked:
    """Return a question with the words of a document that are kin of its own, where nothing nearer was looked for."""
    nearer = {each.typed for each in asked.parsed.also if each.language == language}
    found = (each for each in wording.kin(asked.own, language, texts.values()) if each.typed not in nearer)
    return asked._replace(parsed=replace(asked.parsed, also=(*asked.parsed.also, *found)))


def _divided(language: str) -> tuple[str, ...]:
    return DIVIDED_TEXTS if language == DIVIDED else ()


def _shown(
    asked: Asked, language: str, fields: tantivy.Document, compounds: list[str], names: list[str]
) -> tuple[str, str]:
    """Return the title and the best piece of the text, with the words marked that were found.

    Where none stands in the text the nearest passage is its best piece.
    """
    title, body = (lexical.highlights(asked.parsed, role, language, compounds, names) for role in ("title", "body"))
    whole = snippets.whole(asked.view.searcher, title, fields, f"title_{language}")
    piece = snippets.snippet(asked.view.searcher, body, fields, f"body_{language}")
    near = asked.near.get(str(fields.get_first("key")))
    if near and not snippets.marked(piece):
        piece = nearest.passage(near, fields.get_first(f"body_{language}") or "")
    return whole, piece
