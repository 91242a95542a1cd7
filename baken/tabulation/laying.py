# SPDX-License-Identifier: EUPL-1.2
"""A figure laid out to be read as a table: headings, and under them the cells as they are said."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product

from baken.tabulation.shapes import ALL, Dimension, Estimate, Figure, Result, Table, Words
from baken.tabulation.wording import category, cell, method, number

MOST_COLUMNS = 8  # of categories beside each other; more stand below each other
_NONE = Words("geen", "none")
_BETWEEN = Words("van {low} tot {high}", "from {low} to {high}")
_HEADINGS = (
    Words("Methode", "Method"), Words("Niet gezien", "Not seen"), Words("Bandbreedte", "Range"),
    Words("Gezien en niet gezien", "Seen and not seen"), Words("Bandbreedte", "Range"), Words("Zekerheid", "Level"),
)  # fmt: skip


@dataclass(frozen=True)
class Cell:
    """What stands in a cell."""

    text: str
    is_hidden: bool = False


@dataclass(frozen=True)
class Row:
    """A row: what it is about, and its cells."""

    heads: tuple[str, ...]
    cells: tuple[Cell, ...]
    is_total: bool = False


@dataclass(frozen=True)
class Grid:
    """A table to be read: over the heads of rows, over the cells, and the rows; ``over`` is what columns tell apart."""

    corners: tuple[str, ...]
    over: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def grid(figure: Figure, language: str) -> Grid:
    """Return a figure as a table in a language."""
    return _estimated(figure, language) if isinstance(figure, Estimate) else _counted(figure, language)


def _counted(table: Table, language: str) -> Grid:
    down, across = _sides(table)
    codes = (*across.codes, ALL) if across else ()
    corners = tuple(each.title.said(language) for each in down)
    columns = tuple(category(across, code, language) for code in codes) if across else (_number(language),)
    over = across.title.said(language) if across else ""
    return Grid(corners, over, columns, tuple(_rows(table, down, codes, language)))


def _sides(table: Table) -> tuple[tuple[Dimension, ...], Dimension | None]:
    """Return the dimensions that go down, and the one that goes across where there is one to spare and it is short."""
    *first, last = table.dimensions
    return (tuple(first), last) if first and len(last.codes) <= MOST_COLUMNS else (table.dimensions, None)


def _rows(table: Table, down: tuple[Dimension, ...], codes: tuple[str, ...], language: str) -> Iterator[Row]:
    for at in product(*((*each.codes, ALL) for each in down)):
        heads = tuple(category(each, code, language) for each, code in zip(down, at, strict=True))
        cells = [(*at, code) for code in codes] or [at]
        said = tuple(Cell(cell(table, each, language), table.values[each] is None) for each in cells)
        yield Row(heads, said, is_total=ALL in at)


def _number(language: str) -> str:
    return Words("Aantal", "Number").said(language)


def _estimated(figure: Estimate, language: str) -> Grid:
    corner, *columns = (each.said(language) for each in _HEADINGS)
    rows = tuple(_method(figure, each, language) for each in figure.results)
    return Grid((corner,), "", tuple(columns), rows)


def _method(figure: Estimate, result: Result, language: str) -> Row:
    said = (
        number(figure.unseen(result.estimate), language),
        _between(result, figure.unseen, language),
        number(result.estimate, language),
        _between(result, round, language),
        f"{result.level:g}% ({result.interval})",
    )
    return Row((method(result.method, language),), tuple(map(Cell, said)))


def _between(result: Result, of: Callable[[float], int], language: str) -> str:
    """Return between what and what something lies of the numbers by a method: the whole, or who was not seen."""
    if result.low is None or result.high is None:
        return _NONE.said(language)
    low, high = (number(of(each), language) for each in (result.low, result.high))
    return _BETWEEN.said(language).format(low=low, high=high)
