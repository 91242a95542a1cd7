# SPDX-License-Identifier: EUPL-1.2
"""A day of which only a part is known: a year, a month of it, or the day itself (pure)."""

import re
from calendar import monthrange
from datetime import date

_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def first(text: str) -> date:
    """Return the first day that it can be; raise ValueError for what is no year, month or day."""
    year, month, day = _parts(text)
    return date(year, month or 1, day or 1)


def last(text: str) -> date:
    """Return the last day that it can be; raise ValueError for what is no year, month or day."""
    year, month, day = _parts(text)
    return date(year, month or 12, day or monthrange(year, month or 12)[1])


def is_one(text: str) -> bool:
    """Return whether it is a year, a month or a day."""
    try:
        return first(text) <= last(text)
    except ValueError:
        return False


def _parts(text: str) -> tuple[int, int | None, int | None]:
    found = _WRITTEN.fullmatch(text)
    if found is None:
        raise ValueError(f"neither a year, a month nor a day: {text}")
    year, month, day = (int(each) if each else None for each in found.groups())
    if not year or month == 0 or (month or 1) > 12:  # noqa: PLR2004 - months
        raise ValueError(f"no such month: {text}")
    return year, month, day
