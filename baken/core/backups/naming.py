# SPDX-License-Identifier: EUPL-1.2
"""The names of a backup's files, which begin with its moment in UTC, and how long each is kept. Pure."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

FILES_FIRST = ("open", "closed", "keys")  # in this order; see the package
_MOMENT = "%Y%m%dT%H%M%SZ"
_SEALED = re.compile(r"(\d{8}T\d{6}Z)-(open|closed|keys)\.age")
_MANIFEST = re.compile(r"(\d{8}T\d{6}Z)\.json")


class BackupError(RuntimeError):
    """A backup cannot be made or used; the message says in one line why."""


class Named(NamedTuple):
    """What a file's name tells: the moment of its backup, and which database; "" for a manifest."""

    stamp: str
    kind: str


def stamp(at: datetime) -> str:
    """Return a moment as names have it, such as `20261128T011500Z`."""
    return at.astimezone(UTC).strftime(_MOMENT)


def sealed(stamp: str, kind: str) -> str:
    """Return the name of a sealed file."""
    return f"{stamp}-{kind}.age"


def manifest(stamp: str) -> str:
    """Return the name of a manifest."""
    return f"{stamp}.json"


def read(name: str) -> Named | None:
    """Return what a name tells; None for a file that is not ours."""
    if found := _SEALED.fullmatch(name):
        return Named(*found.groups())
    found = _MANIFEST.fullmatch(name)
    return Named(found[1], "") if found else None


def past(names: Iterable[str], at: datetime, keep: timedelta, keep_keys: timedelta) -> Iterator[str]:
    """Yield the files of backups that are over their time; keys go early, so that a destroyed one does not live on."""
    for name in names:
        named = read(name)
        if named and _moment(named.stamp) < at - (keep_keys if named.kind == "keys" else keep):
            yield name


def _moment(stamp: str) -> datetime:
    try:
        return datetime.strptime(stamp, _MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return datetime.max.replace(tzinfo=UTC)  # no moment, such as the 40th of a month: not of our making
