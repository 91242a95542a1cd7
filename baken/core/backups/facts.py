# SPDX-License-Identifier: EUPL-1.2
"""What is told about a database in its backup, so that a restored one can be held against it."""

import json
from dataclasses import asdict, dataclass
from typing import Any

import psycopg
from psycopg import sql

from baken.core.backups import rights
from baken.core.backups.naming import BackupError

Connection = psycopg.Connection[tuple[Any, ...]]

LONGEST = 1 << 24  # bytes of the line that tells them; a dump that lacks it is not read to its end for it
_TABLES = """
    SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
    ORDER BY n.nspname, c.relname
"""


@dataclass(frozen=True)
class Facts:
    """Which database it is, how many rows each table has, which rights there are, and where the log's chain ends.

    ``seq`` and ``hash`` are the last link of the chain; 0 and "" for a database without a log.
    """

    kind: str
    rows: dict[str, int]
    rights: list[str]
    seq: int = 0
    hash: str = ""

    @property
    def line(self) -> bytes:
        """One line of JSON, its end included."""
        return json.dumps(asdict(self)).encode() + b"\n"

    @classmethod
    def of(cls, line: bytes) -> "Facts":
        """Read that line; raise BackupError for what is none."""
        try:
            return cls(**json.loads(line))
        except (ValueError, TypeError) as error:
            raise BackupError("the sealed file does not begin as a backup does") from error


def gathered(connection: Connection, kind: str, seq: int = 0, last: str = "") -> Facts:
    """Count and list what a connection sees, which must see everything, at one moment."""
    return Facts(kind, rows(connection), rights.of(connection), seq, last)


def rows(connection: Connection) -> dict[str, int]:
    """Return how many rows each table has."""
    tables = [sql.Identifier(*names) for names in connection.execute(_TABLES)]
    return {table.as_string(connection).replace('"', ""): _count(connection, table) for table in tables}


def faults(told: Facts, connection: Connection) -> list[str]:
    """Return in what a restored database differs from the one that was dumped, seen by its owner."""
    now, had = rows(connection), told.rows
    counts = [
        f"{name} has {now.get(name)} rows and had {had.get(name)}"
        for name in sorted(now.keys() | had.keys())
        if now.get(name) != had.get(name)
    ]
    return counts + rights.differences(told.rights, rights.of(connection))


def _count(connection: Connection, table: sql.Identifier) -> int:
    found = connection.execute(sql.SQL("SELECT count(*) FROM {}").format(table)).fetchone()
    return int(found[0]) if found else 0
