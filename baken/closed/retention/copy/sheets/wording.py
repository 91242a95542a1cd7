# SPDX-License-Identifier: EUPL-1.2
"""Words, days and rows of a sheet, in the language that is set."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django.utils import formats
from django.utils.translation import gettext as _

from baken.closed.access.labels import ROLES

Sheet = dict[str, Any]
Copy = dict[str, Any]
EMPTY = "–"  # noqa: RUF001 - how Dutch and English print that nothing is there


def rows(title: str, lines: Sequence[tuple[str, str | None]]) -> Sheet:
    """Return a section of labels and what stands beside them."""
    return {"title": title, "rows": [[label, value or EMPTY] for label, value in lines], "nothing": EMPTY}


def joined(*words: str) -> str:
    """Return words with dots between them."""
    return " · ".join(words)


def named(codes: Iterable[str], names: Iterable[tuple[str, Any]]) -> str:
    """Return what codes are called, with commas."""
    known = dict(names)
    return ", ".join(str(known[each]) for each in codes)


def day(told: str | None) -> str:
    """Return a day as it is written in the language of the sheet."""
    return formats.date_format(date.fromisoformat(told[:10]), "j F Y") if told else EMPTY


def moment(told: str) -> str:
    """Return a moment as it is written in the language of the sheet."""
    return formats.date_format(datetime.fromisoformat(told), "j F Y H:i")


def called(code: str | None, names: Iterable[tuple[str, Any]]) -> str:
    """Return what a code is called, and the code where that is not known."""
    return str(dict(names).get(code or "", code or ""))


def worker(roles: list[str]) -> str:
    """Return what somebody's work was."""
    return named(roles, ROLES) or _("a worker")


def span(since: str, until: str | None) -> str:
    """Return from when until when."""
    if until is None:
        return _("from %(day)s until now") % {"day": day(since)}
    return _("from %(day)s until %(end)s") % {"day": day(since), "end": day(until)}


def together(*texts: str) -> str:
    """Return texts under one another, without those that are empty."""
    return "\n".join(each for each in texts if each)


def standing(told: Iterable[Copy]) -> list[Copy]:
    """Return what was not struck out."""
    return [each for each in told if not each["struck_out"]]
