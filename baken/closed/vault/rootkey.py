# SPDX-License-Identifier: EUPL-1.2
"""The root keys: a file outside every database, one key a line as 64 hexadecimal digits, the newest on top.

There is one line, and a second one while the root key is being changed. The file is read at each use, so
that a new line counts without a restart. Pure: no Django, no database.
"""

import os
import re
import secrets
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from baken.closed.vault.sealing import new_key, subkey

_LINE = re.compile(r"[0-9a-f]{64}")
_MARK_BYTES = 8
_OTHERS, _GROUP_READS = 0o037, 0o040


class RootKeyError(RuntimeError):
    """The root keys cannot be used; the message says in one line why, and never holds a key."""


@dataclass(frozen=True)
class RootKey:
    """A root key, with the mark by which a row says which root key wrapped it."""

    key: bytes = field(repr=False)

    @property
    def mark(self) -> str:
        """Sixteen hexadecimal digits that tell keys apart and nothing about them."""
        return subkey(self.key, "mark of a root key")[:_MARK_BYTES].hex()

    @property
    def line(self) -> str:
        """The key as its file has it."""
        return self.key.hex()


class RootKeys:
    """The root keys in use, newest first."""

    def __init__(self, keys: Iterable[RootKey]) -> None:
        self._keys = {key.mark: key for key in keys}

    @classmethod
    def read(cls, path: Path) -> "RootKeys":
        """Return the keys of a file that only its owner may read; raise RootKeyError otherwise."""
        return cls(RootKey(bytes.fromhex(line)) for line in _lines(path))

    def __iter__(self) -> Iterator[RootKey]:
        return iter(self._keys.values())

    @property
    def newest(self) -> RootKey:
        """The key that wraps whatever is wrapped from now on."""
        return next(iter(self))

    def of(self, mark: str) -> RootKey:
        """Return the key of a mark; raise RootKeyError where the file no longer has it."""
        if mark not in self._keys:
            raise RootKeyError(f"the root key {mark} is not in the file of root keys")
        return self._keys[mark]


def put_on_top(path: Path, key: RootKey | None = None) -> RootKey:
    """Make a key the newest of a file, a random one unless given; the file changes whole or not at all."""
    added = key or RootKey(new_key())
    write(path, [added.line, *(_lines(path) if path.exists() else [])])
    return added


def write(path: Path, lines: Iterable[str]) -> None:
    """Write a file of root keys beside its place, readable by its owner only, and move it there."""
    beside = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    try:
        with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:  # noqa: PTH123 - mode
            file.writelines(f"{line}\n" for line in lines)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        raise RootKeyError(f"cannot write {path}: {error.strerror}") from error


def _lines(path: Path) -> list[str]:
    try:
        with path.open() as file:
            _check_closed(path, os.fstat(file.fileno()))
            lines = [line.strip() for line in file if line.strip()]
    except OSError as error:
        raise RootKeyError(f"cannot read {path}: {error.strerror}") from error
    except UnicodeDecodeError:
        raise RootKeyError(f"{path} holds something else than root keys") from None
    if not lines or not all(map(_LINE.fullmatch, lines)):
        raise RootKeyError(f"{path} holds something else than root keys: a line is 64 hexadecimal digits")
    return lines


def _check_closed(path: Path, found: os.stat_result) -> None:
    """Refuse a file that others may read. A credential of systemd is root's and may show its group as reading."""
    of_systemd = found.st_uid == found.st_gid == 0
    if not stat.S_ISREG(found.st_mode) or found.st_uid not in {0, os.geteuid()}:
        raise RootKeyError(f"{path} is no file of ours")
    if found.st_mode & (_OTHERS if of_systemd else _OTHERS | _GROUP_READS):
        raise RootKeyError(f"others may read {path}: let only its owner (chmod 600)")
