# SPDX-License-Identifier: EUPL-1.2
"""The chain that seals the log: how an entry is put into bytes, linked, and followed. Pure: no database."""

import hmac
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

GENESIS = bytes(32)  # what the first link follows on


class Row(NamedTuple):
    """A link as it is kept, with the columns of its entry as they are now; None where the entry is gone."""

    seq: int
    previous: bytes
    hash: bytes
    key: str
    entry: Mapping[str, Any] | None


class Fault(NamedTuple):
    """Where the log is broken, and how."""

    seq: int
    what: str


def canonical(columns: Mapping[str, Any]) -> bytes:
    """Return an entry's columns as the same bytes everywhere: JSON, names sorted, ASCII, without NULL columns.

    A column that comes later is NULL in older entries and so leaves their bytes as they were.
    """
    told = {name: value for name, value in columns.items() if value is not None}
    return json.dumps(told, sort_keys=True, ensure_ascii=True, separators=(",", ":"), allow_nan=False).encode()


def link(key: bytes, previous: bytes, body: bytes) -> bytes:
    """Return the hash that ties an entry's bytes to all before it: HMAC-SHA256 over 32 bytes and the body."""
    return hmac.digest(key, previous + body, "sha256")


def faults(rows: Iterable[Row], keys: Mapping[str, bytes]) -> Iterator[Fault]:
    """Follow a chain in order of ``seq`` and tell every place where it breaks; nothing for a whole one.

    Each link is judged by what the one before it says, so that one break is told once and not for all after it.
    A tail that was cut off cannot be seen here: the signed heads tell.
    """
    seq, tail = 0, GENESIS
    for row in rows:
        if row.seq != seq + 1:
            yield Fault(row.seq, f"links {seq + 1} to {row.seq - 1} are missing")
        elif row.previous != tail:
            yield Fault(row.seq, "it does not follow on the link before it")
        if wrong := _wrong(row, keys):
            yield Fault(row.seq, wrong)
        seq, tail = row.seq, row.hash


def _wrong(row: Row, keys: Mapping[str, bytes]) -> str:
    """Return what is wrong with a link by itself; empty where nothing is."""
    if row.entry is None:
        return "its entry is gone"
    if row.key not in keys:
        return f"it is sealed with an unknown key {row.key!r}"
    if not hmac.compare_digest(link(keys[row.key], row.previous, canonical(row.entry)), row.hash):
        return "the entry or its link was altered"
    return ""
