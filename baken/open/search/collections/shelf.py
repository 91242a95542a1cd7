# SPDX-License-Identifier: EUPL-1.2
"""A collection on disk: a folder of its own, with the texts as they were imported and an index made of them.

The texts stay beside the index, so that an index of another version, or one that was never finished, is made anew.
"""

import gzip
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from baken.open.sources.importers.jsonl import Text
from baken.settings import environment

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,62}\Z")
_TEXTS = "texts.jsonl.gz"
_QUICK = 3


class Unknown(Exception):
    """There is no collection of this name, or there can be none; the message says so in one line."""


def folder(name: str) -> Path:
    """Return the folder of a collection, whether it is there or not; raises Unknown for what cannot be a name."""
    if not _NAME.match(name):
        raise Unknown(f"{name[:70]!r} is no name for a collection: letters, figures and . _ -, at most 63")
    return environment.collections() / name


def names() -> list[str]:
    """Return the names of the collections there are."""
    return sorted(path.parent.name for path in environment.collections().glob(f"*/{_TEXTS}"))


def state(name: str) -> str:
    """Return what changes whenever a collection's texts do; raises Unknown where it has none."""
    try:
        found = (folder(name) / _TEXTS).stat()
    except FileNotFoundError as error:
        there = ", ".join(names()) or "none"
        raise Unknown(f"there is no collection {name!r}; there are: {there}") from error
    return f"{found.st_ino}-{found.st_mtime_ns}"


def texts(name: str) -> Iterator[Text]:
    """Yield the texts of a collection; none where there is no such collection."""
    path = folder(name) / _TEXTS
    if path.exists():
        with gzip.open(path, "rt", encoding="ascii") as lines:
            yield from (Text(*json.loads(line)) for line in lines)


def keep(name: str, kept: Iterable[Text]) -> None:
    """Lay these texts in a collection in place of those it had, in one step; its folder must be there."""
    beside = folder(name) / f"{_TEXTS}.new"
    with gzip.open(beside, "wt", _QUICK, encoding="ascii") as file:
        file.writelines(f"{json.dumps(each)}\n" for each in kept)
    beside.replace(folder(name) / _TEXTS)
