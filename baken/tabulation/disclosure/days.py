# SPDX-License-Identifier: EUPL-1.2
"""Periods cut into pieces that no table cuts further, and categories that say when."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from baken.tabulation.shapes import Population, Table

Span = tuple[date, date]  # first and last day, both in it

TIMES = ("year", "half", "quarter", "month")  # dimensions whose categories are parts of the population's period
_CODE = re.compile(r"(\d{4})(?:-?(?:(H[12])|(Q[1-4])|(0[1-9]|1[0-2])))?")
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Pieces:
    """Spans that follow each other, each whole inside or outside of every period and every category of time."""

    spans: tuple[Span, ...]

    def within(self, span: Span) -> frozenset[int]:
        """Return the places of the pieces that lie in a span."""
        first, last = span
        return frozenset(i for i, each in enumerate(self.spans) if first <= each[0] and each[1] <= last)


def span(code: str) -> Span:
    """Return the days that 2025, 2025-H1, 2025-Q3 or 2025-07 mean; raise ValueError for another code."""
    found = _CODE.fullmatch(code)
    if not found:
        raise ValueError(f"{code!r} is no year, half, quarter or month")
    year, (half, quarter, month) = int(found[1]), found.groups()[1:]
    length = 6 if half else 3 if quarter else 1 if month else 12
    part = int(month) if month else int((half or quarter or "Q1")[1])
    begin, end = (part - 1) * length, part * length
    return date(year, begin + 1, 1), date(year + end // 12, end % 12 + 1, 1) - _DAY


def pieces(tables: Iterable[Table]) -> Pieces:
    """Return the pieces into which populations and categories of time cut the days."""
    spans = [each for table in tables for each in _spans(table)]
    starts = sorted({first for first, _ in spans} | {last + _DAY for _, last in spans})
    cut = ((first, after - _DAY) for first, after in pairwise(starts))
    return Pieces(tuple(each for each in cut if any(a <= each[0] and each[1] <= b for a, b in spans)))


def _spans(table: Table) -> Iterable[Span]:
    yield whole(table.population)
    for dimension in table.dimensions:
        if dimension.name in TIMES:
            yield from map(span, dimension.codes)


def whole(population: Population) -> Span:
    """Return the period of a population."""
    return population.first, population.last
