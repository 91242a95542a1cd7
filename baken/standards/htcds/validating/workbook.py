# SPDX-License-Identifier: EUPL-1.2
"""XLSX taken apart as the archive of XML that it is (ECMA-376), without a library for spreadsheets."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, ParseError
from zipfile import BadZipFile, ZipFile

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse, parse

from baken.standards.htcds.fields import standard
from baken.standards.htcds.validating.broken import Broken

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MOST = 512 * 2**20  # bytes unpacked
_LONGEST = 32_767
_CODE = re.compile("_x([0-9A-F]{4})_", re.IGNORECASE)


def rows(path: Path) -> Iterator[list[str]]:
    """Yield the rows of the standard's sheet; raise Broken for another file, and for a cell that is no text."""
    try:
        with ZipFile(path) as parts:
            if sum(each.file_size for each in parts.infolist()) > _MOST:
                raise Broken(0, f"unpacks to more than {_MOST} bytes")
            yield from _rows(parts, _shared(parts))
    except (OSError, KeyError, BadZipFile, ParseError, DefusedXmlException) as error:
        raise Broken(0, f"is no workbook: {type(error).__name__}") from None


def _rows(parts: ZipFile, shared: list[str]) -> Iterator[list[str]]:
    width = number = 0
    with parts.open(_sheet(parts)) as sheet:
        for _, node in iterparse(sheet):
            if node.tag != f"{_MAIN}row":
                continue
            number += 1
            if node.get("r", str(number)) != str(number):
                raise Broken(number, "is not where it says that it is")
            cells = {_column(each): _text(number, each, shared) for each in node.iter(f"{_MAIN}c")}
            width = width or max(cells, default=-1) + 1
            yield [cells.get(at, "") for at in range(max(width, max(cells, default=-1) + 1))]
            node.clear()


def _sheet(parts: ZipFile) -> str:
    """Return the part that holds the one sheet, which has the name of the standard."""
    found = list(parse(parts.open("xl/workbook.xml")).iter(f"{_MAIN}sheet"))
    if [each.get("name") for each in found] != [standard().name]:
        raise Broken(0, f"has not one sheet called {standard().name}")
    links = parse(parts.open("xl/_rels/workbook.xml.rels")).getroot()
    target = next(each.get("Target", "") for each in links if each.get("Id") == found[0].get(_LINK))
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _shared(parts: ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in parts.namelist():
        return []
    return [_words(each) for each in parse(parts.open("xl/sharedStrings.xml")).iter(f"{_MAIN}si")]


def _column(cell: Element) -> int:
    """Return the number of a cell's column, from 0."""
    at = 0
    for letter in filter(str.isalpha, cell.get("r", "")):
        at = at * 26 + ord(letter) - ord("A") + 1
    return at - 1


def _text(row: int, cell: Any, shared: list[str]) -> str:
    if cell.find(f"{_MAIN}f") is not None:
        raise Broken(row, "has a formula")
    kind, held = cell.get("t"), cell.findtext(f"{_MAIN}v")
    if kind == "inlineStr":
        text = _words(cell)
    elif kind == "s" and held is not None:
        text = shared[int(held)]
    elif held is None:
        text = ""
    else:
        raise Broken(row, "has a cell that is no text")
    if len(text) > _LONGEST:
        raise Broken(row, "has a cell longer than a cell can be")
    return _CODE.sub(lambda found: chr(int(found[1], 16)), text)


def _words(node: Any) -> str:
    return "".join(each.text or "" for each in node.iter(f"{_MAIN}t"))
