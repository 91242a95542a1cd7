# SPDX-License-Identifier: EUPL-1.2
"""Dumping a database while it is in use: one moment of it, for the facts and for `pg_dump` alike."""

import contextlib
import subprocess
from collections.abc import Iterator
from typing import IO, Any

import psycopg

from baken.core.backups import programs
from baken.core.backups.naming import BackupError

Connection = psycopg.Connection[tuple[Any, ...]]


@contextlib.contextmanager
def moment(address: str) -> Iterator[Connection]:
    """Look at a database as it is now for as long as the block lasts, as a role that sees every row."""
    with psycopg.connect(address) as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        _check_sees_all(connection)
        yield connection


@contextlib.contextmanager
def dump(address: str, connection: Connection) -> Iterator[IO[bytes]]:
    """Yield the dump of the moment that a connection looks at; raise BackupError at the end unless it is whole."""
    (snapshot,) = connection.execute("SELECT pg_export_snapshot()").fetchone() or ("",)
    words = ["--format=custom", f"--snapshot={snapshot}", "--no-password"]
    with programs.running("pg_dump", *words, address=address, stdout=subprocess.PIPE) as program:
        yield program.out
        program.check()


def _check_sees_all(connection: Connection) -> None:
    """Refuse a role that row-level security hides rows from: its dump would look whole."""
    asked = "SELECT rolbypassrls OR rolsuper FROM pg_roles WHERE rolname = current_user"
    if connection.execute(asked).fetchone() != (True,):
        raise BackupError(f"the role {connection.info.user} does not see every row: give it BYPASSRLS")
