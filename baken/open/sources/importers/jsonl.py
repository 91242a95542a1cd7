# SPDX-License-Identifier: EUPL-1.2
"""Documents as JSON: one `{"id", "lang", "text"}` a line, or one EUR-Lex document a file."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from baken.open.files import strictjson
from baken.open.files.refusals import Refused
from baken.open.sources.importers import eurlex, parts, paths
from baken.open.sources.importers.records import ExpressionRecord, WorkRecord

SUFFIXES = frozenset({".jsonl", ".ndjson", ".json"})
_LANGUAGE = re.compile(r"[a-z]{2}\Z")
_TITLE = 120
_LONGEST_ID = 200


class Text(NamedTuple):
    """A document as a line tells it; ``title`` is empty where the line has none."""

    identifier: str
    language: str
    title: str
    text: str


def read(data: bytes, file: str) -> Iterator[WorkRecord]:
    """Yield a work for each document; raise `Refused` at the first line that is none."""
    if file.lower().removesuffix(".gz").endswith(".json"):
        yield eurlex.work(strictjson.document(data))
        return
    yield from map(_work, texts(data))


def texts(data: bytes) -> Iterator[Text]:
    """Yield the document of each line; raise `Refused` at the first that is none or comes again."""
    seen: set[tuple[str, str]] = set()
    for number, value in strictjson.lines(data):
        said = _text(value, f"line {number}: ")
        if said[:2] in seen:
            raise Refused(f"line {number}: the document {said.identifier!r} in {said.language!r} stands here twice")
        seen.add(said[:2])
        yield said


def _text(value: dict[str, object], where: str) -> Text:
    identifier, language, text = (strictjson.words(value, key, where) for key in ("id", "lang", "text"))
    if not _LANGUAGE.match(language):
        raise Refused(f"{where}{language[:20]!r} is no language code such as nl or en")
    if len(identifier) > _LONGEST_ID or not identifier.isprintable():
        raise Refused(f"{where}the id is longer than 200 characters or holds characters that do not print")
    # Others name the document by its id: one that would have to be mended is not taken.
    if identifier != value["id"]:
        raise Refused(f"{where}the id begins or ends with white space, or holds the character NUL")
    return Text(identifier, language, strictjson.words(value, "title", where, needed=False), text)


def _work(said: Text) -> WorkRecord:
    title, language = said.title or shortened(said.text), said.language
    whole = parts.plain("tekst", paths.untitled("tekst", language), said.text.splitlines())
    return WorkRecord(
        scheme="doc",
        identifier=said.identifier,
        kind="treaty" if said.identifier.startswith("BWBV") else "publication",
        title=title,
        title_nl=title if language == "nl" else "",
        title_en=title if language == "en" else "",
        language=language,
        expressions=(ExpressionRecord(language, title, provisions=(whole,)),),
    )


def shortened(text: str, longest: int = _TITLE) -> str:
    """Return the first words of a text, whole words only, as a title for what has none."""
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else f"{flat[:longest].rpartition(' ')[0] or flat[:longest]}…"
