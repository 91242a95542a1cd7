# SPDX-License-Identifier: EUPL-1.2
"""Reads tables of the Counter-Trafficking Data Collaborative to count by, k-anonymous or synthetic.

A cell holds nothing, a value, or several with semicolons. Nothing stands there as an empty cell or as -99, and for a
country also as 0: a country that was left out because too few come from there. What is not known is not "no".
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

from baken.standards.comparing.refusing import Refusal
from baken.standards.opening import FileRefused, csv_rows

SOURCE = "Counter-Trafficking Data Collaborative (ctdatacollaborative.org)"
_NEEDED = ({"yearOfRegistration", "yearRegister"}, {"gender"})
_NOTHING = frozenset({"", "-99", "-99.0"})
_HIDDEN = re.compile(r"citizenship|CountryOfExploitation")
# Column → what its values look like, and what they are made of.
_KINDS: tuple[tuple[str, str, str], ...] = (
    (r"is[A-Z]\w*|typeOf(?:Labour|Sex)(?!Conc)[A-Z]\w*|meansOfControl(?!Conc)[A-Z]\w*", r"[01](?:\.0)?", "no 0 or 1"),
    (r"yearOfRegistration|yearRegister", r"(?:19|20)[0-9]{2}(?:--?(?:19|20)[0-9]{2})?", "no year"),
    (r"ageBroad|IP_ageBroad", r"[0-9]{1,3}--[0-9]{1,3}|[0-9]{1,3}\+", "no range of ages"),
    (_HIDDEN.pattern, r"[A-Z]{2}|0+", "no country in two capitals"),
    (r"majorityStatus\w*", r"Adult|Minor", "neither Adult nor Minor"),
)
Row = Mapping[str, tuple[str, ...]]


@dataclass
class Table:
    """What was read: the values of each row by column, none where nothing is known, and every row that was refused."""

    columns: tuple[str, ...] = ()
    rows: list[Row] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)


def read(path: Path) -> Table:
    """Read a table whole; raise FileRefused for another file."""
    grid = csv_rows(path)
    _, first = next(grid, (1, []))
    if isinstance(first, str) or not all(names & set(first) for names in _NEEDED) or len(set(first)) != len(first):
        raise FileRefused(f"{path.name} is no table of CTDC")
    found = Table(tuple(first))
    for row, told in grid:
        if isinstance(told, str) or len(told) != len(first):
            wrong = told if isinstance(told, str) else "more or fewer cells than the first row"
            found.refusals.append(Refusal(row, "", wrong))
        else:
            _take(found, row, dict(zip(first, told, strict=True)))
    return found


def tally(rows: Iterable[Row], columns: Sequence[str]) -> Counter[tuple[str, ...]]:
    """Return how many rows have each combination of values; an empty text is what is not known.

    A row with several values counts at each of them, so the counts may be more than the rows together.
    """
    return Counter(told for row in rows for told in product(*(row[name] or ("",) for name in columns)))


def _take(found: Table, row: int, cells: Mapping[str, str]) -> None:
    told = {name: _values(cell) for name, cell in cells.items()}
    wrong = [(name, says) for name, values in told.items() for says in _wrong(name, values)]
    found.refusals += [Refusal(row, name, says) for name, says in wrong]
    if not wrong:
        found.rows.append({name: tuple(_known(name, values)) for name, values in told.items()})


def _values(cell: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in cell.split(";") if each.strip() not in _NOTHING)


def _wrong(name: str, values: tuple[str, ...]) -> Iterator[str]:
    """Yield what is wrong with a cell, once."""
    for column, value, says in _KINDS:
        if re.fullmatch(column, name) and not all(re.fullmatch(value, each) for each in values):
            yield says


def _known(name: str, values: tuple[str, ...]) -> Iterator[str]:
    """Yield values as they are counted: 1.0 is 1, and a country that was left out is none."""
    for each in values:
        if _HIDDEN.fullmatch(name) and not each.strip("0"):
            continue
        yield each.removesuffix(".0")
