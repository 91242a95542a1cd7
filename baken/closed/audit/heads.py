# SPDX-License-Identifier: EUPL-1.2
"""Signed heads: how far the chain had come at a moment, kept outside the database. Pure: no database.

A chain alone cannot tell that its tail was cut off. A head can, and the further away it is kept from who may
alter the database, the better.
"""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import IO, NamedTuple

from cryptography.exceptions import InvalidSignature

from baken.closed.audit.chain import Fault, canonical
from baken.closed.audit.keys import AuditKey

_DOMAIN = b"baken audit head 1\n"  # so that the pen's signature under anything else is never taken for a head


class Head(NamedTuple):
    """The last link at a moment: its number (0 for none yet) and its hash."""

    at: str
    seq: int
    hash: str
    key: str
    signature: str


class Written(NamedTuple):
    """What a file of heads holds: heads, and how many lines are none, as a write that was cut off leaves."""

    heads: list[Head]
    unreadable: int


def sign(key: AuditKey, seq: int, last: bytes, at: datetime) -> Head:
    """Return the signed head of a chain that ends with link ``seq`` and its hash."""
    head = Head(at.isoformat(timespec="seconds"), seq, last.hex(), key.id, "")
    return head._replace(signature=key.pen.sign(_signed(head)).hex())


def append(path: Path, head: Head) -> None:
    """Add a head to a file and wait until the disk has it; a line that was cut off stays a line of its own."""
    with path.open("ab+") as file:
        line = json.dumps(head._asdict()) + "\n"
        file.write((line if _ends_whole(file) else "\n" + line).encode())
        file.flush()
        os.fsync(file.fileno())


def read(path: Path) -> Written:
    """Return what a file of heads holds; nothing where there is no file."""
    if not path.exists():
        return Written([], 0)
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    found = [_head(line) for line in lines if line.strip()]
    heads = [head for head in found if head]
    return Written(heads, len(found) - len(heads))


def faults(heads: Iterable[Head], links: Mapping[int, bytes], keys: Mapping[str, AuditKey]) -> Iterator[Fault]:
    """Tell every head that is forged, or that the chain no longer bears out.

    ``links`` are the hashes of the links by number, as the chain has them now.
    """
    for head in heads:
        if not _genuine(head, keys):
            yield Fault(head.seq, f"the head of {head.at} is not signed by the log's key")
        elif head.seq not in links:
            yield Fault(head.seq, f"the chain ended here on {head.at} and is shorter now: its tail was cut off")
        elif links[head.seq].hex() != head.hash:
            yield Fault(head.seq, f"the chain had another link here on {head.at}")


def _ends_whole(file: IO[bytes]) -> bool:
    size = file.seek(0, os.SEEK_END)
    return not size or os.pread(file.fileno(), 1, size - 1) == b"\n"


def _signed(head: Head) -> bytes:
    return _DOMAIN + canonical(head._replace(signature="")._asdict())


def _genuine(head: Head, keys: Mapping[str, AuditKey]) -> bool:
    if head.key not in keys:
        return False
    try:
        keys[head.key].pen.public_key().verify(bytes.fromhex(head.signature), _signed(head))
    except (InvalidSignature, ValueError):
        return False
    return True


def _head(line: str) -> Head | None:
    try:
        head = Head(**json.loads(line))
    except (ValueError, TypeError):
        return None
    right = {"seq": int}
    return head if all(type(value) is right.get(name, str) for name, value in head._asdict().items()) else None
