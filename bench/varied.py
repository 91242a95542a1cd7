# SPDX-License-Identifier: EUPL-1.2
"""As many documents as are wanted of real texts, for measuring speed: repeated with variation.

Dutch regulations, split into their provisions, and paragraphs of English reports, in one settled order in which both
stand from the beginning. Where there are not enough they come again: each third word replaced by another word of the
same text and each number changed, so that words stay as common as they were. No new words come with size, which real
collections would have.
"""

import datetime
import gzip
import json
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from baken.open.files import opening, strictjson
from baken.open.files.refusals import Ignored, Refused
from baken.open.search.abbreviations import OF_WORKS
from baken.open.search.engine.shapes import Document
from baken.open.sources.importers import bwb
from baken.open.sources.importers.records import ExpressionRecord, ProvisionRecord, WorkRecord

_LAWS = ("bwb/2012", "bwb/modern", "bwb/treaties")
_REPORTS = "reports-en/passages.jsonl.gz"
# A word of three is another one each time a text comes again.
_CHANGED = 1 / 3
_NUMBER = re.compile(r"\d+")
# So that facets have values to count.
_ASPECTS = ("health", "shelter", "law", "residence", "compensation", "return", "prevention", "labour")
_KINDS = ("protocol", "guideline", "explanation")


def documents(data: Path, count: int) -> Iterator[Document]:
    """Yield so many documents of the material in a folder; the same ones each time."""
    texts = originals(data)
    random.Random(1).shuffle(texts)  # noqa: S311 - drawn, not secret
    for number in range(count):
        again, place = divmod(number, len(texts))
        yield varied(texts[place], again)


def originals(data: Path) -> list[Document]:
    """Return the real texts; exit with one line where they are not there."""
    if not (data / _REPORTS).is_file():
        raise SystemExit(f"this needs the real material, and {data / _REPORTS} is missing: set BAKEN_DATA")
    found = {each.key: each for each in (*_provisions(data), *_paragraphs(data))}
    return list(found.values())


def varied(document: Document, again: int) -> Document:
    """Return a document as it comes the first time (0), or again, with other words, numbers and names."""
    if not again:
        return document
    drawn = random.Random(f"{document.key} {again}")  # noqa: S311 - drawn, not secret
    known, words = document.body.split(), re.split(r"(\s+)", document.body)
    said = (drawn.choice(known) if each.strip() and drawn.random() < _CHANGED else each for each in words)
    body = _NUMBER.sub(lambda found: str((int(found[0]) + drawn.randrange(9)) % 10 ** len(found[0])), "".join(said))
    names: dict[str, Any] = {name: f"{getattr(document, name)}~{again}" for name in ("key", "work", "id")}
    return replace(document, body=body, **names)


def write(documents: Iterable[Document], file: Path) -> None:
    """Write documents as lines of JSON, for a peer."""
    with gzip.open(file, "wt", encoding="utf-8", compresslevel=1) as lines:
        for each in documents:
            text = f"{each.title}\n{each.body}"
            lines.write(json.dumps({"id": each.id, "lang": each.lang, "text": text}) + "\n")


def _provisions(data: Path) -> Iterator[Document]:
    for file in opening.files([data / each for each in _LAWS], bwb.SUFFIXES):
        try:
            works = list(bwb.read(opening.content(file), file.name))
        except (Ignored, Refused):
            continue
        for work in works:
            for text in work.expressions:
                yield from (_provision(work, text, each) for each in text.provisions if each.text)


def _provision(work: WorkRecord, text: ExpressionRecord, each: ProvisionRecord) -> Document:
    """Return a provision as the databank would have it; see `baken.open.search.source_documents`."""
    key = f"{work.scheme}/{work.identifier}"
    identifier = f"{key}/{each.path}"
    return Document(
        key=f"{identifier}@{text.language}", work=f"work:{key}", id=identifier, type=work.kind, lang=text.language,
        path=f"/bron/{identifier}", title=each.heading or each.path.replace("/", " "), context=work.title[:200],
        body=each.text, labels=OF_WORKS.get(key, ""), date=_day(text.in_force_from), form=("law",),
        numbers=tuple(dict.fromkeys(filter(None, [each.path.partition("/")[2], each.number]))), **_shelf(identifier),
    )  # fmt: skip


def _paragraphs(data: Path) -> Iterator[Document]:
    for _, told in strictjson.lines(opening.content(data / _REPORTS)):
        said = {name: str(told[name]) for name in ("id", "doc", "year", "country", "heading", "text")}
        yield Document(
            key=f"{said['id']}@en", work=f"work:{said['doc']}", id=said["id"], type="publication", lang="en",
            path=f"/bron/{said['id']}", title=said["heading"], context=f"{said['country']} {said['year']}",
            body=said["text"], date=int(said["year"]) * 10_000 + 101, form=("report",), **_shelf(said["id"]),
        )  # fmt: skip


def _day(day: datetime.date | None) -> int:
    return int(f"{day:%Y%m%d}") if day else 0


def _shelf(name: str) -> dict[str, Any]:
    drawn = random.Random(name)  # noqa: S311 - drawn, not secret
    return {"aspect": tuple(drawn.sample(_ASPECTS, drawn.randrange(3))), "kind": (drawn.choice(_KINDS),)}
