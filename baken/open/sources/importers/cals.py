# SPDX-License-Identifier: EUPL-1.2
"""Reads tables in the OASIS exchange model (CALS), which Dutch law and rulings share."""

import re
from collections.abc import Callable

from baken.open.files.xmltree import Element, child, name
from baken.open.sources.importers import markup

_WIDEST = 60
_SMALL = re.compile(r"[0-9]{1,3}\Z")


def table(element: Element, inside: Callable[[Element], str]) -> str:
    """Return a table as html; `inside` turns a cell's content into html."""
    title = child(element, "title")
    caption = inside(title).strip() if title is not None else ""
    groups = [each for each in element if name(each) == "tgroup"]
    head = [row for group in groups for row in _rows(group, "thead", inside)]
    body = [row for group in groups for row in _rows(group, "tbody", inside)]
    return markup.table(caption, head, body)


def _rows(group: Element, part: str, inside: Callable[[Element], str]) -> list[list[markup.Cell]]:
    columns = _columns(group)
    sections = [each for each in group if name(each) == part]
    rows = [row for section in sections for row in section if name(row) == "row"]
    return [[_cell(each, columns, inside) for each in row if name(each) == "entry"] for row in rows]


def _columns(group: Element) -> dict[str, int]:
    """Return the place of each named column."""
    specs = [each for each in group if name(each) == "colspec"]
    return {each.get("colname", ""): place for place, each in enumerate(specs)}


def _cell(entry: Element, columns: dict[str, int], inside: Callable[[Element], str]) -> markup.Cell:
    first, last = columns.get(entry.get("namest", "")), columns.get(entry.get("nameend", ""))
    width = last - first + 1 if first is not None and last is not None else 1
    more = entry.get("morerows", "0")
    height = int(more) + 1 if _SMALL.match(more) else 1
    return markup.Cell(inside(entry).strip(), min(max(width, 1), _WIDEST), height)
