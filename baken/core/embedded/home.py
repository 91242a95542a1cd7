# SPDX-License-Identifier: EUPL-1.2
"""The folder that holds everything of an embedded server, and who may look into it."""

import contextlib
import fcntl
import os
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from baken.core.embedded import account

_SOCKET = ".s.PGSQL.5432"
_RANDOM_BYTES, _KEY_BYTES = 48, 32
_LONGEST_SOCKET = 100  # bytes; the systems' own limits are 104 and 108


class EmbeddedError(RuntimeError):
    """The embedded server cannot be had; the message says in one line why."""


@dataclass(frozen=True)
class Home:
    """A home's rooms. Everything in it is for its owner alone; the server's account, where there is one, may pass."""

    path: Path

    @classmethod
    def prepare(cls, path: Path) -> "Home":
        """Make the folder and its rooms where they are missing; refuse one that cannot work."""
        home = cls(path.expanduser().resolve())
        if len(bytes(home.run / _SOCKET)) > _LONGEST_SOCKET:
            raise EmbeddedError(f"the path {home.path} is too long for a socket: set BAKEN_HOME to a shorter one")
        try:
            home._make()
        except OSError as error:
            raise EmbeddedError(f"cannot use {home.path}: {error.strerror}; set BAKEN_HOME") from error
        return home

    def _make(self) -> None:
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self.path.stat().st_uid != os.geteuid():
            raise EmbeddedError(f"{self.path} belongs to somebody else: set BAKEN_HOME to a folder of your own")
        account.let_pass(self.path)
        for room in (self.leases, self.secrets, self.run):
            room.mkdir(mode=0o700, exist_ok=True)
        account.give(self.run)

    @property
    def cluster(self) -> Path:
        """Where PostgreSQL keeps its data."""
        return self.path / "cluster"

    @property
    def run(self) -> Path:
        """Where the socket and the server's log stand."""
        return self.path / "run"

    @property
    def secrets(self) -> Path:
        """Where passwords and keys stand, one a file."""
        return self.path / "secrets"

    @property
    def leases(self) -> Path:
        """Where every using process leaves a file while it uses the server."""
        return self.path / "leases"

    def secret(self, name: str) -> str:
        """Return the secret of that name, made at random on first use and kept in a 0600 file."""
        return self._kept(name, secrets.token_urlsafe(_RANDOM_BYTES))

    def key(self, name: str) -> str:
        """Return the key of that name, 64 hexadecimal digits, made and kept like a secret."""
        return self._kept(name, secrets.token_hex(_KEY_BYTES))

    def _kept(self, name: str, made: str) -> str:
        path = self.secrets / name
        if not path.exists():
            self._write_once(path, made)
        return path.read_text()

    def address(self, role: str, database: str) -> str:
        """Return the address of a database as one of our roles, such as `open_runtime`."""
        return f"postgresql://baken_{role}:{self.secret(role)}@/{database}?host={quote(str(self.run), safe='')}"

    @contextlib.contextmanager
    def locked(self, name: str = "lock") -> Iterator[None]:
        """Hold a lock that all processes using this home share; the system frees it when we die."""
        with (self.path / name).open("a") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    @staticmethod
    def _write_once(path: Path, text: str) -> None:
        """Write beside and link: a file appears whole or not at all, and the first writer wins."""
        beside = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
        with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:  # noqa: PTH123 - mode
            file.write(text)
        with contextlib.suppress(FileExistsError):
            path.hardlink_to(beside)
        beside.unlink()
