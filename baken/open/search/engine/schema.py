# SPDX-License-Identifier: EUPL-1.2
"""The index's fields, and how a document is laid into them."""

import zlib
from collections.abc import Iterator

import tantivy

from baken.open.search.engine.analysis import BUCKETS, DIVIDED, analyser, beginnings, bucket, clean
from baken.open.search.engine.compounds import WHOLE, Splitter
from baken.open.search.engine.compounds.words import words_in
from baken.open.search.engine.shapes import Document

# Raise this whenever fields or analysis change: an index of another version is rebuilt.
VERSION = 2

TEXTS = ("title", "heading", "body", "labels", "context")
# Where the parts of compounds stand, in their own field: a part never stands between two words of a phrase.
PARTS = f"parts_{DIVIDED}"
DIVIDED_TEXTS = ("title", "heading", "body")
_WORDS = ("type", "lang", "aspect", "kind", "form", "year")
_NAMES = ("key", "work", "readers", "number_part")
_STORED = ("id", "path", "name", "number", "cursor")

# How far two otherwise equal documents are set apart, so that their order never changes.
_APART = 1e-3


def build() -> tantivy.Schema:
    """Return the schema: a text field per role and language, raw words for facets, fast numbers for order."""
    builder = tantivy.SchemaBuilder()
    for name in _WORDS:
        builder.add_text_field(name, stored=True, fast=True, tokenizer_name="raw", index_option="basic")
    for name in _NAMES:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in _STORED:
        builder.add_text_field(name, stored=True, tokenizer_name="raw", index_option="basic")
    for role, language in ((role, language) for role in TEXTS for language in BUCKETS):
        builder.add_text_field(f"{role}_{language}", stored=True, tokenizer_name=language)
    builder.add_text_field(PARTS, tokenizer_name=DIVIDED)
    builder.add_integer_field("date", stored=True)
    builder.add_integer_field("recency", fast=True)
    builder.add_float_field("weight", fast=True)
    return builder.build()


SCHEMA = build()


def equip(index: tantivy.Index) -> tantivy.Index:
    """Give an opened index the analysis its fields name."""
    for language in BUCKETS:
        index.register_tokenizer(language, analyser(language))
    return index


def laid_out(document: Document, splitter: Splitter = WHOLE) -> tantivy.Document:
    """Return a document as the index holds it, with the parts of its compounds."""
    fields = tantivy.Document()
    for name, value in _values(document):
        if value:
            fields.add_text(name, clean(value))
    for part in _parts(document, splitter):
        fields.add_text(PARTS, part)
    fields.add_integer("date", document.date)
    # Dates first; then a fixed order among those of one day.
    fields.add_integer("recency", document.date * 10**10 + _lot(document))
    # tantivy multiplies a score by log2(2 + weight).
    fields.add_float("weight", 2 ** (document.weight + _APART * _lot(document) / 2**32) - 2)
    return fields


def _values(document: Document) -> Iterator[tuple[str, str]]:
    yield from ((name, getattr(document, name)) for name in ("key", "work", "id", "type", "lang", "path"))
    yield from ((name, each) for name in ("aspect", "kind", "form") for each in getattr(document, name))
    yield from (("readers", clause(tokens)) for tokens in document.audience)
    yield from (("number", each.lower()) for each in document.numbers)
    yield from (("number_part", each.lower()) for each in beginnings(document.numbers))
    yield from ((f"{role}_{bucket(document.lang)}", text) for role, text in texts(document).items())
    yield "name", document.title
    yield "year", str(document.date // 10000) if document.date else ""


def _parts(document: Document, splitter: Splitter) -> Iterator[str]:
    if bucket(document.lang) == DIVIDED:
        for text in (texts(document)[role] for role in DIVIDED_TEXTS):
            yield " ".join(part for word in words_in(clean(text)) for part in splitter.parts(word))


def texts(document: Document) -> dict[str, str]:
    """Return a document's words by role. A title that is only the text's beginning must not count twice."""
    found = {role: str(getattr(document, role)) for role in TEXTS}
    beginning = " ".join(document.body[: 2 * len(document.title)].split())
    return found | ({"title": ""} if beginning.startswith(document.title.rstrip("…")) else {})


def clause(tokens: frozenset[str]) -> str:
    """Return one alternative of an audience as a single word of the index."""
    return "+".join(sorted(tokens))


def _lot(document: Document) -> int:
    """Draw a document's place among equals: arbitrary, but always the same."""
    return zlib.crc32(document.key.encode("utf-8", "replace"))
