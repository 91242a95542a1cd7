# SPDX-License-Identifier: EUPL-1.2
"""Cards of sources as a table: scheme, identifier, kind, title, and what else is known."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from baken.open.files import tables
from baken.open.files.refusals import Refused
from baken.open.sources.importers import days, publications
from baken.open.sources.importers.records import WorkRecord

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


def read(data: bytes, file: str) -> Iterator[WorkRecord]:
    """Yield a work for each row; raise `Refused` at the first row that cannot be one."""
    columns = tables.header(data)
    if missing := [column for column in NEEDED if column not in columns]:
        raise Refused(f"is no table of sources: it has no column {', '.join(missing)}")
    if unknown := [column for column in columns if column not in NEEDED + _MORE]:
        raise Refused(f"has the unknown column {unknown[0]!r}; known are {', '.join(NEEDED + _MORE)}")
    seen: set[tuple[str, str]] = set()
    for line, row in tables.rows(data):
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
    issued = row.get("issued", "")
    needed = WorkRecord(row["scheme"], row["identifier"], row["kind"], row["title"])
    return replace(needed, **texts, issued=days.day(issued, f"{where}{issued!r} is no date such as 2004-04-29"))
