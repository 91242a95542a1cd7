# SPDX-License-Identifier: EUPL-1.2
"""What one cell of a table of CTDC says (pure). Nothing is guessed: what cannot be read refuses its row."""

import re
from datetime import date
from functools import cache

from babel import Locale

OLDEST, FIRST_YEAR = 120, 1990  # the earliest years in the tables are those around 2002
_NOTHING = frozenset({"", "-99", "-99.0", ".", "unknown", "not specified", "null"})
_HIDDEN = frozenset({"0", "00", "0.0"})  # a country that was left out, for too few come from there
_FLAGS = {"1": True, "1.0": True, "0": False, "0.0": False}
_YEARS = re.compile(r"(\d{4})(?:--?(\d{4}))?")
_RANGE = re.compile(r"(\d{1,3})(?:--?(\d{1,3})|(\+))?(?:\s*\(.{1,20}\))?")
Range = tuple[int, int | None]


class RowRefused(ValueError):
    """A row cannot be read; the message says why and in which column, never what stood there."""


def known(cell: str) -> str:
    """Return what a cell says, or nothing where it says that it is not known."""
    return "" if cell.strip().lower() in _NOTHING else cell.strip()


def flag(column: str, cell: str) -> bool | None:
    """Return yes, no or, for an empty cell, None."""
    said = known(cell)
    if said and said not in _FLAGS:
        raise RowRefused(f"unreadable number in {column}")
    return _FLAGS.get(said)


def years(column: str, cell: str, today: date) -> tuple[int, int] | None:
    """Return the first and the last year that a cell names."""
    said = known(cell)
    if not said:
        return None
    found = _YEARS.fullmatch(said)
    if found is None:
        raise RowRefused(f"unreadable year in {column}")
    first, last = int(found[1]), int(found[2] or found[1])
    if not FIRST_YEAR <= first <= last <= today.year:
        raise RowRefused(f"impossible year in {column}")
    return first, last


def span(column: str, cell: str) -> Range | None:
    """Return the least and the most of a range such as 9--17, 48+ or 30; without an end the most is None."""
    said = known(cell)
    if not said:
        return None
    found = _RANGE.fullmatch(said)
    if found is None:
        raise RowRefused(f"unreadable number in {column}")
    least, most = int(found[1]), None if found[3] else int(found[2] or found[1])
    if most is not None and most < least:
        raise RowRefused(f"impossible range in {column}")
    return least, most


def age(column: str, cell: str) -> Range | None:
    """Return an age; raise RowRefused for one that nobody has."""
    found = span(column, cell)
    if found and max(found[0], found[1] or 0) > OLDEST:
        raise RowRefused(f"impossible age in {column}")
    return found


def country(column: str, cell: str, regions: dict[str, str]) -> str:
    """Return what a country (ISO 3166-1) or a part of the world is called in Dutch."""
    said = known(cell)
    if not said or said in _HIDDEN:
        return ""
    called = regions.get(said) or _countries().get(said)
    if not called:
        raise RowRefused(f"unknown code in {column}")
    return called


def words(column: str, cell: str, called: dict[str, str]) -> list[str]:
    """Return what each of a cell's values is called."""
    said = [each.strip() for each in known(cell).split(";") if each.strip()]
    if not set(said) <= called.keys():
        raise RowRefused(f"unknown code in {column}")
    return [called[each] for each in said]


@cache
def _countries() -> dict[str, str]:
    """Return each country by its two letters; ZZ and the like are none."""
    named = Locale("nl").territories
    return {code: name for code, name in named.items() if re.fullmatch(r"[A-Z]{2}", code) and code not in _NO_COUNTRY}


_NO_COUNTRY = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
