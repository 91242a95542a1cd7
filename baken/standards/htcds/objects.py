# SPDX-License-Identifier: EUPL-1.2
"""Opens the JSON of the exchange: an object that says what it is, and its records."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

from baken.standards.htcds.fields import standard
from baken.standards.opening import FileRefused, check_size


class Twice(str):
    """A name that an object of JSON has twice, in the place of that object."""

    __slots__ = ()


def objects(path: Path) -> Iterator[Any]:
    """Yield the records of a JSON file; one that has a name twice is a Twice."""
    check_size(path)
    try:
        told = json.loads(path.read_bytes(), object_pairs_hook=_once, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise FileRefused(f"{path.name} is no JSON") from error
    if not isinstance(told, dict) or (told.get("standard"), told.get("version")) != standard()[:2]:
        raise FileRefused(f"{path.name} does not say that it is {standard().name} {standard().version}")
    if not isinstance(told.get("records"), list):
        raise FileRefused(f"{path.name} has no list of records")
    yield from told["records"]


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any] | Twice:
    found: dict[str, Any] = {}
    for name, each in pairs:
        if name in found:
            return Twice(name)
        found[name] = each
    return found


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)
