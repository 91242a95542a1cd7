# SPDX-License-Identifier: EUPL-1.2
"""Whether two dossiers may be about one person, and why. Pure. It proposes and decides nothing."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from dateutil.relativedelta import relativedelta

from baken.closed.casework.searching.rules import folded
from baken.closed.intake.sameness.names import Nearness, nearness

TABLE = Path(__file__).with_name("terms.toml")
ENOUGH = 3  # of weight, to be proposed
FEWEST_DIGITS = 9  # of a telephone number
# Dutch or with a country; and numbers of passports and cards, of aliens and citizens.
_PHONE = re.compile(r"(?<![\w+])(?:\+|0)[0-9][0-9 ().-]{7,18}[0-9](?!\w)")
_DOCUMENT = re.compile(r"\b(?:(?=(?:[A-Z]*[0-9]){4})[A-Z][A-Z0-9]{6,11}|[1-9][0-9]{8,9})\b")


class Reason(StrEnum):
    """What two have in common."""

    NUMBER = "number"
    NAME = "name"
    NEAR_NAME = "near_name"
    PART_OF_NAME = "part_of_name"
    BORN = "born"
    BORN_NEW_YEAR = "born_new_year"
    BORN_SWAPPED = "born_swapped"
    NATIONALITY = "nationality"


WEIGHT = {
    Reason.NUMBER: 4, Reason.NAME: 3, Reason.NEAR_NAME: 2, Reason.PART_OF_NAME: 1, Reason.BORN: 2,
    Reason.BORN_NEW_YEAR: 1, Reason.BORN_SWAPPED: 1, Reason.NATIONALITY: 1,
}  # fmt: skip
_NAMES = {Nearness.SAME: Reason.NAME, Nearness.NEAR: Reason.NEAR_NAME, Nearness.PART: Reason.PART_OF_NAME}


@dataclass(frozen=True)
class Person:
    """What is known of somebody by which she may be found again; ``marks`` are blind indexes of her numbers."""

    name: str = ""
    born: date | None = None
    nationality: str = ""
    marks: frozenset[bytes] = frozenset()

    @property
    def known(self) -> tuple[str, ...]:
        """The names of what is known."""
        return tuple(each for each in ("name", "born", "nationality", "marks") if getattr(self, each))


@dataclass(frozen=True)
class Likeness:
    """What two have in common."""

    reasons: tuple[Reason, ...]

    @property
    def weight(self) -> int:
        """How much it is together."""
        return sum(WEIGHT[each] for each in self.reasons)

    @property
    def is_enough(self) -> bool:
        """Whether somebody should look at it."""
        return self.weight >= ENOUGH


def compare(one: Person, other: Person) -> Likeness:
    """Return what two people have in common; what differs, or is not known, weighs nothing."""
    return Likeness(tuple(_reasons(one, other)))


def by_number(likeness: Likeness | None) -> Likeness:
    """Return a likeness with an equal number among its reasons; that may be all there is."""
    reasons = likeness.reasons if likeness else ()
    return Likeness(tuple(dict.fromkeys((Reason.NUMBER, *reasons))))


def _reasons(one: Person, other: Person) -> Iterator[Reason]:
    if one.marks & other.marks:
        yield Reason.NUMBER
    if near := _NAMES.get(nearness(one.name, other.name)):
        yield near
    if one.born and other.born:
        yield from _born(one.born, other.born)
    if one.nationality.strip() and _plain(one.nationality) == _plain(other.nationality):
        yield Reason.NATIONALITY


def _born(one: date, other: date) -> Iterator[Reason]:
    if one == other:
        yield Reason.BORN_NEW_YEAR if (one.day, one.month) == (1, 1) else Reason.BORN
    elif (one.year, one.month, one.day) == (other.year, other.day, other.month):
        yield Reason.BORN_SWAPPED


def _plain(text: str) -> str:
    return " ".join(folded(text)[0].split())


def numbers_in(text: str) -> tuple[tuple[str, str], ...]:
    """Return what looks like a telephone or document number in a text, each with what it looks like."""
    # A day has eight digits.
    phones = [("phone", found) for found in _PHONE.findall(text) if sum(map(str.isdigit, found)) >= FEWEST_DIGITS]
    return (*phones, *(("document", found) for found in _DOCUMENT.findall(_PHONE.sub(" ", text))))


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))


def months() -> int:
    """Return for how many months a report that was decided on is compared with."""
    found: int = _table()["decided"]["months"]
    return found


def most_numbers() -> int:
    """Return by how many numbers of one letter a report is found."""
    found: int = _table()["marked"]["numbers"]
    return found


def decided_since(on: date) -> date:
    """Return from which day on a decision is recent enough."""
    return on - relativedelta(months=months())
