# SPDX-License-Identifier: EUPL-1.2
"""A table of capture histories: how many persons are on which lists, and on no other."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import TextIO

import numpy as np
from numpy.typing import NDArray

from baken.hidden_population.worded import worded

Floats = NDArray[np.float64]
Row = tuple[str, ...]
MOST_LISTS = 9  # a list is a digit in the name of a model
FEWEST_LISTS = 2
_MOST_PERSONS = 10**10
_ROWS = 200_000  # more histories than nine lists have, by far


class Faults(ValueError):
    """What is wrong with a table or a question, a line for each."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = tuple(faults)


@dataclass(frozen=True, eq=False)
class Table:
    """Persons by capture history.

    A history is a whole number in which bit `i` says whether somebody is on list `i`. `counts` holds a number of
    persons for each of the `2 ** len(lists)` histories; that of history 0, on no list, is not known and stands at 0.
    `remarks` say what had to be put right while reading.
    """

    lists: tuple[str, ...]
    counts: Floats
    remarks: tuple[str, ...] = ()

    @property
    def observed(self) -> int:
        """How many persons are on a list."""
        return int(self.counts.sum())

    @property
    def histories(self) -> Iterator[int]:
        """Every history but 0, in order."""
        return iter(range(1, len(self.counts)))

    def on(self, lists: int) -> int:
        """Return how many persons are on all of some lists, which are given as a history."""
        return int(sum(self.counts[each] for each in self.histories if each & lists == lists))

    def named(self, history: int) -> tuple[str, ...]:
        """Return the names of the lists of a history."""
        return tuple(name for bit, name in enumerate(self.lists) if history >> bit & 1)


def read(lines: TextIO | Iterable[str]) -> Table:
    """Read a table from CSV: a column of 0 and 1 for each list, the count last; raises `Faults`.

    Rows with the same history are added up, and the table says so; histories without a row have nobody.
    """
    head, *rows = cells(lines)
    lists = head[:-1]
    if found := [*faults(lists, rows)]:
        raise Faults(found)
    return added_up(lists, enumerate(rows, 2))


def cells(lines: TextIO | Iterable[str]) -> list[Row]:
    """Return the rows of a file that hold anything, the head first; raises `Faults` where there is none."""
    rows = [tuple(cell.strip() for cell in row) for row in csv.reader(_limited(lines), skipinitialspace=True)]
    if not (found := [row for row in rows if any(row)]):
        raise Faults(["the file is empty"])
    return found


def faults(lists: Row, rows: Sequence[Row]) -> Iterator[str]:
    """Yield what is wrong with a head and its rows."""
    yield from _head_faults(lists)
    yield from _row_faults(rows, len(lists))


def _limited(lines: Iterable[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        if number > _ROWS:
            raise Faults([f"more than {_ROWS} rows are no table of capture histories"])
        yield line.lstrip("\ufeff") if number == 0 else line


def _head_faults(lists: Row) -> Iterator[str]:
    if not FEWEST_LISTS <= len(lists) <= MOST_LISTS:
        yield f"{len(lists)} lists: from {FEWEST_LISTS} to {MOST_LISTS} are needed, and the count in the last column"
    if len(set(lists)) < len(lists) or not all(lists):
        yield "each list needs a name of its own in the first row"


def _row_faults(rows: Sequence[Row], lists: int) -> Iterator[str]:
    for number, (*history, count) in enumerate(rows, 2):
        if len(history) != lists:
            yield f"row {number}: {len(history) + 1} values where the first row has {lists + 1}"
        elif not set(history) <= {"0", "1"}:
            yield f"row {number}: a list is 0 or 1, not {next(each for each in history if each not in {'0', '1'})!r}"
        elif not (count.isascii() and count.isdigit()):
            yield f"row {number}: a count is a whole number of persons, not {count!r}"
        elif int(count) > _MOST_PERSONS:
            yield f"row {number}: {count} is more than there are persons"
        elif "1" not in history and int(count):
            yield f"row {number}: {count} persons on no list; who is on no list was never counted"


def added_up(lists: Row, rows: Iterable[tuple[int, Row]]) -> Table:
    """Return the table of rows without faults, each with its number in the file."""
    counts, seen, remarks = np.zeros(1 << len(lists)), dict[int, int](), []
    for number, (*history, count) in rows:
        code = sum(int(flag) << bit for bit, flag in enumerate(history))
        if code in seen:
            remarks.append(
                worded(
                    "rows {rows} have the same capture history {history} ({lists}): one of them is probably mistyped; "
                    "their counts were added up",
                    rows=(str(seen[code]), str(number)), history="".join(history), lists=seen_on(lists, code),
                )
            )  # fmt: skip
        seen.setdefault(code, number)
        counts[code] += int(count)
    return Table(lists, counts, tuple(remarks))


def written(table: Table) -> str:
    """Return a table as CSV, as `read` takes it: a row for each history, in order."""
    text = StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow([*table.lists, "count"])
    for history in table.histories:
        marks = (history >> bit & 1 for bit in range(len(table.lists)))
        rows.writerow([*marks, int(table.counts[history])])
    return text.getvalue()


def seen_on(lists: Sequence[str], history: int) -> str:
    """Return the lists of a history in words."""
    return "+".join(name for bit, name in enumerate(lists) if history >> bit & 1) or "no list"


def without(table: Table, number: int) -> Table:
    """Return the table as it were if one list had never been kept; who is on that list alone is lost."""
    low = (1 << number) - 1
    counts = np.zeros(len(table.counts) // 2)
    for history in table.histories:
        counts[history & low | history >> 1 & ~low] += table.counts[history]
    counts[0] = 0
    return Table(table.lists[:number] + table.lists[number + 1 :], counts)


def merged(table: Table, names: Sequence[str]) -> Table:
    """Return the table in which some lists are one: on it is whoever is on any of them."""
    places = [table.lists.index(each) for each in names]
    others = [bit for bit in range(len(table.lists)) if bit not in places]
    counts = np.zeros(2 << len(others))
    for history in table.histories:
        code = sum((history >> bit & 1) << place for place, bit in enumerate(others, 1))
        counts[code | any(history >> bit & 1 for bit in places)] += table.counts[history]
    return Table(("".join(names), *(table.lists[bit] for bit in others)), counts)
