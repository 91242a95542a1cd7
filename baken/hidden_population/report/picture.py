# SPDX-License-Identifier: EUPL-1.2
"""A report as one SVG file: text that can be read and found, pictures with what they show in words, light and dark."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from baken.hidden_population.report.chart import HATCH, STYLE, WIDTH, Chart
from baken.hidden_population.report.content import Grid, Report, Section

_MARGIN, _LINE = 40, 22
_LETTERS = 96  # a line takes
_LETTER, _BOLD, _GAP = 8.5, 9.6, 18  # how wide letters are, and what lies between columns
_LEVELS = {"title": 1, "heading": 2}
_STYLE = """
.paper { fill: #fdfbf7 }
.title { font-size: 27px; font-weight: 700 } .heading { font-size: 19px; font-weight: 700 } .head { font-weight: 700 }
@media (prefers-color-scheme: dark) {
.paper { fill: #10181f } .ink { fill: #eef2f5 } .soft { fill: #b4c0ca } .axis { stroke: #3b4853 }
.line { stroke: #eef2f5 } .seen { fill: #6fb8d0 } .unseen { stroke: #6fb8d0 } .hatch { stroke: #6fb8d0 }
}
"""


class _Block(NamedTuple):
    """Something drawn, and how high it is; it is drawn from 0 down."""

    shapes: str
    height: float


def drawn(report: Report) -> bytes:
    """Return a report as SVG, in UTF-8."""
    blocks = [_lines([report.title], "title", 34), *(block for each in report.sections for block in _section(each))]
    blocks.append(_lines([report.foot], "soft"))
    top, placed = float(_MARGIN), []
    for each in blocks:
        placed.append(f'<g transform="translate({_MARGIN} {top:.0f})">\n{each.shapes}\n</g>')
        top += each.height
    return _whole(report, placed, top + _MARGIN / 2).encode()


def standing_alone(chart: Chart) -> str:
    """Return a picture as an SVG of its own."""
    size = f'width="{WIDTH}" height="{chart.height}" viewBox="0 0 {WIDTH} {chart.height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}><style>{STYLE}</style>{HATCH}\n{chart.drawn()}\n</svg>'


def _whole(report: Report, placed: Sequence[str], height: float) -> str:
    width = WIDTH + 2 * _MARGIN
    size = f'width="{width}" height="{height:.0f}" viewBox="0 0 {width} {height:.0f}"'
    named = f'role="graphics-document document" lang="{report.language}" aria-labelledby="title"'
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {named}>',
        f'<title id="title">{escape(report.title)}</title>', f"<style>{STYLE}{_STYLE}</style>{HATCH}",
        '<rect class="paper" width="100%" height="100%"/>', *placed, "</svg>\n",
    ])  # fmt: skip


def _section(section: Section) -> Iterator[_Block]:
    yield _Block("", 20)
    yield _lines([section.title], "heading", 30)
    if section.lines:
        yield _lines(section.lines, "ink")
    if section.chart:
        picture = f'<g role="img" aria-label={quoteattr(section.chart.told)}>\n{section.chart.drawn()}\n</g>'
        yield _Block(picture, section.chart.height + 10)
    if section.grid:
        yield _grid(section.grid)
    if section.notes:
        yield _lines(section.notes, "soft")


def _lines(lines: Sequence[str], kind: str, line: int = _LINE) -> _Block:
    """Return sentences, each on as many lines as it takes."""
    letters = _LETTERS if kind in {"ink", "soft"} else _LETTERS // 2
    rows = [row for each in lines for row in textwrap.wrap(each, letters)]
    shapes = [
        f'<text class="ink {kind}" y="{line * (number + 0.7):.0f}">{escape(row)}</text>'
        for number, row in enumerate(rows)
    ]
    told = "\n".join(shapes)
    if kind in _LEVELS:
        told = f'<g role="heading" aria-level="{_LEVELS[kind]}">\n{told}\n</g>'
    return _Block(told, line * len(rows) + 8)


def _grid(grid: Grid) -> _Block:
    """Return a table, each cell on as many lines as its column's width takes; numbers end where their column does."""
    widths, shapes, top = _widths(grid), list[str](), 0
    for row in (grid.head, *grid.rows):
        kind, left, deepest = "ink head" if row is grid.head else "ink", 0.0, 1
        for cell, width, is_number in zip(row, widths, grid.numbers, strict=True):
            lines = textwrap.wrap(cell, max(int((width - _GAP) / _LETTER), 4))
            x, anchor = (left + width - _GAP, "end") if is_number else (left, "start")
            shapes += [_cell(kind, (x, top + 17 + 18 * place), anchor, line) for place, line in enumerate(lines)]
            left, deepest = left + width, max(deepest, len(lines))
        top += 18 * deepest + 8
        shapes.append(f'<line class="axis" x1="0" y1="{top}" x2="{WIDTH}" y2="{top}"/>')
    return _Block("\n".join(shapes), top + 12)


def _cell(kind: str, at: tuple[float, float], anchor: str, line: str) -> str:
    x, y = at
    return f'<text class="{kind}" x="{x:.0f}" y="{y}" text-anchor="{anchor}">{escape(line)}</text>'


def _widths(grid: Grid) -> list[float]:
    """Return a width for each column: as its longest cell has it, and for the longest columns what is left."""
    cells = [max(map(len, column)) for column in zip(*grid.rows, strict=True)]
    natural = [max(_LETTER * cell, _BOLD * len(head)) + _GAP for cell, head in zip(cells, grid.head, strict=True)]
    while sum(natural) > WIDTH:
        longest = max(natural)
        natural = [min(each, longest - _LETTER) for each in natural]
    return natural
