# SPDX-License-Identifier: EUPL-1.2
"""What RIS and BibTeX share: who a publication is (DOI, ISBN or a name of ours) and how it becomes a work."""

import hashlib
import re
import textwrap
import unicodedata
from dataclasses import dataclass

from baken.open.files.refusals import Refused
from baken.open.sources.importers.records import PublicationRecord, WorkRecord

_DOI = re.compile(r"(10\.\d{4,9}/[^\s\"<>]+)", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
_LONGEST_ADDRESS, _LONGEST_DOI = 500, 200
_WHOLE = {"book", "report", "thesis"}
_WEB = re.compile(r"https?://[^\s<>\"]+\Z")


def doi(text: str) -> str:
    """Return the DOI in a text, in lower case (DOIs know no case: ISO 26324), or nothing."""
    return match[1].rstrip(".,;)").lower() if (match := _DOI.search(text)) else ""


def isbn(text: str) -> str:
    """Return the first valid ISBN in a text as 13 digits (ISO 2108), or nothing; an ISSN is none."""
    for candidate in re.findall(r"[\dXx][\dXx -]{8,16}", text):
        digits = re.sub(r"[ -]", "", candidate).upper()
        if re.fullmatch(r"97[89]\d{10}", digits) and _check13(digits[:12]) == digits[12]:
            return digits
        if re.fullmatch(r"\d{9}[\dX]", digits) and _valid10(digits):
            return f"978{digits[:9]}{_check13('978' + digits[:9])}"
    return ""


def _check13(twelve: str) -> str:
    return str(-sum(int(digit) * (1, 3)[place % 2] for place, digit in enumerate(twelve)) % 10)


def _valid10(ten: str) -> bool:
    return sum((10 - place) * (10 if digit == "X" else int(digit)) for place, digit in enumerate(ten)) % 11 == 0


def year(text: str) -> int | None:
    """Return the first year (1500-2099) in a text."""
    return int(match[1]) if (match := _YEAR.search(text)) else None


def address(text: str) -> str:
    """Return a web address that is one and fits, else nothing."""
    return text.strip() if _WEB.match(text.strip()) and len(text.strip()) <= _LONGEST_ADDRESS else ""


def listed(values: object, longest: int = 300) -> tuple[str, ...]:
    """Return a list of short texts without blanks and doubles, in order; a single text counts as a list of one."""
    items = values if isinstance(values, list | tuple) else [values] if values else []
    return tuple(dict.fromkeys(text[:longest] for each in items if (text := " ".join(str(each).split()))))


@dataclass(frozen=True)
class Card:
    """What a reference tells besides its bibliographic side; empty where it tells nothing."""

    title: str
    doi: str = ""
    isbn: str = ""
    language: str = ""
    publisher: str = ""
    url: str = ""


def work(publication: PublicationRecord, card: Card) -> WorkRecord:
    """Return a publication as a work, known by its DOI, else its ISBN, else a name made of what it is.

    A chapter bears its book's ISBN, so only a whole book is known by it.
    """
    title = card.title or _makeshift_title(publication) or card.doi
    if not title:
        raise Refused("holds a reference without title, author, abstract or DOI; complete or remove it")
    whole = card.isbn if publication.type in _WHOLE else ""
    name = _name(publication, title)
    scheme, identifier = ("doi", card.doi) if card.doi else ("isbn", whole) if whole else ("pub", name)
    return WorkRecord(
        scheme=scheme,
        identifier=identifier[:200],
        kind="publication",
        title=title,
        language=card.language[:8],
        publisher=card.publisher[:300],
        url=card.url or (f"https://doi.org/{card.doi}" if card.doi and len(card.doi) <= _LONGEST_DOI else ""),
        publication=publication,
    )


def _makeshift_title(publication: PublicationRecord) -> str:
    """Return what a reference without a title can be known by: who and when, else how its abstract begins."""
    who = "; ".join((publication.authors or publication.editors)[:2])
    return f"{who} ({publication.year or '—'})" if who else textwrap.shorten(publication.abstract, 120, placeholder="…")


def _name(publication: PublicationRecord, title: str) -> str:
    """Return a name that stays the same for the same publication: its first words and a digest."""
    first = (publication.authors or publication.editors or ("",))[0]
    facts = (publication.type, title.casefold(), str(publication.year or ""), first.casefold())
    digest = hashlib.sha256("\x1f".join(facts).encode()).hexdigest()[:10]
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return "-".join([*re.findall(r"[a-z0-9]+", plain)[:6], digest])
