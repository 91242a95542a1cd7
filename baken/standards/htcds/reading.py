# SPDX-License-Identifier: EUPL-1.2
"""Reads records of the standard from CSV, XLSX and JSON: whole, with everything that is refused.

A refusal says where and what is expected, never what stood there: it may be somebody's. A row of a table counts from 1
at its header, as a spreadsheet shows it; a record of JSON from 1.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from baken.standards import opening
from baken.standards.htcds.cells import CellError, value
from baken.standards.htcds.fields import Field, fields, standard
from baken.standards.htcds.objects import Twice, objects
from baken.standards.htcds.records import Record, Value, fault, is_blank
from baken.standards.opening import FileRefused, Grid

__all__ = ["SUFFIXES", "FileRefused", "Reading", "Refusal", "read"]
SUFFIXES = (".csv", ".xlsx", ".json")


class Refusal(NamedTuple):
    """What cannot be taken: the row and the field it stands in, what is wrong, and what is expected."""

    row: int
    field: str
    wrong: str
    expected: str

    def __str__(self) -> str:
        """Return it as one line."""
        # A name comes from the file: what would move the cursor of a terminal is told, not done.
        name = self.field if self.field.isprintable() else ascii(self.field)
        return f"row {self.row}: {name or 'the whole row'}: {self.wrong}; expected {self.expected}"


@dataclass
class Reading:
    """What a file holds: the records that can be taken and their rows, how many there were, all that was refused."""

    records: list[Record] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    rows: int = 0
    refusals: list[Refusal] = field(default_factory=list)


def read(path: Path) -> Reading:
    """Read a file whole, by what its name ends in; raise FileRefused where it is no such file at all."""
    found = Reading()
    match path.suffix.lower():
        case ".json":
            for row, each in enumerate(objects(path), 1):
                _take(found, row, _of_object(row, each))
        case ".csv":
            _read_grid(found, opening.csv_rows(path))
        case ".xlsx":
            _read_grid(found, opening.xlsx_rows(path, standard().name))
        case _:
            raise FileRefused(f"the name of {path.name} ends in none of {', '.join(SUFFIXES)}")
    return found


def _read_grid(found: Reading, grid: Grid) -> None:
    header = list(_header(found, next(grid, (1, []))[1]))
    if not any(header):
        raise FileRefused("no column is a field of the standard")
    for row, told in grid:
        if isinstance(told, str):
            found.refusals.append(Refusal(row, "", told, "cells as the first row has them"))
        elif any(told):
            _take(found, row, _of_cells(row, header, told))


def _header(found: Reading, names: list[str] | str) -> Iterator[Field | None]:
    """Yield the field of each column; a column that is none, or stands there twice, is refused and left out."""
    seen: set[str] = set()
    for name in names:
        known = fields().get(name.strip())
        if known is None or known.name in seen:
            wrong = "unknown field" if known is None else "stands there twice"
            found.refusals.append(Refusal(1, name.strip(), wrong, "each field of the standard once, by its name"))
        yield None if name.strip() in seen else known
        seen.add(name.strip())


def _take(found: Reading, row: int, told: tuple[Record, list[Refusal]]) -> None:
    record, refusals = told
    if not refusals and is_blank(record):
        return
    found.rows += 1
    found.refusals += refusals
    if not refusals:
        found.records.append(dict.fromkeys(fields(), None) | record)
        found.numbers.append(row)


def _of_cells(row: int, header: list[Field | None], told: list[str]) -> tuple[Record, list[Refusal]]:
    if len(told) != len(header):
        return {}, [Refusal(row, "", "more or fewer cells than the first row", f"{len(header)} cells")]
    record: Record = {}
    refusals = []
    for each, cell in zip(header, told, strict=True):
        if each is None:
            continue
        try:
            record[each.name] = value(each, cell)
        except CellError as error:
            refusals.append(Refusal(row, each.name, str(error), r"\; for a semicolon and \\ for a backslash"))
    return record, [*refusals, *_faults(row, record)]


def _of_object(row: int, told: object) -> tuple[Record, list[Refusal]]:
    if isinstance(told, Twice):
        return {}, [Refusal(row, told, "stands there twice", "each field of the standard once, by its name")]
    if not isinstance(told, Mapping):
        return {}, [Refusal(row, "", "no object", "an object with fields of the standard")]
    refusals = [Refusal(row, name, "unknown field", "a field of the standard") for name in told if name not in fields()]
    record = {name: each for name, each in told.items() if name in fields()}
    return record, [*refusals, *_faults(row, record)]


def _faults(row: int, record: Mapping[str, Value]) -> list[Refusal]:
    found = ((name, each, fault(fields()[name], each)) for name, each in record.items())
    return [Refusal(row, name, _wrong(fields()[name], each), wanted) for name, each, wanted in found if wanted]


def _wrong(known: Field, told: Value) -> str:
    """Return what is wrong with a value that is refused, in the words of its field."""
    if not known.multi and (isinstance(told, list) or _are_several(known, told)):
        return "several values for one"
    if not isinstance(told, list if known.multi else str):
        return "another kind of value"
    if known.codes or known.values:
        return "no such number" if known.values == "phone" else "unknown code"
    return {"Date": "no such day", "Number": "no number", "Geolocation": "no number"}.get(known.type, "no such value")


def _are_several(known: Field, told: object) -> bool:
    codes = told.split(";") if isinstance(told, str) else []
    return len(codes) > 1 and not any(fault(known, each.strip()) for each in codes)
