# SPDX-License-Identifier: EUPL-1.2
"""Publications in RIS, the exchange format of reference managers; read by rispy."""

from collections.abc import Iterator
from typing import Any

import rispy

from baken.open.files import opening
from baken.open.files.refusals import Refused
from baken.open.sources.importers import publications
from baken.open.sources.importers.records import PublicationRecord, WorkRecord

SUFFIXES = frozenset({".ris"})
_TYPES = {
    "JOUR": "article-journal", "EJOUR": "article-journal", "JFULL": "article-journal", "INPR": "article-journal",
    "ABST": "article-journal", "JOURNAL ARTICLE": "article-journal", "MGZN": "article-magazine",
    "NEWS": "article-newspaper", "BOOK": "book", "EBOOK": "book", "EDBOOK": "book", "CHAP": "chapter",
    "ECHAP": "chapter", "CONF": "paper-conference", "CPAPER": "paper-conference", "RPRT": "report",
    "GOVDOC": "report", "THES": "thesis", "ELEC": "webpage", "BLOG": "post-weblog", "CASE": "legal_case",
    "STAT": "legislation", "BILL": "bill", "DATA": "dataset", "UNPB": "manuscript", "VIDEO": "motion_picture",
}  # fmt: skip
_TITLES = ("title", "primary_title", "short_title", "translated_title")
_CONTAINERS = ("journal_name", "secondary_title", "alternate_title3", "alternate_title1", "alternate_title2")
_YEARS = ("year", "publication_year", "date")


def read(data: bytes, file: str) -> Iterator[WorkRecord]:
    """Yield a work for each reference; unknown and empty tags are passed over."""
    text = opening.text(data).replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    if "\nPT " in f"\n{text}" and "\nTY  -" not in f"\n{text}":
        raise Refused("is a Web of Science export, not RIS; export it again as RIS")
    entries = _entries(text)
    if not entries:
        raise Refused("holds no RIS reference: none begins with TY and ends with ER")
    if text.count("\nTY  -") + text.startswith("TY  -") > len(entries):
        raise Refused("is cut off: its last reference has no ER line")
    yield from (_work(entry) for entry in entries)


def _entries(text: str) -> list[dict[str, Any]]:
    try:
        return list(rispy.loads(text))
    except Exception as fault:  # rispy raises whatever its dictionaries raise; all of it means: not RIS
        raise Refused(f"is not RIS that can be read: {type(fault).__name__}") from fault


def _first(entry: dict[str, Any], keys: tuple[str, ...]) -> str:
    return next((text for key in keys if (text := " ".join(str(entry.get(key, "")).split()))), "")


def _work(entry: dict[str, Any]) -> WorkRecord:
    kind = _TYPES.get(str(entry.get("type_of_reference", "")).strip().upper(), "document")
    number = _first(entry, ("issn",))
    urls = [found for each in publications.listed(entry.get("urls")) for found in each.split(";")]
    return publications.work(
        _publication(entry, kind),
        publications.Card(
            title=_first(entry, _TITLES),
            doi=publications.doi(_first(entry, ("doi",))) or publications.doi(" ".join(urls)),
            isbn=publications.isbn(number),
            language=_first(entry, ("language",)).lower()[:2],
            publisher=_first(entry, ("publisher",)),
            url=next((found for each in urls if (found := publications.address(each))), ""),
        ),
    )


def _publication(entry: dict[str, Any], kind: str) -> PublicationRecord:
    return PublicationRecord(
        type=kind,
        authors=publications.listed([*entry.get("authors", []), *entry.get("first_authors", [])]),
        editors=publications.listed(entry.get("secondary_authors", [])),
        container=_first(entry, _CONTAINERS),
        volume=_first(entry, ("volume",))[:50],
        issue=_first(entry, ("number",))[:50],
        pages="-".join(part for key in ("start_page", "end_page") if (part := _first(entry, (key,))))[:100],
        year=publications.year(_first(entry, _YEARS)),
        abstract=_first(entry, ("abstract", "notes_abstract")),
        keywords=publications.listed(entry.get("keywords", [])),
    )
