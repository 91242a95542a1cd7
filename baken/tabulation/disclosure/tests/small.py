# SPDX-License-Identifier: EUPL-1.2
"""Small made-up tables, and those who would hide their small cells alone."""

from dataclasses import replace
from datetime import date

from baken.tabulation.counting import counted
from baken.tabulation.disclosure.tests.years import words
from baken.tabulation.shapes import Category, Dimension, Population, Table

ON = date(2026, 1, 15)
_ABOUT = {"title": words("made up"), "definition": words("made up")}


def dimension(name, *codes, **within):
    made = (Category(code, words(code), {k: v[code] for k, v in within.items()}) for code in codes)
    return Dimension(name, words(name), words(name), tuple(made))


SEX, FORM = dimension("sex", "woman", "man"), dimension("form", "sexual", "labour", "crime")
AGE = dimension("age", "child", "adult")


def people(numbers, *dimensions):
    """Return people as ``{("woman", "labour"): 3}`` has them."""
    names = [each.name for each in dimensions]
    return [dict(zip(names, codes, strict=True)) for codes, number in numbers.items() for _ in range(number)]


def table(units, *dimensions, first=date(2025, 1, 1), last=date(2025, 12, 31), on=ON, **where):
    """Return a table of those whom a filter lets through."""
    chosen = [each for each in units if all(each[name] in codes for name, codes in where.items())]
    population = Population("cases", first, last, where)
    return Table(
        **_ABOUT, population=population, dimensions=dimensions, values=counted(chosen, dimensions), counted_on=on
    )


def naively(whole, threshold=11):
    """Return a table of which only the small cells are hidden."""
    values = {at: value if value >= threshold else None for at, value in whole.values.items()}
    return replace(whole, values=values, threshold=threshold)


def hiding(whole, *cells):
    """Return a table with some cells hidden."""
    return replace(whole, values={**whole.values, **dict.fromkeys(cells)}, threshold=11)
