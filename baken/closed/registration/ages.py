# SPDX-License-Identifier: EUPL-1.2
"""Who decides for somebody of an age, by a dated table (pure)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

TABLE = Path(__file__).with_name("consent.toml")


class Party(StrEnum):
    """Who can say yes or no."""

    HERSELF = "herself"
    AUTHORITY = "authority"


@dataclass(frozen=True)
class Deciders:
    """Who decides on a day, where that stands, and whether it is so because her age is not sure."""

    parties: frozenset[Party]
    source: str
    verify: bool
    doubt: bool


def deciders(youngest: int | None, oldest: int | None, on: date) -> Deciders:
    """Return who decides for somebody between two ages; where more than one row may hold, both are asked."""
    if youngest is None or oldest is None:
        return _doubt(on)
    found = [row for row in _rows("age", on) if row["least"] <= oldest and youngest <= row["most"]]
    return _told(found[0]) if len(found) == 1 else _doubt(on)


def _doubt(on: date) -> Deciders:
    row = _rows("doubt", on)[0]
    return _told(row, doubt=True)


def _told(row: Mapping[str, Any], *, doubt: bool = False) -> Deciders:
    return Deciders(frozenset(map(Party, row["decides"])), row["source"], row.get("verify", False), doubt)


def _rows(name: str, on: date) -> list[Mapping[str, Any]]:
    """Return the rows of a day; before the first ones, the first."""
    rows: list[Mapping[str, Any]] = _table()[name]
    day = max(on, min(each["from"] for each in rows))
    return [each for each in rows if each["from"] <= day <= each.get("until", day)]


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))
