# SPDX-License-Identifier: EUPL-1.2
"""Years, quarters and months of a period as categories (pure)."""

from collections.abc import Iterator
from datetime import date

from baken.tabulation.shapes import Category, Words

YEAR, QUARTER, MONTH = "year", "quarter", "month"
TIMES = (YEAR, QUARTER, MONTH)
_MONTHS_NL = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MONTHS_EN = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def time_codes(day: date) -> dict[str, str]:
    """Return the year, quarter and month that a day lies in."""
    year, quarter = f"{day.year:04}", (day.month + 2) // 3
    return {YEAR: year, QUARTER: f"{year}-Q{quarter}", MONTH: f"{year}-{day.month:02}"}


def time_categories(name: str, first: date, last: date) -> tuple[Category, ...]:
    """Return the years, quarters or months of a period, first and last day in it, in their order."""
    found = dict.fromkeys(time_codes(month)[name] for month in _months(first, last))
    return tuple(_category(name, code) for code in found)


def _months(first: date, last: date) -> Iterator[date]:
    for month in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield date(month // 12, month % 12 + 1, 1)


def _category(name: str, code: str) -> Category:
    year, _, part = code.partition("-")
    if name == YEAR:
        return Category(code, Words(code, code))
    if name == QUARTER:
        return Category(code, Words(f"{part.replace('Q', 'kwartaal ')} {year}", f"{part} {year}"), {YEAR: year})
    month = int(part)
    words = Words(f"{_MONTHS_NL[month - 1]} {year}", f"{_MONTHS_EN[month - 1]} {year}")
    return Category(code, words, {YEAR: year, QUARTER: f"{year}-Q{(month + 2) // 3}"})
