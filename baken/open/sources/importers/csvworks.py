# SPDX-License-Identifier: EUPL-1.2
"""Cards of sources as a table: scheme, identifier, kind, title, and what else is known."""

import csv
import datetime
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from baken.open.sources.importers import opening, publications
from baken.open.sources.importers.records import Refused, WorkRecord

SUFFIXES = frozenset({".csv"})
NEEDED = ("scheme", "identifier", "kind", "title")
_MORE = (
    "title_nl",
    "title_en",
    "short_title",
    "language",
    "issued",
    "publisher",
    "jurisdiction",
    "url",
    "note_nl",
    "note_en",
)
KINDS = {"legislation", "treaty", "policy", "eu-act", "ruling", "publication", "website"}
_LONGEST = {"scheme": 16, "identifier": 200, "short_title": 200, "language": 8, "publisher": 300, "jurisdiction": 8}
_LONGEST_CELL = 1024 * 1024


def header(data: bytes) -> list[str]:
    """Return a table's column names; raise `Refused` where it has none."""
    return next(rows(data))[1]


def rows(data: bytes) -> Iterator[tuple[int, list[str]]]:
    """Yield `(line number, cells)` of a comma- or semicolon-separated table; blank lines are passed over."""
    text = opening.text(data).replace("\x00", "")
    if not text.strip():
        raise Refused("is empty")
    first = text.lstrip("\r\n").split("\n", 1)[0]
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=";" if first.count(";") > first.count(",") else ",", strict=True
    )
    try:
        yield from ((reader.line_num, [cell.strip() for cell in row]) for row in reader if any(row))
    except csv.Error as fault:
        raise Refused(f"line {reader.line_num}: {fault}") from fault


def records(data: bytes) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield `(line number, column → cell)`; a row with more or fewer cells than columns is refused."""
    table = rows(data)
    columns = next(table)[1]
    if len(set(columns)) != len(columns):
        twice = next(column for column in columns if columns.count(column) > 1)
        raise Refused(f"has the column {twice!r} twice")
    for line, cells in table:
        if len(cells) != len(columns):
            raise Refused(f"line {line}: has {len(cells)} cells where the header has {len(columns)}")
        yield line, dict(zip(columns, cells, strict=True))


def read(data: bytes, file: str) -> Iterator[WorkRecord]:
    """Yield a work for each row; raise `Refused` at the first row that cannot be one."""
    columns = header(data)
    if missing := [column for column in NEEDED if column not in columns]:
        raise Refused(f"is no table of sources: it has no column {', '.join(missing)}")
    if unknown := [column for column in columns if column not in NEEDED + _MORE]:
        raise Refused(f"has the unknown column {unknown[0]!r}; known are {', '.join(NEEDED + _MORE)}")
    seen: set[tuple[str, str]] = set()
    for line, row in records(data):
        key = (row["scheme"], row["identifier"])
        if key in seen:
            raise Refused(f"line {line}: {'/'.join(key)} stands here twice")
        seen.add(key)
        yield _work(row, f"line {line}: ")


def _work(row: dict[str, str], where: str) -> WorkRecord:
    for column in NEEDED:
        if not row[column]:
            raise Refused(f"{where}has no {column}")
    for column, longest in _LONGEST.items():
        if len(row.get(column, "")) > longest:
            raise Refused(f"{where}{column} is longer than {longest} characters")
    if row["kind"] not in KINDS:
        raise Refused(f"{where}{row['kind']!r} is no kind of source; known are {', '.join(sorted(KINDS))}")
    if not re.fullmatch(r"[a-z][a-z0-9-]*", row["scheme"]):
        raise Refused(f"{where}{row['scheme']!r} is no scheme such as bwb, celex, ecli, doi, isbn or web")
    if row.get("url") and not publications.address(row["url"]):
        raise Refused(f"{where}{row['url'][:60]!r} is no web address")
    texts: dict[str, Any] = {column: row[column] for column in _MORE if column != "issued" and column in row}
    needed = WorkRecord(row["scheme"], row["identifier"], row["kind"], row["title"])
    return replace(needed, **texts, issued=_day(row.get("issued", ""), where))


def _day(text: str, where: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text) if text else None
    except ValueError as fault:
        raise Refused(f"{where}{text!r} is no date such as 2004-04-29") from fault
