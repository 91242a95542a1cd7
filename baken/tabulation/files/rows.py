# SPDX-License-Identifier: EUPL-1.2
"""A figure as rows under named columns: one row for each cell and total, or for each method of an estimate."""

from collections.abc import Iterator
from typing import NamedTuple

from baken.tabulation.releasing import most
from baken.tabulation.shapes import ALL, At, Estimate, Figure, Result, Table, Words
from baken.tabulation.wording import category, method

Value = str | int | None
TOLD, HIDDEN = "told", "hidden"


class Column(NamedTuple):
    """A column: its name for machines, its title and what it holds."""

    name: str
    title: Words
    description: Words
    is_number: bool = False


def _number(name: str, title: Words, description: Words) -> Column:
    return Column(name, title, description, is_number=True)


_COUNTS = (
    _number("value", Words("Aantal", "Number"), Words("Leeg als het verborgen is.", "Empty where it is hidden.")),
    _number("low", Words("Minstens", "At least"), Words("Het kleinste dat het kan zijn.", "The least that it can be.")),
    _number(
        "high",
        Words("Hoogstens", "At most"),
        Words(
            "Het grootste dat het kan zijn; leeg als niemand dat weet.", "The most it can be; empty if nobody knows."
        ),
    ),
    Column("status", Words("Status", "Status"), Words("told: verteld; hidden: verborgen.", "told, or hidden.")),
)
_UNSEEN = Words("Geschat: op geen enkele lijst.", "Estimated: on no list.")
_TOTAL = Words("Geschat: gezien en ongezien.", "Estimated: seen and unseen.")
_METHODS = (
    Column("method", Words("Methode", "Method"), Words("De naam van de methode.", "The method's name.")),
    Column("method_label", Words("Methode in woorden", "Method in words"), Words("Kort.", "In short.")),
    _number("observed", Words("Gezien", "Seen"), Words("Op minstens één lijst.", "On one list or more.")),
    _number("unseen", Words("Ongezien", "Unseen"), _UNSEEN),
    _number("unseen_low", Words("Ongezien, minstens", "Unseen, at least"), _UNSEEN),
    _number("unseen_high", Words("Ongezien, hoogstens", "Unseen, at most"), _UNSEEN),
    _number("total", Words("Samen", "Together"), _TOTAL),
    _number("total_low", Words("Samen, minstens", "Together, at least"), _TOTAL),
    _number("total_high", Words("Samen, hoogstens", "Together, at most"), _TOTAL),
    _number(
        "level", Words("Niveau", "Level"), Words("Van het interval, in procenten.", "Of the interval, in per cent.")
    ),
    Column("interval", Words("Soort interval", "Kind of interval"), Words("Hoe het gemaakt is.", "How it was made.")),
)


def columns(figure: Figure) -> tuple[Column, ...]:
    """Return the columns of a figure's file."""
    return _METHODS if isinstance(figure, Estimate) else (*_dimensions(figure), *_COUNTS)


def _dimensions(table: Table) -> Iterator[Column]:
    codes = Words(f"Code; {ALL} is alles samen.", f"Code; {ALL} is all together.")
    for each in table.dimensions:
        yield Column(each.name, each.title, codes)
        yield Column(f"{each.name}_label", each.title, each.definition)


def rows(figure: Figure, language: str) -> Iterator[list[Value]]:
    """Yield what stands under the columns, in their order."""
    if isinstance(figure, Estimate):
        yield from ([each.method, method(each.method, language), *_estimated(figure, each)] for each in figure.results)
    else:
        yield from ([*_at(figure, at, language), *_counted(figure, at)] for at in figure.cells())


def _at(table: Table, at: At, language: str) -> Iterator[str]:
    for dimension, code in zip(table.dimensions, at, strict=True):
        yield code
        yield category(dimension, code, language)


def _counted(table: Table, at: At) -> tuple[Value, ...]:
    value = table.values[at]
    return (None, 0, most(table, at), HIDDEN) if value is None else (value, value, value, TOLD)


def _estimated(figure: Estimate, result: Result) -> tuple[Value, ...]:
    together = (result.estimate, result.low, result.high)
    unseen, whole = ([None if each is None else of(each) for each in together] for of in (figure.unseen, round))
    return (figure.observed, *unseen, *whole, round(result.level), result.interval)
