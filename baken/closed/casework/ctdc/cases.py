# SPDX-License-Identifier: EUPL-1.2
"""What a row of a table of CTDC tells of one made-up person, in the terms of a file here (pure)."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from baken.closed.casework.ctdc import cells
from baken.closed.casework.ctdc.cells import Range, RowRefused
from baken.closed.casework.person.rules import years_between

COLUMNS = Path(__file__).with_name("columns.toml")
SOURCE = "Synthetisch bestand van CTDC"
_ADULT = 18
_MAJORITY: dict[str, Range] = {"Adult": (_ADULT, None), "Minor": (0, _ADULT - 1)}
_INTRODUCTION = f"{SOURCE}, ingelezen om mee te oefenen. Er bestaat geen persoon bij dit dossier."
Row = Mapping[str, str]


@dataclass(frozen=True)
class Case:
    """A case as it can be written into a file: the age is that of today, and the status has the day it was said."""

    gender: str
    nationality: str
    least: int | None
    most: int | None
    said_on: date | None
    note: str


def case(row: Row, today: date) -> Case:
    """Return the case of a row; raise RowRefused with the reason where it cannot be one."""
    if not any(map(cells.known, row.values())):
        raise RowRefused("nothing in the row")
    years = cells.years(*_cell(row, "years"), today)
    flags = {column: cells.flag(column, row[column]) for column in _flag_columns() if column in row}
    _check(flags)
    age = _age(row)
    least, most = _now(age, years, today)
    return Case(
        gender=_gender(*_cell(row, "gender")),
        nationality=_country(row, "origin"),
        least=least,
        most=most,
        said_on=date(years[0], 1, 1) if years else None,
        note="\n".join([_INTRODUCTION, *_lines(row, years, age, flags)]),
    )


@cache
def table() -> dict[str, Any]:
    """Return the columns that are known, and what they are called."""
    return tomllib.loads(COLUMNS.read_text(encoding="utf-8"))


@cache
def columns() -> frozenset[str]:
    """Return every column that is read."""
    named = [name for names in table()["columns"].values() for name in names]
    others = [each["column"] for each in [*table()["texts"], *table()["ranges"]]]
    return frozenset([*named, *others, *_flag_columns()])


@cache
def _flag_columns() -> tuple[str, ...]:
    return tuple(column for each in table()["flags"] for column in each["words"])


def _cell(row: Row, about: str) -> tuple[str, str]:
    """Return the column that tells of something, and its cell: of several names the first that says anything."""
    names = [name for name in table()["columns"][about] if name in row]
    told = [name for name in names if cells.known(row[name])] or names or [table()["columns"][about][0]]
    return told[0], row.get(told[0], "")


def _country(row: Row, about: str) -> str:
    return cells.country(*_cell(row, about), table()["regions"])


def _gender(column: str, cell: str) -> str:
    said = cells.known(cell)
    if said and said not in table()["genders"]:
        raise RowRefused(f"unknown code in {column}")
    return str(table()["genders"].get(said, "NonSpecifiedUnknown"))


def _age(row: Row) -> Range | None:
    """Return the age at registration; raise RowRefused where an adult would be a child, or a child an adult."""
    age = cells.age(*_cell(row, "age"))
    column, said = _cell(row, "majority")
    if not cells.known(said):
        return age
    if said.strip() not in _MAJORITY:
        raise RowRefused(f"unknown code in {column}")
    grown = _MAJORITY[said.strip()]
    if age is None:
        return grown
    least, most = max(age[0], grown[0]), min(_end(age), _end(grown))
    if least > most:
        raise RowRefused("contradiction: grown up at a child's age, or the other way round")
    return least, None if most > cells.OLDEST else most


def _end(age: Range) -> int:
    return cells.OLDEST + 1 if age[1] is None else age[1]


def _now(age: Range | None, years: tuple[int, int] | None, today: date) -> tuple[int | None, int | None]:
    """Return how old who had this age in these years is today: at least and at most. Without a year nobody knows."""
    if age is None or years is None:
        return None, None
    latest = min(date(years[1], 12, 31), today)
    least = age[0] + years_between(latest, today)
    most = _end(age) + years_between(date(years[0], 1, 1), today) + 1
    return min(least, cells.OLDEST), min(most, cells.OLDEST)


def _check(flags: Mapping[str, bool | None]) -> None:
    """Raise RowRefused where a sector is named of an exploitation that the row says there was not."""
    for each in table()["flags"]:
        whole = each.get("only_with")
        if whole and flags.get(whole) is False and any(flags.get(column) for column in each["words"]):
            raise RowRefused(f"contradiction: a sector though {whole} is 0")


def _lines(
    row: Row, years: tuple[int, int] | None, age: Range | None, flags: Mapping[str, bool | None]
) -> Iterator[str]:
    """Yield what the row tells, a line for each thing that is known."""
    if years:
        yield f"Geregistreerd: {_joined(years)}."
    if age:
        yield f"Leeftijd bij de registratie: {_joined(age)} jaar."
    if place := _country(row, "place"):
        yield f"Plaats van de uitbuiting: {place}."
    for each in table()["flags"]:
        yield from _line(each["title"], [word for column, word in each["words"].items() if flags.get(column)])
    for each in table()["texts"]:
        column = each["column"]
        yield from _line(each["title"], cells.words(column, row.get(column, ""), each["words"]))
    for each in table()["ranges"]:
        spans = [cells.span(each["column"], one) for one in row.get(each["column"], "").split(";")]
        yield from _line(each["title"], [f"{_joined(span)} {each['unit']}" for span in spans if span])


def _line(title: str, told: list[str]) -> Iterator[str]:
    if told:
        yield f"{title}: {', '.join(told)}."


def _joined(span: Range) -> str:
    least, most = span
    if most is None:
        return f"{least} of meer"
    return f"{least}" if least == most else f"{least} tot en met {most}"
