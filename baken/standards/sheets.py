# SPDX-License-Identifier: EUPL-1.2
"""A workbook of one sheet of texts, written straight into its archive: no part of it stands in a temporary file.

What XML cannot say stands as `_xHHHH_` (ECMA-376, part 1, 22.9.2.19).
"""

import re
from collections.abc import Iterable, Sequence
from typing import IO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

LONGEST = 32_767  # characters of a cell
MOST = 1_048_576  # rows of a sheet
# A return too: whoever reads XML turns it into a new line.
_UNSAYABLE = re.compile(r"[\x00-\x08\x0b\x0c\r\x0e-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_SAID = re.compile(r"_x([0-9A-Fa-f]{4})_")


def said(text: str) -> str:
    """Return a text as it can stand in a cell."""
    return _UNSAYABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def meant(cell: str) -> str:
    """Return the text of a cell."""
    return _SAID.sub(lambda found: chr(int(found[1], 16)), cell)


def write(rows: Iterable[Sequence[str]], name: str, file: IO[bytes]) -> int:
    """Write rows of cells as a sheet of this name, an empty text as an empty cell; return how many rows."""
    number = 0
    with ZipFile(file, "w", ZIP_DEFLATED) as parts:
        for part, held in _PARTS.items():
            parts.writestr(part, f"{_XML}{held.replace('{name}', escape(name))}")
        with parts.open(_SHEET, "w", force_zip64=True) as sheet:
            sheet.write(f'{_XML}<worksheet xmlns="{_MAIN}">{_FROZEN}<sheetData>'.encode())
            for number, row in enumerate(rows, 1):
                cells = "".join(_cell(at, number, text) for at, text in enumerate(row) if text)
                sheet.write(f'<row r="{number}">{cells}</row>'.encode())
            sheet.write(b"</sheetData></worksheet>")
    return number


def _cell(at: int, number: int, text: str) -> str:
    held = escape(said(text))
    return f'<c r="{_column(at)}{number}" t="inlineStr"><is><t xml:space="preserve">{held}</t></is></c>'


def _column(at: int) -> str:
    """Return the letters of a column, counted from 0: A to Z, then AA."""
    before, last = divmod(at, 26)
    return (_column(before - 1) if before else "") + chr(ord("A") + last)


_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FORMATS = "http://schemas.openxmlformats.org"
_MAIN = f"{_FORMATS}/spreadsheetml/2006/main"
_RELATED = f"{_FORMATS}/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_SHEET = "xl/worksheets/sheet1.xml"
# The row of names stays in sight.
_FROZEN = (
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/>'
    "</sheetView></sheetViews>"
)
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_FORMATS}/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/{_SHEET}" ContentType="{_TYPE}.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_FORMATS}/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATED}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATED}">'
    '<sheets><sheet name="{name}" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_FORMATS}/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATED}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}
