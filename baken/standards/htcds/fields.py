# SPDX-License-Identifier: EUPL-1.2
"""The fields of the Human Trafficking Case Data Standard, as it has them (HTCDS 2.0, IOM, 24 December 2021)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

TABLE = Path(__file__).with_name("fields.toml")
OUTSIDE = Path(__file__).with_name("outside.toml")
TYPES = frozenset({"Text", "Long Text", "Picklist", "Date", "Number", "Checkbox", "Geolocation", "Lookup"})
# What a field says of its values → the lists outside the standard that these may be of.
LISTS = {
    "country": ("country2", "country3"),
    "country2": ("country2",),
    "language": ("language2", "language3"),
    "phone": (),
}


class FieldError(ValueError):
    """The table cannot be used; the message says which field and why."""


@dataclass(frozen=True)
class Field:
    """A field of the standard: its type, whether several values may be chosen, and which those are."""

    name: str
    section: str
    type: str
    core: bool = False
    multi: bool = False
    open: bool = False
    given_up: bool = False
    values: str = ""
    codes: tuple[str, ...] = ()


class Standard(NamedTuple):
    """The standard: its name, its version, and its fields by their names in their order."""

    name: str
    version: str
    fields: Mapping[str, Field]


@cache
def standard(path: Path = TABLE) -> Standard:
    """Return the standard as its table has it; raise FieldError."""
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    found: dict[str, Field] = {}
    for row in told["field"]:
        each = _field(row)
        if each.name in found:
            raise FieldError(f"{each.name}: stands there twice")
        found[each.name] = each
    return Standard(told["name"], told["version"], found)


def fields() -> Mapping[str, Field]:
    """Return the fields by their names, in the order of the standard."""
    return standard().fields


@cache
def outside() -> Mapping[str, frozenset[str]]:
    """Return the lists that the standard refers to and does not have: countries and languages."""
    return {name: frozenset(codes.split()) for name, codes in _outside().items()}


@cache
def two_letters() -> Mapping[str, str]:
    """Return each country's code of two letters (ISO 3166-1) by that of two and that of three."""
    two, three = (_outside()[name].split() for name in ("country2", "country3"))
    return {**dict(zip(two, two, strict=True)), **dict(zip(three, two, strict=True))}


def _outside() -> dict[str, str]:
    return tomllib.loads(OUTSIDE.read_text(encoding="utf-8"))


def _field(row: Mapping[str, Any]) -> Field:
    made = Field(**{**row, "codes": tuple(row.get("codes", ()))})
    if made.type not in TYPES:
        raise FieldError(f"{made.name}: {made.type!r} is no type")
    if made.values and made.values not in LISTS:
        raise FieldError(f"{made.name}: {made.values!r} is no list")
    if (made.type == "Picklist") != bool(made.codes or LISTS.get(made.values)) and made.type != "Text":
        raise FieldError(f"{made.name}: a Picklist needs values to pick, and nothing else has them")
    return made
