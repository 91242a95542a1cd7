# SPDX-License-Identifier: EUPL-1.2
"""Reads JSON that strangers wrote: no key twice, no endless line, no number that is none."""

import json
from collections.abc import Iterator
from typing import Any, NoReturn

from baken.open.files import opening
from baken.open.files.refusals import Refused

LONGEST_LINE = 5 * 1024 * 1024


def document(data: bytes) -> dict[str, Any]:
    """Return a file's one JSON object; raise `Refused` on anything else."""
    return _object(opening.text(data), "")


def lines(data: bytes) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield `(line number, object)` for a file of one JSON object a line; blank lines are passed over."""
    for number, line in enumerate(data.split(b"\n"), 1):
        if len(line) > LONGEST_LINE:
            raise Refused(f"line {number} is longer than {LONGEST_LINE // (1024 * 1024)} MB; split the document")
        if line.strip():
            yield number, _object(_text(line, f"line {number} "), f"line {number}: ")


def _text(line: bytes, where: str) -> str:
    try:
        return opening.text(line)
    except Refused as fault:
        raise Refused(f"{where}{fault}") from fault


def _object(text: str, where: str) -> dict[str, Any]:
    try:
        value = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except json.JSONDecodeError as fault:
        raise Refused(f"{where}is not JSON: {fault.msg} at character {fault.pos}") from fault
    except RecursionError as fault:
        raise Refused(f"{where}nests too deeply") from fault
    except _Fault as fault:
        raise Refused(f"{where}{fault}") from fault
    if not isinstance(value, dict):
        raise Refused(f"{where}is JSON, but no object")
    return value


class _Fault(Exception):
    """What is wrong with an object, before it is known on which line."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise _Fault(f"has the key {twice[:60]!r} twice, and it is not known which one counts")
    return result


def _no_number(word: str) -> NoReturn:
    raise _Fault(f"holds {word}, which is no number in JSON")


def words(value: dict[str, Any], key: str, where: str = "", *, needed: bool = True) -> str:
    """Return a text field; raise `Refused` when it is absent (and needed), empty or something else than text."""
    found = value.get(key, None if needed else "")
    if not isinstance(found, str) or (needed and not found.strip()):
        raise Refused(f"{where}has no text under {key!r}")
    return found.replace("\x00", "").strip()
