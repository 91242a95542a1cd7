# SPDX-License-Identifier: EUPL-1.2
"""Reads what UNODC publishes of the Global Report on Trafficking in Persons: counts by country and year.

The table says everything several times: in all, by form, by citizenship, by sex and age. Rows are told apart by what
they are of, and never all added up. Two rows may be of the same: parts that the publisher gave one name.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from baken.standards.comparing import counts
from baken.standards.comparing.counts import Count, CountError
from baken.standards.comparing.refusing import Refusal
from baken.standards.opening import FileRefused, xlsx_rows

SHEET = "data_glotip_1"
SOURCE = "UNODC, Global Report on Trafficking in Persons (data_glotip)"
ALL = "Total"
DETECTED, FORMS = "Detected trafficking victims", "by form of exploitation"
CHILDREN, ADULTS = "0 to 17 years", "18 years or over"
_COLUMNS = {
    "Iso3_code": "code", "Country": "country", "Indicator": "indicator", "Dimension": "dimension",
    "Category": "category", "Sex": "sex", "Age": "age", "Year": "year", "Unit of measurement": "unit",
    "txtVALUE": "counted",
}  # fmt: skip
_YEARS = range(1990, 2101)


class Row(NamedTuple):
    """One published count and what it is of, in the words of the table; an empty word is unknown."""

    code: str
    country: str
    indicator: str
    dimension: str
    category: str
    sex: str
    age: str
    year: int
    counted: Count


@dataclass
class Table:
    """What was read, and every row that was refused."""

    rows: list[Row] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)


def read(path: Path) -> Table:
    """Read the table whole; raise FileRefused for another file."""
    grid, found = xlsx_rows(path, SHEET), Table()
    _, first = next(grid, (1, []))
    header = [_COLUMNS.get(name, "") for name in first]
    if missing := [name for name, ours in _COLUMNS.items() if header.count(ours) != 1]:
        raise FileRefused(f"{path.name} is no table of GLOTIP: it has not one column {missing[0]}")
    for row, told in grid:
        if isinstance(told, str):
            found.refusals.append(Refusal(row, "", told))
        elif any(told):
            _take(found, row, {name: cell for name, cell in zip(header, told, strict=False) if name})
    return found


def of(rows: Iterable[Row], **what: str | int) -> list[Row]:
    """Return the rows of something; what is not named (category, sex, age, dimension) is the total."""
    wanted = {"dimension": ALL, "category": ALL, "sex": ALL, "age": ALL, **what}
    return [each for each in rows if all(getattr(each, name) == word for name, word in wanted.items())]


def told(rows: Iterable[Row]) -> Count:
    """Return what rows of the same thing say together."""
    return counts.total(each.counted for each in rows)


def years(rows: Iterable[Row]) -> list[int]:
    """Return the years of rows, in their order."""
    return sorted({each.year for each in rows})


def categories(rows: Iterable[Row], dimension: str) -> list[str]:
    """Return what a dimension is divided in, in their order."""
    return sorted({each.category for each in rows if each.dimension == dimension})


def _take(found: Table, row: int, cells: Mapping[str, str]) -> None:
    wrong = list(_wrong(cells))
    found.refusals += [Refusal(row, column, says) for column, says in wrong]
    if not wrong:
        words = {name: cells[name] for name in Row._fields if name not in ("year", "counted")}
        found.rows.append(Row(**words, year=int(cells["year"]), counted=counts.read(cells["counted"])))


def _wrong(cells: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if not (cells["year"].isascii() and cells["year"].isdigit() and int(cells["year"]) in _YEARS):
        yield "Year", "no year"
    if cells["unit"] != "Counts":
        yield "Unit of measurement", "no count of persons"
    if not cells["indicator"]:
        yield "Indicator", "empty"
    try:
        counts.read(cells["counted"])
    except CountError as error:
        yield "txtVALUE", str(error)
