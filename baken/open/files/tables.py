# SPDX-License-Identifier: EUPL-1.2
"""Reads tables that strangers wrote: commas or semicolons, a first line of names, every row as wide as that line."""

import csv
import io
from collections.abc import Iterator

from baken.open.files import opening
from baken.open.files.refusals import Refused

_LONGEST_CELL = 1024 * 1024


def header(data: bytes) -> list[str]:
    """Return a table's column names; raise `Refused` where it has none."""
    return next(_lines(data))[1]


def rows(data: bytes) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield `(line number, column → cell)`; a row with more or fewer cells than columns is refused."""
    table = _lines(data)
    columns = next(table)[1]
    if len(set(columns)) != len(columns):
        twice = next(column for column in columns if columns.count(column) > 1)
        raise Refused(f"has the column {twice!r} twice")
    for line, cells in table:
        if len(cells) != len(columns):
            raise Refused(f"line {line}: has {len(cells)} cells where the header has {len(columns)}")
        yield line, dict(zip(columns, cells, strict=True))


def _lines(data: bytes) -> Iterator[tuple[int, list[str]]]:
    """Yield `(line number, cells)` of a comma- or semicolon-separated table; blank lines are passed over."""
    text = opening.text(data).replace("\x00", "")
    if not text.strip():
        raise Refused("is empty")
    first = text.lstrip("\r\n").split("\n", 1)[0]
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=";" if first.count(";") > first.count(",") else ",", strict=True
    )
    try:
        yield from ((reader.line_num, [cell.strip() for cell in row]) for row in reader if any(row))
    except csv.Error as fault:
        raise Refused(f"line {reader.line_num}: {fault}") from fault
