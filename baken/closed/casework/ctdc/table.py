# SPDX-License-Identifier: EUPL-1.2
"""A table of CTDC, read whole: the cases in it, and the rows that were refused with the reason (pure)."""

import csv
import hashlib
import io
import uuid
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from baken.closed.casework.ctdc import cases
from baken.closed.casework.ctdc.cases import Case
from baken.closed.casework.ctdc.cells import RowRefused

FIRST_LINES = 5  # of each reason
LARGEST = 256 * 1024 * 1024
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://www.ctdatacollaborative.org/")
_NEEDED = ("years", "gender")


class TableRefused(ValueError):
    """The file is no table of CTDC; the message says why in one line."""


@dataclass(frozen=True)
class Reading:
    """One row that can be a file: its number in the table, and what tells it from every other row."""

    number: int
    content: str
    case: Case

    def key(self, agency: UUID) -> UUID:
        """Return the key of its file at an agency: the same whenever the row is read there again."""
        return uuid.uuid5(_NAMESPACE, f"{agency} {self.content}")


@dataclass
class Table:
    """What was read: cases, how many rows there were, the lines of those refused by reason, and columns not used."""

    readings: list[Reading] = field(default_factory=list)
    rows: int = 0
    refused: dict[str, list[int]] = field(default_factory=dict)
    unused: list[str] = field(default_factory=list)


def read(path: Path, today: date) -> Table:
    """Read a table; raise TableRefused for a file that is none."""
    lines = csv.reader(io.StringIO(_text(path), newline=""), delimiter=_delimiter(path), strict=True)
    rows = _rows(lines)
    _, first = next(rows, (1, []))
    header = _header(first)
    told, seen = Table(unused=sorted(set(header) - cases.columns())), Counter[str]()
    for line, row in rows:
        told.rows += 1
        try:
            told.readings.append(_reading(told.rows, header, row, seen, today))
        except RowRefused as reason:
            told.refused.setdefault(str(reason), []).append(line)
    return told


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise TableRefused(f"{path.name} is larger than {LARGEST // 2**20} MB")
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise TableRefused(f"cannot read {path}: {error.strerror}") from error
    except UnicodeDecodeError:
        raise TableRefused(f"{path.name} is not UTF-8") from None


def _delimiter(path: Path) -> str:
    first = _text(path).partition("\n")[0]
    return ";" if first.count(";") > first.count(",") else ","


def _header(names: list[str]) -> list[str]:
    """Return the names of the columns; raise TableRefused where one is missing, or stands there twice."""
    header = [each.strip() for each in names]
    if missing := [each for each in _NEEDED if not set(cases.table()["columns"][each]) & set(header)]:
        wanted = " and ".join(" or ".join(cases.table()["columns"][each]) for each in missing)
        raise TableRefused(f"this is no table of CTDC: it has no column {wanted}")
    if len(set(header)) != len(header):
        raise TableRefused("a column stands there twice")
    return header


def _rows(lines: Any) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with the line it stands on; raise TableRefused where the file ends within one."""
    try:
        yield from ((lines.line_num, row) for row in lines if row)
    except csv.Error as error:
        raise TableRefused(f"line {lines.line_num}: {error}") from error


def _reading(number: int, header: list[str], row: list[str], seen: Counter[str], today: date) -> Reading:
    if len(row) != len(header):
        raise RowRefused("more or fewer cells than the first line")
    named = dict(zip(header, row, strict=True))
    case = cases.case(named, today)
    # Rows alike are different people: the first, second and third of them are told apart, wherever they stand.
    digest = hashlib.sha256(repr(sorted((name, cell.strip()) for name, cell in named.items())).encode()).hexdigest()
    seen[digest] += 1
    return Reading(number, f"{digest} {seen[digest]}", case)
