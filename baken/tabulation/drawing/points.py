# SPDX-License-Identifier: EUPL-1.2
"""What of a table is drawn: its first dimension or two, the others taken together. Picture and words go by it alike."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from baken.tabulation.releasing import most
from baken.tabulation.shapes import ALL, Dimension, Table
from baken.tabulation.wording import category

_TIME = re.compile(r"\d{4}(-(Q[1-4]|\d{2}))?")
_LEAST_MOMENTS = 3  # two make no line


class Point(NamedTuple):
    """A cell that is drawn. ``most`` is what a hidden one can be at most, None where nobody can tell."""

    label: str
    value: int | None
    most: int | None


class Panel(NamedTuple):
    """Points beside each other, below a heading where there are several panels."""

    heading: str
    points: tuple[Point, ...]
    whole: int | None


def is_time(dimension: Dimension) -> bool:
    """Return whether a dimension is years, quarters or months, enough of them to see a course."""
    return len(dimension.codes) >= _LEAST_MOMENTS and all(map(_TIME.fullmatch, dimension.codes))


def drawn(table: Table) -> tuple[Dimension | None, Dimension]:
    """Return the dimension that makes panels, where there are two or more, and the one that is drawn in each.

    Time runs within a panel.
    """
    if len(table.dimensions) == 1:
        return None, table.dimensions[0]
    first, second = table.dimensions[:2]
    return (second, first) if is_time(first) else (first, second)


def panels(table: Table, language: str, *, brief: bool = False) -> list[Panel]:
    """Return what is drawn, in the order of the table; in brief one panel: along time, else of what comes first."""
    apart, along = _brief(table) if brief else drawn(table)
    return [
        Panel(
            category(apart, code, language) if apart else "",
            tuple(_points(table, apart, code, along, language)),
            table.values[_at(table, apart, code, along, ALL)],
        )
        for code in (apart.codes if apart else (ALL,))
    ]


def _brief(table: Table) -> tuple[None, Dimension]:
    apart, along = drawn(table)
    return None, along if apart is None or is_time(along) else apart


def _points(table: Table, apart: Dimension | None, code: str, along: Dimension, language: str) -> Iterator[Point]:
    for each in along.codes:
        at = _at(table, apart, code, along, each)
        value = table.values[at]
        yield Point(category(along, each, language), value, most(table, at) if value is None else value)


def _at(table: Table, apart: Dimension | None, code: str, along: Dimension, each: str) -> tuple[str, ...]:
    chosen = {along.name: each} | ({apart.name: code} if apart else {})
    return tuple(chosen.get(dimension.name, ALL) for dimension in table.dimensions)
