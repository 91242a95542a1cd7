# SPDX-License-Identifier: EUPL-1.2
"""The table of the sheet: types of file, fields and codes, each with its words in both languages (pure).

An answer is known, or asked and not known; what was not asked is not there. The three are never one another.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from baken.closed.registration.rules import Purpose

TABLE = Path(__file__).with_name("sheet.toml")
KNOWN, UNKNOWN, NOT_ASKED = "known", "unknown", "not_asked"
Answers = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Words:
    """What something is called in both languages."""

    key: str
    nl: str
    en: str


@dataclass(frozen=True)
class Kind(Words):
    """A type of file, and what CoMensha is asked to do with it."""

    purposes: frozenset[Purpose]
    source: str
    verify: bool = False


@dataclass(frozen=True)
class Code(Words):
    """What may be answered. ``group`` is what a sector and a form must have in common."""

    source: str = ""
    verify: bool = False
    group: str = ""


@dataclass(frozen=True)
class Field(Words):
    """What is asked, for which purposes, and whether somebody should ask it before the sheet goes."""

    section: str
    kind: str
    purposes: frozenset[Purpose]
    asked: bool = False
    codes: str = ""
    help_nl: str = ""
    help_en: str = ""


@dataclass(frozen=True)
class Table:
    """All of it, each in the order in which it is shown."""

    kinds: Mapping[str, Kind]
    sections: Mapping[str, Words]
    fields: Mapping[str, Field]
    dated: Mapping[str, tuple[Mapping[str, Any], ...]] = field(default_factory=dict)

    def fields_of(self, kind: str) -> list[Field]:
        """Return what a type of file asks: nothing that none of its purposes needs."""
        return [each for each in self.fields.values() if each.purposes & self.kinds[kind].purposes]

    def codes(self, name: str, on: date | None = None) -> list[Code]:
        """Return the codes of a list, those of a day if one is given."""
        return [_code(row) for row in self.dated[name] if on is None or _holds(row, on)]


def _holds(row: Mapping[str, Any], on: date) -> bool:
    return bool(row.get("from", on) <= on <= row.get("until", on))


def _code(row: Mapping[str, Any]) -> Code:
    return Code(**{name: value for name, value in row.items() if name not in {"from", "until"}})


def _asking(row: Mapping[str, Any]) -> dict[str, Any]:
    return {**row, "purposes": frozenset(map(Purpose, row["purposes"]))}


@cache
def table() -> Table:
    """Return the table."""
    told = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return Table(
        kinds={each["key"]: Kind(**_asking(each)) for each in told["type"]},
        sections={each["key"]: Words(**each) for each in told["section"]},
        fields={each["key"]: Field(**_asking(each)) for each in told["field"]},
        dated={name: tuple(rows) for name, rows in told["codes"].items()},
    )


def known(value: Any) -> dict[str, Any]:
    """Return an answer that is known."""
    return {"state": KNOWN, "value": value}


def unknown() -> dict[str, Any]:
    """Return an answer that was asked for in vain."""
    return {"state": UNKNOWN}


def state(answers: Answers, key: str) -> str:
    """Return whether something is known, was asked in vain, or was not asked."""
    return str(answers.get(key, {}).get("state", NOT_ASKED))


def value(answers: Answers, key: str) -> Any:
    """Return what is known, or None."""
    return answers.get(key, {}).get("value")


def kept(answers: Answers, kind: str) -> dict[str, Mapping[str, Any]]:
    """Return of answers those that a type of file asks for."""
    return {each.key: answers[each.key] for each in table().fields_of(kind) if each.key in answers}
