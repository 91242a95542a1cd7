# SPDX-License-Identifier: EUPL-1.2
"""Reads the tables of indicators. A row that cannot be used is refused by its name, and nothing is loaded. Pure."""

import csv
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from baken.indicators.records import Catalogue, Certainty, Form, Indicator, Named, Population, Source, Strength

FOLDER = Path(__file__).parent / "tables"
COLUMNS = tuple(each.name for each in fields(Indicator))
_KINDS = {"population": Population, "form": Form, "strength": Strength, "certainty": Certainty}
_Row = TypeVar("_Row")


class TableError(ValueError):
    """A table cannot be used; the message says which row and why."""


@cache
def catalogue(folder: Path = FOLDER) -> Catalogue:
    """Return the tables of a folder; raise TableError."""
    names = tomllib.loads((folder / "lists.toml").read_text(encoding="utf-8"))
    sources = tomllib.loads((folder / "sources.toml").read_text(encoding="utf-8"))
    lists, dimensions = by_key(Named, names["list"]), by_key(Named, names["dimension"])
    found = Catalogue({}, lists, dimensions, by_key(Source, sources["source"]))
    return Catalogue(_indicators(folder / "indicators.csv", found), lists, dimensions, found.sources)


def by_key(kind: type[_Row], rows: Iterable[Mapping[str, Any]]) -> dict[str, _Row]:
    """Return rows as records by their key, which stands once; raise TableError."""
    found: dict[str, _Row] = {}
    for row in rows:
        key = str(row.get("key", ""))
        if not key or key in found:
            raise TableError(f"{key or 'a row without a key'}: a key must be there, and once")
        found[key] = made(kind, row, key)
    return found


def made(kind: type[_Row], row: Mapping[str, Any], name: str) -> _Row:
    """Return a row as a record; raise TableError where a field is empty, missing or unknown."""
    if empty := [field for field, value in row.items() if value == ""]:
        raise TableError(f"{name}: {', '.join(empty)} is empty")
    try:
        return kind(**row)
    except TypeError as error:
        raise TableError(f"{name}: {error}") from None


def _indicators(path: Path, known: Catalogue) -> dict[str, Indicator]:
    found: dict[str, Indicator] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        if tuple(reader.fieldnames or ()) != COLUMNS:
            raise TableError(f"{path.name}: its columns must be {', '.join(COLUMNS)}")
        for row in reader:
            each = _indicator(row, f"line {reader.line_num}")
            _check(each, known)
            if each.id in found:
                raise TableError(f"{each.id}: stands here twice")
            found[each.id] = each
    return found


def _indicator(row: dict[str, str], line: str) -> Indicator:
    name = row["id"] or line
    if None in row or None in row.values():
        raise TableError(f"{name}: it has another number of columns")
    words = {field: value.strip() for field, value in row.items()}
    return made(Indicator, words | {field: _chosen(kind, words[field], name) for field, kind in _KINDS.items()}, name)


def _chosen(kind: Any, value: str, name: str) -> Any:
    try:
        return kind(value)
    except ValueError:
        raise TableError(f"{name}: {value!r} is no {kind.__name__.lower()}") from None


def _check(row: Indicator, known: Catalogue) -> None:
    for field, table in (("list", known.lists), ("dimension", known.dimensions), ("source", known.sources)):
        if getattr(row, field) not in table:
            raise TableError(f"{row.id}: no {field} {getattr(row, field)!r}")
