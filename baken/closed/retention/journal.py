# SPDX-License-Identifier: EUPL-1.2
"""The erasure journal: a file that is only added to, by which a restored backup forgets again what was erased (pure).

A line tells the key of a dossier, which is random and whose name, number and contents are gone; the day; the
reason; the rule. The disk has a line before the first row is deleted.
"""

import json
import os
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

_MODE = 0o600


class JournalMissing(RuntimeError):
    """There is no journal where one is looked for."""


class JournalDamaged(RuntimeError):
    """A line of the journal cannot be read, and no later line says the same."""


@dataclass(frozen=True)
class Erased:
    """A dossier that was erased: when, why and by which rule."""

    dossier: UUID
    on: date
    reason: str
    rule: str


def append(path: Path, erased: Erased) -> None:
    """Add a line and wait until the disk has it; what is there already is not added again."""
    if path.exists() and erased in _told(path)[0]:
        return
    new = not path.exists()
    descriptor = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, _MODE)
    try:
        size = os.fstat(descriptor).st_size
        begin = b"\n" if size and os.pread(descriptor, 1, size - 1) != b"\n" else b""  # a write was cut off
        os.write(descriptor, begin + _line(erased).encode() + b"\n")
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    if new:
        _sync_folder(path.parent)


def read(path: Path) -> list[Erased]:
    """Return what was erased, oldest first; raise JournalMissing, or JournalDamaged for a line that is lost.

    A line that a crash cut off is made up for by the same line, whole, which the next run wrote.
    """
    if not path.exists():
        raise JournalMissing(f"there is no erasure journal at {path.name}: bring it from where this backup was made")
    found, broken = _told(path)
    whole = [_line(erased) for erased in found]
    lost = [line for line in broken if not any(each.startswith(line) for each in whole)]
    if lost:
        raise JournalDamaged(f"{len(lost)} lines of the erasure journal cannot be read")
    return found


def _told(path: Path) -> tuple[list[Erased], list[str]]:
    """Return what a journal tells, and the lines that tell nothing."""
    found, broken = [], []
    for line in filter(None, path.read_text(encoding="utf-8", errors="replace").split("\n")):
        erased = _erased(line)
        found.append(erased) if erased else broken.append(line)
    return found, broken


def _line(erased: Erased) -> str:
    return json.dumps({name: str(value) for name, value in asdict(erased).items()})


def _erased(line: str) -> Erased | None:
    try:
        told = json.loads(line)
        return Erased(UUID(told["dossier"]), date.fromisoformat(told["on"]), told["reason"], told["rule"])
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _sync_folder(folder: Path) -> None:
    """Let the disk know of a new file's name too."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
