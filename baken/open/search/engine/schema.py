# SPDX-License-Identifier: EUPL-1.2
"""The index's fields, and how a document is laid into them."""

import json
import zlib
from collections.abc import Iterable, Iterator

import tantivy

from baken.open.search.engine import citing
from baken.open.search.engine.analysis import BUCKETS, DIVIDED, analyser, beginnings, bucket, clean, plain, words
from baken.open.search.engine.compounds import WHOLE, Splitter
from baken.open.search.engine.compounds.words import words_in
from baken.open.search.engine.shapes import Document, Name, Way

# Raise this whenever fields or analysis change: an index of another version is rebuilt.
VERSION = 7

TEXTS = ("title", "heading", "body", "labels", "context")
# Where the parts of compounds stand, in their own field: a part never stands between two words of a phrase.
PARTS = f"parts_{DIVIDED}"
DIVIDED_TEXTS = ("title", "heading", "body")
# Words as they are written, which typing and spelling go by.
SAID = "said"
# Where in the file beside the index a document's record begins (`engine.counts`); no two have the same.
COUNTED = "counted"
_PLAIN = "plain"
_WORDS = ("type", "lang", "aspect", "kind", "form", "year")
_NAMES = ("work", "readers", "number_part", "named")
_STORED = ("key", "id", "path", "name", "number", "cited", "cursor")

# By how much the score of a document of weight 1 is multiplied; an answer divides by it again.
FULL_WEIGHT = 10
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
    for language in BUCKETS:
        builder.add_text_field(f"{SAID}_{language}", tokenizer_name=_PLAIN, index_option="basic")
    builder.add_text_field(PARTS, tokenizer_name=DIVIDED)
    builder.add_bytes_field("names", stored=True)
    builder.add_integer_field("date", stored=True)
    builder.add_integer_field("recency", fast=True)
    builder.add_integer_field(COUNTED, fast=True, indexed=True)
    builder.add_float_field("weight", fast=True)
    return builder.build()


SCHEMA = build()


def equip(index: tantivy.Index) -> tantivy.Index:
    """Give an opened index the analysis its fields name."""
    for language in BUCKETS:
        index.register_tokenizer(language, analyser(language))
    index.register_tokenizer(_PLAIN, plain())
    return index


def laid_out(document: Document, splitter: Splitter = WHOLE, counted: int = 0) -> tantivy.Document:
    """Return a document as the index holds it, with the parts of its compounds and where its record begins."""
    fields = tantivy.Document()
    for name, value in _values(document):
        if value:
            fields.add_text(name, clean(value))
    for part in _parts(document, splitter):
        fields.add_text(PARTS, part)
    if document.names:
        fields.add_bytes("names", json.dumps(document.names).encode("ascii"))
    fields.add_integer("date", document.date)
    # Dates first; then a fixed order among those of one day.
    fields.add_integer("recency", document.date * 10**10 + _lot(document))
    fields.add_integer(COUNTED, counted)
    # tantivy multiplies a score by log2(2 + weight), and never by less than one.
    fields.add_float("weight", 2 ** (FULL_WEIGHT * worth(document)) - 2)
    return fields


def _values(document: Document) -> Iterator[tuple[str, str]]:
    yield from ((name, getattr(document, name)) for name in ("key", "work", "id", "type", "lang", "path"))
    yield from ((name, each) for name in ("aspect", "kind", "form") for each in getattr(document, name))
    yield from (("readers", clause(tokens)) for tokens in document.audience)
    yield from (("number", each.lower()) for each in document.numbers)
    yield from (("number_part", each.lower()) for each in beginnings(document.numbers))
    yield from ((f"{role}_{bucket(document.lang)}", text) for role, text in texts(document).items())
    yield from ((f"{SAID}_{bucket(document.lang)}", text) for text in texts(document).values())
    yield from (("cited", each) for each in _cited(document))
    yield from (("named", spoken(each.text, each.language)) for each in document.names if _is_own(document, each))
    yield "name", document.title
    yield "year", str(document.date // 10000) if document.date else ""


def spoken(text: str, language: str) -> str:
    """Return a name as concepts are found by it: its index words, in their language; nothing where it has none."""
    return named(words(text.partition("(")[0], bucket(language)), language)


def named(stems: Iterable[str], language: str) -> str:
    """Return a name of these index words as concepts are found by it; nothing where there are none."""
    said = " ".join(stems)
    return f"{bucket(language)}:{said}" if said else ""


def _is_own(document: Document, name: Name) -> bool:
    return name.way in {Way.SAME, Way.HIDDEN} and bucket(name.language) == bucket(document.lang)


def _cited(document: Document) -> tuple[str, ...]:
    """Return the addresses of the sources that a document names, formally or in its words; itself is none."""
    said = (each.address for role in DIVIDED_TEXTS for each in citing.citations(texts(document)[role]))
    return tuple(each for each in citing.containing((*document.cites, *said)) if each != document.id)


def _parts(document: Document, splitter: Splitter) -> Iterator[str]:
    if bucket(document.lang) == DIVIDED:
        for text in (texts(document)[role] for role in DIVIDED_TEXTS):
            yield " ".join(part for word in words_in(clean(text)) for part in splitter.parts(word))


def worth(document: Document) -> float:
    """Return what a document counts for, a little apart from all others: less than 1 where it is no longer in force."""
    return max(document.weight, 1 / FULL_WEIGHT) + _APART * _lot(document) / 2**32


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
