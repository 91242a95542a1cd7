# SPDX-License-Identifier: EUPL-1.2
"""A document that was found as it is shown: its title, its best piece, and why it is there."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import tantivy

from baken.open.search.engine import crossing, inside, lexical, nearest, snippets, wording
from baken.open.search.engine.analysis import DIVIDED, bucket
from baken.open.search.engine.asking import Asked
from baken.open.search.engine.explanation import across, cited, why
from baken.open.search.engine.schema import DIVIDED_TEXTS, TEXTS
from baken.open.search.engine.shapes import Hit, Near


class Shown:
    """The documents of a page as they are shown, each made once: what is likely there while the rest is awaited."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._made: dict[tuple[int, int], tuple[Hit, tantivy.Document]] = {}

    def ahead(self, hits: Iterable[tuple[float, tantivy.DocAddress]]) -> None:
        """Make documents that may be wanted."""
        for _, place in hits:
            self._at(place)

    def hit(self, near: Mapping[str, Near], score: float, place: tantivy.DocAddress) -> Hit:
        """Return a document with what a reader is told of it.

        Where no word of the question stands in its text, the nearest passage is its best piece.
        """
        found, fields = self._at(place)
        key = str(fields.get_first("key"))
        piece = found.snippet
        if key in near and not snippets.marked(piece):
            piece = nearest.passage(near[key], fields.get_first(f"body_{bucket(found.lang)}") or "")
        is_near = nearest.is_reason(near, key, alone=not found.why)
        return replace(found, score=round(float(score), 4), snippet=piece, near=is_near)

    def _at(self, place: tantivy.DocAddress) -> tuple[Hit, tantivy.Document]:
        name = (place.segment_ord, place.doc)
        if name not in self._made:
            fields = self._asked.view.searcher.doc(place)
            self._made[name] = _hit(self._asked, fields), fields
        return self._made[name]


def _hit(asked: Asked, fields: tantivy.Document) -> Hit:
    """Return a document with what it is found by but for meaning, and no score yet."""
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
    name, kind_of, lang, path = (str(fields.get_first(each) or "") for each in ("id", "type", "lang", "path"))
    return Hit(
        id=name, type=kind_of, lang=lang, path=path,
        title=fields.get_first("name") or "", title_html=title, context=texts["context"], snippet=piece,
        score=0.0, date=fields.get_first("date") or 0,
        aspect=tuple(fields.get_all("aspect")), kind=tuple(fields.get_all("kind")), why=reasons,
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
    """Return the title and the best piece of the text, with the words marked that were found."""
    title, body = (lexical.highlights(asked.parsed, role, language, compounds, names) for role in ("title", "body"))
    whole = snippets.whole(asked.view.searcher, title, fields, f"title_{language}")
    return whole, snippets.snippet(asked.view.searcher, body, fields, f"body_{language}")
