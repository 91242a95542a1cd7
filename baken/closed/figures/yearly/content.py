# SPDX-License-Identifier: EUPL-1.2
"""The yearly report as data: its chapters in their order, each with words, picture and table, in one language.

It is made of what colleagues see already and reckons nothing anew: what is hidden there is hidden here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from babel.dates import format_date
from babel.numbers import format_percent

from baken.closed.figures.yearly import labels
from baken.closed.shelter.board.counting import Month
from baken.tabulation.drawing.pictures import printed_picture
from baken.tabulation.drawing.saying import saying
from baken.tabulation.files.about import who
from baken.tabulation.laying import grid
from baken.tabulation.shapes import Table, Words
from baken.tabulation.wording import day, language_of, number, why_hidden


@dataclass(frozen=True)
class Picture:
    """A drawing as SVG, and the same in sentences."""

    drawn: str
    told: str


@dataclass(frozen=True)
class Rows:
    """A table: what its columns are, its rows, how many columns head a row, and which rows are totals."""

    head: list[str]
    rows: list[list[str]]
    heads: int = 1
    totals: list[bool] = field(default_factory=list)


@dataclass(frozen=True)
class Chapter:
    """A part under a heading: sentences, then a picture, then a table, then small print."""

    title: str
    lines: list[str]
    picture: Picture | None = None
    table: Rows | None = None
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Cover:
    """Whose report it is, of which year, and on which day it is made."""

    agency: str
    year: int
    on: date


@dataclass(frozen=True)
class Report:
    """A whole report, in one language."""

    language: str
    title: str
    agency: str
    about: list[str]
    contents: str
    chapters: list[Chapter]


def report(cover: Cover, tables: Sequence[Table], months: Sequence[Month], code: str) -> Report:
    """Return the report of a year in a language, given by its code."""
    language = language_of(code)
    chapters = [
        _plain(labels.HOW, labels.HOW_LINES, language),
        _plain(labels.HIDDEN, labels.HIDDEN_LINES, language),
        *(_figure(each, language) for each in tables),
        *([_nights(months, language)] if months else []),
    ]
    return Report(
        language=language,
        title=labels.TITLE.said(language).format(year=cover.year),
        agency=cover.agency,
        about=[labels.MADE_ON.said(language).format(day=day(cover.on, language)), labels.INSIDE.said(language)],
        contents=labels.CONTENTS.said(language),
        chapters=chapters,
    )


def _plain(title: Words, lines: Sequence[Words], language: str) -> Chapter:
    return Chapter(title.said(language), [each.said(language) for each in lines])


def _figure(table: Table, language: str) -> Chapter:
    counted_of = who(table, language)
    counted = labels.COUNTED_ON.said(language).format(day=day(table.counted_on, language))
    return Chapter(
        title=table.title.said(language),
        lines=[table.definition.said(language), f"{counted_of[:1].upper()}{counted_of[1:]}. {counted}"],
        picture=Picture(printed_picture(table, language), " ".join(saying(table, language))),
        table=_table(table, language),
        notes=list(_notes(table, language)),
    )


def _table(table: Table, language: str) -> Rows:
    laid = grid(table, language)
    rows = [[*each.heads, *(cell.text for cell in each.cells)] for each in laid.rows]
    columns = [f"{laid.over}: {each}" if laid.over else each for each in laid.columns]
    return Rows([*laid.corners, *columns], rows, len(laid.corners), [each.is_total for each in laid.rows])


def _notes(table: Table, language: str) -> Iterator[str]:
    if None in table.values.values():
        yield why_hidden(table, language)
    meant = " ".join(f"{each.title.said(language)}: {each.definition.said(language)}" for each in table.dimensions)
    if meant:
        yield f"{labels.MEANT.said(language)}. {meant}"


def _nights(months: Sequence[Month], language: str) -> Chapter:
    """Return nights by month, the first of the year on top."""
    rows = [
        [
            str(format_date(each.first, "MMMM", locale=language)), number(each.slept, language),
            number(each.there, language), str(format_percent(each.share / 100, locale=language)),
        ]
        for each in sorted(months, key=lambda each: each.first)
    ]  # fmt: skip
    head = [each.said(language) for each in labels.NIGHTS_HEAD]
    lines = [each.said(language) for each in labels.NIGHTS_LINES]
    return Chapter(labels.NIGHTS.said(language), lines, table=Rows(head, rows, totals=[False] * len(rows)))
