# SPDX-License-Identifier: EUPL-1.2
"""Writes records of the standard for others to read: CSV, XLSX and JSON. What it cannot say exactly it refuses."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import TextIOWrapper
from itertools import chain
from pathlib import Path
from typing import IO

from baken.standards import sheets
from baken.standards.htcds import cells
from baken.standards.htcds.fields import fields, standard
from baken.standards.htcds.records import Record, fault, is_blank, whole

Told = Mapping[str, str | Sequence[str] | None]


class RecordError(ValueError):
    """A record cannot be written; the message says which, in which field, and what is expected there."""


def write(records: Iterable[Told], path: Path) -> int:
    """Write records to a file, in the format that its name ends in; return how many. Raise RecordError, KeyError.

    A file is whole or not there: what could not be written to its end is taken away again.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("wb") as file:
            number = FORMATS[path.suffix.lower()](records, file)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return number


def write_csv(records: Iterable[Told], file: IO[bytes]) -> int:
    """Write records as CSV: UTF-8, a column for each field of the standard; return how many."""
    text, number = TextIOWrapper(file, encoding="utf-8", newline="", write_through=True), 0
    rows = csv.writer(text)
    rows.writerow(fields())
    for number, record in _checked(records):  # noqa: B007 - the last one is how many there were
        rows.writerow(map(cells.written, record.values()))
    text.detach()
    return number


def write_xlsx(records: Iterable[Told], file: IO[bytes]) -> int:
    """Write records as a workbook of one sheet, every cell a text; return how many."""
    return sheets.write(chain([list(fields())], _rows(records)), standard().name, file) - 1


def write_json(records: Iterable[Told], file: IO[bytes]) -> int:
    """Write records as one JSON object, a record on each line; return how many."""
    number = 0
    head = json.dumps({"standard": standard().name, "version": standard().version})
    file.write(f'{head[:-1]}, "records": ['.encode())
    for number, record in _checked(records):
        told = {name: value for name, value in record.items() if value is not None}
        file.write(f"{',' if number > 1 else ''}\n{json.dumps(told, ensure_ascii=False)}".encode())
    file.write(b"\n]}\n")
    return number


def _checked(records: Iterable[Told]) -> Iterator[tuple[int, Record]]:
    """Yield each record with its number from 1; raise RecordError for one that the standard has no place for."""
    for number, told in enumerate(records, 1):
        record = whole(told)
        if is_blank(record):
            raise RecordError(f"record {number}: nothing in it")
        for name, value in record.items():
            if expected := fault(fields()[name], value):
                raise RecordError(f"record {number}: {name}: expected {expected}")
        yield number, record


def _rows(records: Iterable[Told]) -> Iterator[list[str]]:
    """Yield the cells of each record; raise RecordError where a sheet would cut something off."""
    for number, record in _checked(records):
        if number >= sheets.MOST:
            raise RecordError(f"a sheet holds {sheets.MOST - 1} records")
        row = {name: cells.written(value) for name, value in record.items()}
        if long := [name for name, cell in row.items() if len(sheets.said(cell)) > sheets.LONGEST]:
            raise RecordError(f"record {number}: {long[0]}: expected at most {sheets.LONGEST} characters for XLSX")
        yield list(row.values())


FORMATS = {".csv": write_csv, ".xlsx": write_xlsx, ".json": write_json}
