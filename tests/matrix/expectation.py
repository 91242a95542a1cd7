# SPDX-License-Identifier: EUPL-1.2
"""What is expected, read from the two reviewed tables beside this file."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.cast import EDGES, RELATIONS, ROLES

SHORT = dict(zip(("in", "cm", "sh", "th", "ls", "pl", "an", "po", "ma", "ad"), ROLES, strict=True))
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
ALL = (*RELATIONS, *EDGES)
_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Line:
    """A line of `expected.csv`: an address, sometimes one use of it, and who is let in with which methods."""

    place: str
    methods: tuple[str, ...]
    strangers: dict[str, str]
    cells: dict[str, str]

    @property
    def url(self) -> str:
        """The name of the address."""
        return self.place.split(" ")[0]

    def outcome(self, role: str, relation: str) -> str:
        """Return what somebody meets: `in`, `refused`, or the page she is sent to."""
        cell = self.cells[relation]
        return cell if cell == "sign-in" else "in" if role in named(cell) else "refused"


@dataclass(frozen=True)
class Rows:
    """A line of `rows.csv`: rows of a table, what is done with them, and by whom."""

    table: str
    rows: str
    verb: str
    cells: dict[str, str]

    def allowed(self, role: str, relation: str) -> bool:
        """Return whether somebody may."""
        return role in named(self.cells[relation])


def named(cell: str) -> frozenset[str]:
    """Return the roles that a cell lists; raise KeyError for one that is none."""
    return frozenset(ROLES) if cell == "all" else frozenset(SHORT[word] for word in cell.split() if word != "-")


def lines() -> list[Line]:
    """Return every line of `expected.csv`."""
    return [
        Line(
            each["url"],
            tuple(each["methods"].split()),
            {"stranger": each["stranger"] or "sign-in", "unproved": each["unproved"] or "enrol"},
            {relation: each[relation] for relation in RELATIONS},
        )
        for each in _read("expected.csv")
    ]


def rows() -> list[Rows]:
    """Return every line of `rows.csv`."""
    found = _read("rows.csv")
    return [
        Rows(each["table"], each["rows"], each["verb"], {relation: each[relation] for relation in ALL})
        for each in found
    ]


def part_lines() -> dict[str, Rows]:
    """Return the lines that tell who reads which part of the file."""
    parts = {"the file": "cover"}
    tables = ("access_dossier", "casework_identity", "casework_contact", "casework_note", "casework_hiding")
    of_others = {"other files", "a partner's file"}
    reading = [each for each in rows() if each.verb == "read" and each.table in tables and each.rows not in of_others]
    return {parts.get(each.rows, each.rows): each for each in reading}


def _read(name: str) -> Iterator[dict[str, str]]:
    with (_HERE / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(line for line in file if not line.startswith("#"))
