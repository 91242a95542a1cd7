# SPDX-License-Identifier: EUPL-1.2
"""By which kind of source somebody was seen (pure)."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from baken.tabulation.shapes import Words

TABLE = Path(__file__).with_name("kinds.toml")
OTHER = "other"
_PERSONS = ("self", "worried")
_PROFESSIONAL = "professional"
# Who says in a file that she is a victim, and what happened before the law that these alone can have seen.
_SAID_BY = {"police": "police", "court": "justice", "ind": "asylum"}
_HAPPENED = {"reflection_period_granted": "police", "report_signed": "police", "cooperation_given": "police"}
# Who asks for shelter. Our own intake is no source, and who brings somebody to the door at night is not known.
_ASKED_BY = {"partner": "aid", "comensha": "comensha", "self": "self"}
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True)
class Kind:
    """A kind of source: its name, the list it is on at first, and what shows it in a name."""

    code: str
    title: Words
    list: int
    words: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@cache
def kinds() -> Mapping[str, Kind]:
    """Return every kind by its code."""
    rows = tomllib.loads(TABLE.read_text(encoding="utf-8"))["kind"]
    return {row["code"]: _kind(row) for row in rows}


def _kind(row: Mapping[str, Any]) -> Kind:
    words, parts, names = (tuple(row.get(name, ())) for name in ("words", "parts", "names"))
    return Kind(row["code"], Words(row["nl"], row["en"]), row["list"], words, parts, names)


def of_organisation(name: str) -> str:
    """Return the kind that the name of an organisation shows; other for none, and for several."""
    text = " ".join(_WORDS.findall(_plain(name)))
    found = {each.code for each in kinds().values() if _shows(each, text)}
    return found.pop() if len(found) == 1 else OTHER


def _shows(kind: Kind, text: str) -> bool:
    whole = f" {text} "
    said = any(f" {word} " in whole for word in kind.words) or any(part in text for part in kind.parts)
    return said or text in kind.names


def _plain(text: str) -> str:
    return "".join(each for each in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(each))


def of_report(said: Mapping[str, object]) -> str | None:
    """Return who reported, by what a report said first; None where it says nothing of that.

    By telephone nobody is asked which of the three she is: there the organisation tells.
    """
    who, organisation = said.get("who", ""), str(said.get("organisation", "")).strip()
    if who in _PERSONS:
        return str(who)
    return of_organisation(organisation) if who == _PROFESSIONAL or organisation else None


def of_request(source: str) -> str | None:
    """Return who asked for shelter; None for our own intake, and where nobody knows."""
    return _ASKED_BY.get(source)


@dataclass(frozen=True)
class Fact:
    """That another saw her, and on which day: `by` whom a word is, or `event` for what happened before the law."""

    on: date
    by: str = ""
    event: str = ""

    @property
    def kind(self) -> str | None:
        """By which kind of source; None for what tells of none."""
        return _SAID_BY.get(self.by) or _HAPPENED.get(self.event)


def seen_before(facts: Iterable[Fact], first: date, last: date, opened: date) -> Iterator[str]:
    """Yield who saw her within a period and before her file was opened: what came later may come of our sending on."""
    for each in facts:
        if each.kind and first <= each.on <= last and each.on < opened:
            yield each.kind
