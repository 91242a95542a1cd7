# SPDX-License-Identifier: EUPL-1.2
"""Builds the html that importers hand over: only tags we name, all text escaped by us."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from html import escape as _escape
from html import unescape

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SPACE = re.compile(r"\s+")
_BLOCK = re.compile(r"</(?:p|li|tr|caption|dt|dd|h3)>|<br>")
_LINK = re.compile(r'<a href="source:([^"]*)">(.*?)</a>', re.DOTALL)
_CELL = re.compile(r"</(?:td|th)>")
_TAG = re.compile(r"<[^>]*>")
# What an address within Baken may hold; anything else makes a reference plain text.
_TARGET = re.compile(r"[\w.:()/°~-]+\Z")


@dataclass(frozen=True)
class Cell:
    """A cell of a table: its html, and how many columns and rows it takes."""

    html: str
    columns: int = 1
    rows: int = 1


def escape(text: str | None) -> str:
    """Return text safe within html, with every run of white space as one space."""
    return _escape(_SPACE.sub(" ", _CONTROL.sub("", text or "")), quote=True)


def tag(name: str, html: str) -> str:
    """Return html within a tag, or nothing where there is nothing to hold."""
    return f"<{name}>{html}</{name}>" if html.strip() else html


def paragraph(html: str) -> str:
    """Return html as a paragraph, or as it is where it holds paragraphs or lists, which cannot stand in one."""
    content = html.strip()
    return content if "<p>" in content or "<ol" in content else tag("p", content)


def link(target: str, html: str) -> str:
    """Return a link to a source such as `bwb/BWBR0011823/artikel/5`, or the words alone where it is not one."""
    return f'<a href="source:{target}">{html}</a>' if _TARGET.match(target) and html.strip() else html


def only_known(html: str, work: str, paths: Collection[str]) -> str:
    """Return html in which a link into the work itself stands only where it leads to one of its paths."""

    def kept(match: re.Match[str]) -> str:
        inside, _, path = match[1].removeprefix(work).partition("/")
        known = not match[1].startswith(work) or inside or not path or path in paths
        return match[0] if known else match[2]

    return _LINK.sub(kept, html)


def item(number: str, html: str) -> str:
    """Return a list item with its number as printed; the browser does not count."""
    shown = f'<span class="number">{escape(number).strip()}</span> ' if number.strip() else ""
    return f"<li>{shown}{html}</li>"


def items(inside: Sequence[str]) -> str:
    """Return a list of ready items that carry their own numbers."""
    return f'<ol class="numbered">{"".join(inside)}</ol>' if inside else ""


def table(caption: str, head: Sequence[Sequence[Cell]], body: Sequence[Sequence[Cell]]) -> str:
    """Return a table whose head cells say that they name columns."""
    top = tag("thead", "".join(_row(row, "th") for row in head))
    return f"<table>{tag('caption', caption)}{top}<tbody>{''.join(_row(row, 'td') for row in body)}</tbody></table>"


def _row(cells: Sequence[Cell], name: str) -> str:
    return f"<tr>{''.join(_cell(cell, name) for cell in cells)}</tr>"


def _cell(cell: Cell, name: str) -> str:
    scope = ' scope="col"' if name == "th" else ""
    columns = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    rows = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    return f"<{name}{scope}{columns}{rows}>{cell.html}</{name}>"


def plain(html: str) -> str:
    """Return the words of our own html without markup: a line for each block, single spaces within it."""
    lines = _TAG.sub("", _CELL.sub(" ", _BLOCK.sub("\n", html))).split("\n")
    return "\n".join(line for each in lines if (line := _SPACE.sub(" ", unescape(each)).strip()))
