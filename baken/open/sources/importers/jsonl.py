# SPDX-License-Identifier: EUPL-1.2
"""Documents as JSON: one `{"id", "lang", "text"}` a line, or one EUR-Lex document a file."""

import re
from collections.abc import Iterator

from baken.open.files import strictjson
from baken.open.files.refusals import Refused
from baken.open.sources.importers import eurlex, parts, paths
from baken.open.sources.importers.records import ExpressionRecord, WorkRecord

SUFFIXES = frozenset({".jsonl", ".ndjson", ".json"})
_LANGUAGE = re.compile(r"[a-z]{2}\Z")
_TITLE = 120
_LONGEST_ID = 200


def read(data: bytes, file: str) -> Iterator[WorkRecord]:
    """Yield a work for each document; raise `Refused` at the first line that is none."""
    if file.lower().removesuffix(".gz").endswith(".json"):
        yield eurlex.work(strictjson.document(data))
        return
    seen: set[tuple[str, str]] = set()
    for number, value in strictjson.lines(data):
        record = _work(value, f"line {number}: ")
        key = (record.identifier, record.language)
        if key in seen:
            raise Refused(f"line {number}: the document {record.identifier!r} in {record.language!r} stands here twice")
        seen.add(key)
        yield record


def _work(value: dict[str, object], where: str) -> WorkRecord:
    identifier, language, text = (strictjson.words(value, key, where) for key in ("id", "lang", "text"))
    if not _LANGUAGE.match(language):
        raise Refused(f"{where}{language[:20]!r} is no language code such as nl or en")
    if len(identifier) > _LONGEST_ID or not identifier.isprintable():
        raise Refused(f"{where}the id is longer than 200 characters or holds characters that do not print")
    title = strictjson.words(value, "title", where, needed=False) or shortened(text)
    said = parts.plain("tekst", paths.untitled("tekst", language), text.splitlines())
    return WorkRecord(
        scheme="doc",
        identifier=identifier,
        kind="treaty" if identifier.startswith("BWBV") else "publication",
        title=title,
        title_nl=title if language == "nl" else "",
        title_en=title if language == "en" else "",
        language=language,
        expressions=(ExpressionRecord(language, title, provisions=(said,)),),
    )


def shortened(text: str, longest: int = _TITLE) -> str:
    """Return the first words of a text, whole words only, as a title for what has none."""
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else f"{flat[:longest].rpartition(' ')[0] or flat[:longest]}…"
