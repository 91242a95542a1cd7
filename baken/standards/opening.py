# SPDX-License-Identifier: EUPL-1.2
"""Opens files of strangers as rows of texts, row by row where the format lets it, and none too large to be held."""

import csv
import zlib
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook

from baken.standards import sheets

LARGEST = 256 * 2**20  # bytes, of what XLSX unpacks to as well
# What openpyxl comes to in a file that is none of its own; a mistake of XML is a SyntaxError.
_BROKEN = (BadZipFile, zlib.error, LookupError, OSError, TypeError, ValueError, SyntaxError)
# Each row with its number: its cells, or why it cannot be read.
Grid = Iterator[tuple[int, list[str] | str]]


class FileRefused(ValueError):
    """The file is none that can be read; the message says why in one line."""


def csv_rows(path: Path) -> Grid:
    """Yield the rows of a CSV file, blank lines left out; where quotes never end there is no next row."""
    check_size(path)
    with path.open(encoding="utf-8-sig", newline="") as lines:
        rows, row = csv.reader(lines, strict=True), 0
        try:
            for row, cells in enumerate(rows, 1):
                if cells:
                    yield row, cells
        except csv.Error as error:
            yield row + 1, f"not CSV ({error}), and nothing behind it can be read"
        except UnicodeDecodeError:
            raise FileRefused(f"{path.name} is not UTF-8") from None


def xlsx_rows(path: Path, sheet: str) -> Grid:
    """Yield the rows of the sheet of this name, or of the only one."""
    check_size(path)
    book = _book(path)
    try:
        names = book.sheetnames
        if len(names) != 1 and sheet not in names:
            raise FileRefused(f"{path.name} has several sheets, and none is called {sheet}")
        yield from _sheet_rows(book[sheet if sheet in names else names[0]].iter_rows())
    except FileRefused:
        raise
    except _BROKEN as error:
        raise FileRefused(f"{path.name} is no workbook") from error
    finally:
        book.close()


def check_size(path: Path) -> None:
    """Raise FileRefused where a file is not there, or larger than can be held."""
    try:
        _check_bytes(path, path.stat().st_size)
    except OSError as error:
        raise FileRefused(f"cannot read {path}: {error.strerror}") from error


def _check_bytes(path: Path, size: int) -> None:
    if size > LARGEST:
        raise FileRefused(f"{path.name} is larger than {LARGEST // 2**20} MB")


def _book(path: Path) -> Any:
    """Open a workbook whose parts are not too large to be unpacked."""
    try:
        with ZipFile(path) as parts:
            unpacked = sum(part.file_size for part in parts.infolist())
        _check_bytes(path, unpacked)
        return load_workbook(path, read_only=True)
    except FileRefused:
        raise
    except _BROKEN as error:
        raise FileRefused(f"{path.name} is no workbook") from error


def _sheet_rows(rows: Iterable[Any]) -> Grid:
    width = 0
    for number, row in enumerate(rows, 1):
        if number > sheets.MOST:
            # A row may say that it is the thousand millionth, and openpyxl gives all before it.
            raise FileRefused(f"a sheet has at most {sheets.MOST} rows")
        if any(cell.data_type == "f" for cell in row):
            yield number, "a formula"
            continue
        cells = [_text(cell.value) for cell in row]
        width = width or len(cells)
        # A spreadsheet does not write the empty cells at the end of a row.
        yield number, cells + [""] * (width - len(cells))


def _text(value: object) -> str:
    """Return the text of a cell that somebody may have typed: a day, a number or a yes or no too."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        value = value.date() if value.time() == datetime.min.time() else value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return sheets.meant(str(value))
