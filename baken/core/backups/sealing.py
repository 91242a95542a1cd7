# SPDX-License-Identifier: EUPL-1.2
"""Sealing a stream to a file with age, and opening it again, piece by piece: memory stays small at any size."""

import contextlib
import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Protocol

import pyrage

from baken.core.backups.manifest import Sum
from baken.core.backups.naming import BackupError

PART = ".part"
_PIECE = 1 << 20


class Reader(Protocol):
    """What gives bytes until there are none."""

    def read(self, size: int, /) -> bytes:
        """Return at most so many bytes; none at the end."""


class Writer(Protocol):
    """What takes bytes."""

    def write(self, data: bytes, /) -> object:
        """Take these."""

    def flush(self) -> object:
        """Keep nothing back."""


class Joined:
    """A few bytes, and then a stream."""

    def __init__(self, first: bytes, rest: Reader) -> None:
        self._first, self._rest = first, rest

    def read(self, size: int) -> bytes:
        """Return at most so many bytes; none at the end."""
        piece, self._first = self._first[:size], self._first[size:]
        return piece or self._rest.read(size)


class Summed:
    """A file that knows the sum of what was written to it."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self._total, self._size = file, hashlib.sha256(), 0

    def write(self, data: bytes) -> int:
        """Take these bytes."""
        self._total.update(data)
        self._size += len(data)
        return self._file.write(data)

    def flush(self) -> None:
        """Keep nothing back."""
        self._file.flush()

    @property
    def sum(self) -> Sum:
        """The sum of what was written."""
        return Sum(self._total.hexdigest(), self._size)


def recipients(text: str) -> list[pyrage.x25519.Recipient]:
    """Return public keys (`age1…`, apart by commas); raise BackupError for what is none."""
    words = [word.strip() for word in text.split(",") if word.strip()]
    try:
        return [pyrage.x25519.Recipient.from_str(word) for word in words]
    except pyrage.RecipientError as error:
        raise BackupError("a recipient is a public key of age, such as age1…") from error


def identities(path: Path) -> list[pyrage.x25519.Identity]:
    """Return the private keys of a file as `age-keygen` writes it; raise BackupError where it holds none."""
    try:
        lines = path.read_text(encoding="ascii").split("\n")
        found = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
        keys = [pyrage.x25519.Identity.from_str(line) for line in found]
    except (OSError, UnicodeDecodeError, pyrage.IdentityError) as error:
        raise BackupError(f"{path.name} is no file of private keys of age") from error
    if not keys:
        raise BackupError(f"{path.name} holds no private key of age")
    return keys


@contextlib.contextmanager
def beside(path: Path) -> Iterator[Summed]:
    """Let the block write a file for its owner alone; it appears under its name whole, or not at all."""
    part = path.with_name(path.name + PART)
    try:
        with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:  # noqa: PTH123 - mode
            yield Summed(file)
            file.flush()
            os.fsync(file.fileno())
        part.rename(path)
        _sync(path.parent)
    finally:
        part.unlink(missing_ok=True)


def seal(source: Reader, sink: Summed, keys: Sequence[pyrage.x25519.Recipient]) -> None:
    """Seal a stream; raise BackupError where it cannot be read or written."""
    try:
        pyrage.encrypt_io(source, sink, keys)
    except (pyrage.EncryptError, OSError) as error:
        raise BackupError(f"the backup cannot be written: {error}") from error


def unseal(path: Path, sink: Writer, keys: Sequence[pyrage.x25519.Identity]) -> None:
    """Open a file into a sink. What the sink takes is known to be whole only once this returns without BackupError."""
    try:
        with path.open("rb") as file:
            pyrage.decrypt_io(file, sink, keys)
    except pyrage.DecryptError as error:
        raise BackupError(f"{path.name} does not open with this private key: {error}") from error
    except OSError as error:
        raise BackupError(f"{path.name} was altered or cut off: {error}") from error


def summed(path: Path) -> Sum:
    """Return the sum of a file as it stands."""
    total = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            total.update(piece)
    return Sum(total.hexdigest(), path.stat().st_size)


def _sync(folder: Path) -> None:
    """Wait until the disk has a folder's names."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
