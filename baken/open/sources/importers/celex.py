# SPDX-License-Identifier: EUPL-1.2
"""EU acts by their CELEX number: sector, year, letter, number (`32004L0081`); working it out, and the work it names."""

import datetime
import re
from collections.abc import Iterator

from baken.open.sources.importers.records import ExpressionRecord, WorkRecord

_SAID = re.compile(r"(?<![0-9A-Z])(3\d{4}[A-Z]\d{4}(?:\(\d{2}\)|_\d{2})?)")
_LETTERS = {
    "L": ("richtlijn", "directive"),
    "R": ("verordening", "regulation", "règlement"),
    "D": ("besluit", "beschikking", "decision", "décision"),
    "F": ("kaderbesluit", "framework decision"),
}
_KINDS = "|".join(sorted((word for words in _LETTERS.values() for word in words), key=len, reverse=True))
# "Richtlijn 2004/81/EG", "Directive (EU) 2024/1712": year first. "Verordening (EG) nr. 810/2009": number first.
_CITED = re.compile(rf"\b({_KINDS})\s+(?:\([A-Z, ]+\)\s*)?(nr\.?|no\.?)?\s*(\d{{1,4}})/(\d{{1,4}})", re.IGNORECASE)
# Behind a bare number stands who made the act: "2011/36/EU" is a directive, "2002/629/JBZ" a framework decision.
_BARE = re.compile(r"(?<![\w/])((?:19|20)\d\d)/(\d{1,4})/(EU|EG|EEG|EC|EEC|JBZ|JHA)\b", re.IGNORECASE)
_MADE_BY = re.compile(r"/(?:EU|EG|EEG|EC|EEC|JBZ|JHA)\b", re.IGNORECASE)
_JOINT = {"JBZ", "JHA"}


def said(text: str) -> str:
    """Return the CELEX number that stands in a text (an address, a file name), or nothing."""
    return re.sub(r"_(\d\d)$", r"(\1)", match[1]) if (match := _SAID.search(text)) else ""


def of_title(title: str) -> str:
    """Return the CELEX number of the act whose title this is, or nothing where it does not tell."""
    match = _CITED.search(title)
    if not match:
        return ""
    first, second = (match[4], match[3]) if match[2] else (match[3], match[4])
    letter = next(letter for letter, words in _LETTERS.items() if match[1].lower() in words)
    year = f"19{first}"[-4:]
    return f"3{year}{letter}{int(second):04d}"


def mentioned(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield `(start, end, CELEX number)` for each act that a text names by its number or its kind and year."""
    for match in _SAID.finditer(text):
        yield *match.span(), said(match[0])
    for match in _BARE.finditer(text):
        letter = "F" if match[3].upper() in _JOINT else "L"
        yield *match.span(), f"3{match[1]}{letter}{int(match[2]):04d}"
    for match in _CITED.finditer(text) if "/" in text else ():
        whole = _MADE_BY.match(text, match.end())
        yield match.start(), whole.end() if whole else match.end(), of_title(match[0])


def work(number: str, act: ExpressionRecord, issued: datetime.date | None) -> WorkRecord:
    """Return the EU act of a CELEX number as a work, with its text in one language."""
    return WorkRecord(
        scheme="celex",
        identifier=number,
        kind="eu-act",
        title=act.title,
        title_nl=act.title if act.language == "nl" else "",
        title_en=act.title if act.language == "en" else "",
        language=act.language,
        issued=issued,
        publisher="Publications Office of the European Union",
        jurisdiction="EU",
        url=f"https://eur-lex.europa.eu/legal-content/?uri=CELEX:{number}",
        expressions=(act,),
    )
