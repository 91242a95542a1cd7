# SPDX-License-Identifier: EUPL-1.2
"""CSV (RFC 4180) and XLSX. No text becomes a formula, whoever opens the file."""

import csv
import io
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from baken.tabulation.files.about import Edition, facts
from baken.tabulation.files.rows import Value, columns, rows
from baken.tabulation.shapes import Words

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_FIGURES, _ABOUT = Words("Cijfers", "Figures"), Words("Over deze cijfers", "About these figures")
_WIDEST = 60


def csv_file(edition: Edition, language: str) -> bytes:
    """Return a figure as CSV, under names that machines read; a text that a spreadsheet would run is quoted."""
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(each.name for each in columns(edition.figure))
    writer.writerows([_harmless(value) for value in row] for row in rows(edition.figure, language))
    return written.getvalue().encode()


def _harmless(value: Value) -> Value:
    return f"'{value}" if isinstance(value, str) and value.startswith(_BEGINS_FORMULA) else value


def xlsx_file(edition: Edition, language: str) -> bytes:
    """Return a figure as a workbook of two sheets: the numbers, and what they are."""
    from openpyxl import Workbook  # noqa: PLC0415 - slow to load, and most readers take no workbook

    book = Workbook()
    book.properties.title = edition.figure.title.said(language)
    book.properties.creator = edition.source.said(language)
    book.properties.created = book.properties.modified = datetime.combine(edition.released_on, datetime.min.time())
    sheet = book.active
    sheet.title = _FIGURES.said(language)
    titles = [each.title.said(language) for each in columns(edition.figure)]
    _fill(sheet, [titles, *rows(edition.figure, language)])
    sheet.freeze_panes = "A2"
    _fill(book.create_sheet(_ABOUT.said(language)), facts(edition, language))
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _fill(sheet: "Worksheet", lines: Iterable[Iterable[Value]]) -> None:
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415 - see above

    for row, line in enumerate(lines, 1):
        for column, value in enumerate(line, 1):
            cell = sheet.cell(row, column, value)
            if isinstance(value, str):
                cell.data_type = "s"  # a text that begins with "=" stays a text
                cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=row == 1 or None)
    for cells in sheet.columns:
        longest = max(len(str(each.value or "")) for each in cells)
        sheet.column_dimensions[cells[0].column_letter].width = min(longest + 2, _WIDEST)
