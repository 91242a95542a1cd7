# SPDX-License-Identifier: EUPL-1.2
"""A published count as it was published: a number, a number between two others, or unknown.

`<5` is one to four, `1,222` is the number 1222, and an empty cell is unknown: at least nobody, and no end. A sum of
such counts is one of them. None of them is a number that could be taken for exact by mistake.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import add

_EXACT = re.compile(r"[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+")
_BELOW = re.compile(r"<\s?([0-9]+)")


class CountError(ValueError):
    """A cell is no count; the message says what is wrong and not what stood there."""


@dataclass(frozen=True)
class Count:
    """How many: from `low` to `high`, both included; without an end where `high` is None."""

    low: int
    high: int | None

    def __post_init__(self) -> None:
        if self.low < 0 or (self.high is not None and self.high < self.low):
            raise CountError("a count runs from a number that is not negative to one that is not below it")

    @property
    def is_exact(self) -> bool:
        """Return whether it is one number."""
        return self.low == self.high

    def __add__(self, other: object) -> "Count":
        """Return both together: at least what both are at least, at most what both are at most."""
        if not isinstance(other, Count):
            return NotImplemented
        high = None if self.high is None or other.high is None else self.high + other.high
        return Count(self.low + other.low, high)

    def meets(self, other: "Count") -> bool:
        """Return whether both can be the same number."""
        return (self.high is None or other.low <= self.high) and (other.high is None or self.low <= other.high)

    def __str__(self) -> str:
        """Return it in figures, without separators."""
        if self.high is None:
            return f"{self.low} or more" if self.low else "unknown"
        return str(self.low) if self.is_exact else f"{self.low} to {self.high}"


UNKNOWN, NOBODY = Count(0, None), Count(0, 0)


def exactly(number: int) -> Count:
    """Return a count that is one number."""
    return Count(number, number)


def read(cell: str) -> Count:
    """Return the count of a cell; raise CountError."""
    told = cell.strip()
    if not told:
        return UNKNOWN
    if _EXACT.fullmatch(told):
        return exactly(int(told.replace(",", "")))
    below = _BELOW.fullmatch(told)
    if below is None:
        raise CountError("no count")
    if int(below[1]) <= 1:
        raise CountError("below one is nobody, and that is written 0")
    return Count(1, int(below[1]) - 1)


def total(counts: Iterable[Count]) -> Count:
    """Return counts together; of none it is unknown, and never nobody."""
    found = list(counts)
    return reduce(add, found) if found else UNKNOWN
