# SPDX-License-Identifier: EUPL-1.2
"""Publications in BibTeX; read by bibtexparser, which knows its braces, macros and accents."""

import io
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager

from bibtexparser.bibdatabase import UndefinedString
from bibtexparser.bparser import BibTexParser
from bibtexparser.latexenc import latex_to_unicode

from baken.open.files import opening
from baken.open.files.refusals import Refused
from baken.open.sources.importers import publications
from baken.open.sources.importers.records import PublicationRecord, WorkRecord

SUFFIXES = frozenset({".bib", ".bibtex"})
_TYPES = {
    "article": "article-journal", "book": "book", "booklet": "pamphlet", "inbook": "chapter",
    "incollection": "chapter", "inproceedings": "paper-conference", "conference": "paper-conference",
    "proceedings": "book", "manual": "report", "techreport": "report", "report": "report", "mastersthesis": "thesis",
    "phdthesis": "thesis", "thesis": "thesis", "unpublished": "manuscript", "online": "webpage",
}  # fmt: skip
_ENTRY = re.compile(r"^[ \t]*@[ \t]*(?!comment|string|preamble)([A-Za-z]+)[ \t]*[{(]", re.IGNORECASE | re.MULTILINE)
_KEY = re.compile(
    r"^[ \t]*@[ \t]*(?!comment|string|preamble)[A-Za-z]+[ \t]*\{[ \t]*([^,\s]+)", re.IGNORECASE | re.MULTILINE
)


def read(data: bytes, file: str) -> Iterator[WorkRecord]:
    """Yield a work for each entry; raise `Refused` where one cannot be read or a key stands twice."""
    text = opening.text(data).replace("\x00", "")
    begun = len(_ENTRY.findall(text))
    if not begun:
        raise Refused("holds no BibTeX entry: none begins with @article{ or another type")
    keys = _KEY.findall(text)
    if twice := next((key for key in keys if keys.count(key) > 1), ""):
        raise Refused(f"has the key {twice[:60]!r} twice; give one of the entries another key")
    entries = _entries(text)
    if len(entries) < begun:
        raise Refused(f"is cut off or has a brace too few: {len(entries)} of {begun} entries can be read")
    yield from (_work(entry) for entry in entries)


def _entries(text: str) -> list[dict[str, str]]:
    parser = BibTexParser(common_strings=True, ignore_nonstandard_types=False)
    try:
        with _quiet():
            return list(parser.parse_file(io.StringIO(text)).entries)
    except UndefinedString as fault:
        raise Refused(f"uses the abbreviation {fault} without saying what it stands for") from fault
    except Exception as fault:  # the parser lets through what its grammar raises; all of it means: not BibTeX
        raise Refused(f"is not BibTeX that can be read: {type(fault).__name__}") from fault


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the parser from talking to the terminal; what it could not read is counted by us."""
    logger = logging.getLogger("bibtexparser")
    before, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = before


def _plain(value: str) -> str:
    text = latex_to_unicode(value).replace("{", "").replace("}", "").replace("~", " ").replace("--", "-")
    return " ".join(text.split())


def _people(value: str) -> tuple[str, ...]:
    """Return names as "Family, Given", as the other formats have them."""
    return publications.listed([_person(each.strip()) for each in re.split(r"\s+and\s+", value)])


def _person(value: str) -> str:
    """Return a person with the family name in front; what stands in braces is an organisation and stays."""
    person = _plain(value)
    if "," in person or " " not in person or (value.startswith("{") and value.endswith("}")):
        return person
    given, _, family = person.rpartition(" ")
    return f"{family}, {given}"


def _work(entry: dict[str, str]) -> WorkRecord:
    fields = {key: _plain(value) for key, value in entry.items() if isinstance(value, str)}
    return publications.work(
        _publication(entry, fields),
        publications.Card(
            title=fields.get("title", ""),
            doi=publications.doi(fields.get("doi", "")) or publications.doi(fields.get("url", "")),
            isbn=publications.isbn(fields.get("isbn", "")),
            language=_language(fields.get("langid", fields.get("language", ""))),
            publisher=next(
                (fields[key] for key in ("publisher", "institution", "school", "organization") if key in fields), ""
            ),
            url=publications.address(fields.get("url", "")),
        ),
    )


def _language(name: str) -> str:
    known = {"english": "en", "dutch": "nl", "german": "de", "ngerman": "de", "french": "fr", "spanish": "es"}
    return known.get(name.lower(), name.lower() if re.fullmatch("[A-Za-z]{2}", name) else "")


def _publication(entry: dict[str, str], fields: dict[str, str]) -> PublicationRecord:
    return PublicationRecord(
        type=_TYPES.get(entry.get("ENTRYTYPE", "").lower(), "document"),
        authors=_people(entry.get("author", "")),
        editors=_people(entry.get("editor", "")),
        container=fields.get("journal", fields.get("booktitle", fields.get("journaltitle", ""))),
        volume=fields.get("volume", "")[:50],
        issue=fields.get("number", "")[:50],
        pages=fields.get("pages", "")[:100],
        year=publications.year(fields.get("year", fields.get("date", ""))),
        abstract=fields.get("abstract", ""),
        keywords=publications.listed(re.split(r"[;,]", fields.get("keywords", ""))),
    )
