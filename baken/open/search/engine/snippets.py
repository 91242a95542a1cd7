# SPDX-License-Identifier: EUPL-1.2
"""The piece of a text that answers, as escaped html in which only <mark> is ours."""

import html
import re

from tantivy import Document, Query, Searcher, SnippetGenerator

from baken.open.search.engine.schema import SCHEMA

LENGTH = 240
_WHOLE = 10_000
_SPACE = re.compile(r"\s+")
_MARKED = re.compile(r"<mark>(.*?)</mark>")


def snippet(searcher: Searcher, query: Query, document: Document, name: str) -> str:
    """Return the best piece of a field with its found words marked, or its beginning when none is found."""
    found = _marked(searcher, query, document, name, LENGTH)
    return found or html.escape(beginning(document.get_first(name) or ""))


def whole(searcher: Searcher, query: Query, document: Document, name: str) -> str:
    """Return a title entire, with its found words marked; ``name`` is the field its words are in."""
    text = document.get_first("name") or ""
    found = _marked(searcher, query, document, name, _WHOLE)
    return found if _plain(found) == _SPACE.sub(" ", text) else html.escape(text)


def marked(text: str) -> list[str]:
    """Return the words that are marked in a snippet, as they stand in the text."""
    return [html.unescape(each) for each in _MARKED.findall(text)]


def _marked(searcher: Searcher, query: Query, document: Document, name: str, length: int) -> str:
    generator = SnippetGenerator.create(searcher, query, SCHEMA, name)
    generator.set_max_num_chars(length)
    # The generator escapes the text, so every <b> is its own.
    piece = generator.snippet_from_doc(document)
    found: str = piece.to_html().replace("<b>", "<mark>").replace("</b>", "</mark>")
    return _SPACE.sub(" ", found and _open_ended(found, piece.fragment(), document.get_first(name) or ""))


def _open_ended(found: str, fragment: str, text: str) -> str:
    """Show where a piece was cut out of its text."""
    before = "" if text.startswith(fragment) else "… "
    return f"{before}{found}{'' if text.endswith(fragment) else ' …'}"


def _plain(text: str) -> str:
    return html.unescape(text.replace("<mark>", "").replace("</mark>", ""))


def beginning(text: str) -> str:
    """Return the beginning of a text, up to a whole word."""
    flat = _SPACE.sub(" ", text).strip()
    return flat if len(flat) <= LENGTH else flat[:LENGTH].rsplit(" ", 1)[0] + " …"
