# SPDX-License-Identifier: EUPL-1.2
"""PostgreSQL's own programs, started on a database's address without showing its password to anybody."""

import contextlib
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any

from psycopg.conninfo import conninfo_to_dict, make_conninfo

from baken.core import children
from baken.core.backups.naming import BackupError
from baken.core.embedded import account, server


@dataclass(frozen=True)
class Program:
    """A program that runs: its name, its process, and what it says on standard error."""

    name: str
    process: subprocess.Popen[str]
    said: IO[bytes]

    @property
    def out(self) -> IO[bytes]:
        """What it prints, as bytes."""
        assert self.process.stdout  # noqa: S101 - started with a pipe
        return self.process.stdout.buffer  # type: ignore[attr-defined,no-any-return]

    @property
    def into(self) -> IO[bytes]:
        """What it reads, as bytes."""
        assert self.process.stdin  # noqa: S101 - started with a pipe
        return self.process.stdin.buffer  # type: ignore[attr-defined,no-any-return]

    def check(self) -> None:
        """Wait until it ended; raise BackupError with its own words where it failed."""
        if self.process.wait():
            self.said.seek(0)
            lines = self.said.read().decode(errors="replace").strip().splitlines()
            wrong = [line for line in lines if "ERROR" in line or "error:" in line] or lines or ["no reason given"]
            raise BackupError(f"{self.name} failed: {wrong[0].strip()}")


@contextlib.contextmanager
def running(name: str, *words: str, address: str = "", **options: Any) -> Iterator[Program]:
    """Run a program while the block lasts; whatever is left of it then is ended."""
    parts = conninfo_to_dict(address)
    around = {**account.environment(), "PGPASSWORD": str(parts.pop("password", None) or "")}
    place = [f"--dbname={make_conninfo('', **parts)}"] if address else []
    command = [str(server.binaries() / name), *place, *words]
    with tempfile.TemporaryFile() as said:
        with children.undisturbed():
            process = children.start(command, around, stderr=said, **options)
        try:
            yield Program(name, process, said)
        finally:
            children.stop([process])
            _close(process)


def _close(process: subprocess.Popen[str]) -> None:
    for pipe in filter(None, (process.stdin, process.stdout)):
        with contextlib.suppress(BrokenPipeError):
            pipe.close()
