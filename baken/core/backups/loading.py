# SPDX-License-Identifier: EUPL-1.2
"""Putting a dump into an empty database, as its owner: whole, or not at all.

`pg_restore` writes a script and `psql` runs it, since the script needs two changes. A server older than 17 does
not know one setting in it. And what is granted henceforth must not be granted to the tables that the script
makes, or the runtime role would get more than it had: the script itself grants it again at its end.
"""

import contextlib
import itertools
import subprocess
import threading
from collections.abc import Sequence
from pathlib import Path
from subprocess import DEVNULL, PIPE
from typing import IO

import psycopg
import pyrage
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from baken.core.backups import programs, sealing
from baken.core.backups.facts import LONGEST, Facts
from baken.core.backups.naming import BackupError

_HEAD = 60  # lines in which the script makes its settings
_UNKNOWN = b"SET transaction_timeout = 0;\n"
_PIECE = 1 << 18
_MOMENT = 1.0  # seconds
_ANYTHING = """
    SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
"""
_BEFORE = b"""
BEGIN;
DO $$
DECLARE given record;
BEGIN
    FOR given IN
        SELECT DISTINCT a.grantee::regrole AS role, CASE d.defaclobjtype
            WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS' ELSE 'TYPES' END AS things
        FROM pg_default_acl d, aclexplode(d.defaclacl) a
        WHERE d.defaclrole = current_user::regrole AND d.defaclnamespace = 'public'::regnamespace AND a.grantee <> 0
    LOOP
        EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON %s FROM %s', given.things, given.role);
    END LOOP;
END
$$;
"""
_AFTER = b"COMMIT;\n"


class _Split:
    """Takes a stream: keeps its first line, and gives the rest on."""

    def __init__(self, rest: sealing.Writer | None = None) -> None:
        self._line, self._whole, self._rest = bytearray(), False, rest

    def write(self, data: bytes) -> int:
        """Take these bytes."""
        if not self._whole:
            first, end, rest = data.partition(b"\n")
            self._line += first + end
            self._whole = bool(end) or len(self._line) > LONGEST
        else:
            rest = data
        if rest and self._rest:
            self._rest.write(rest)
        return len(data)

    def flush(self) -> None:
        """Keep nothing back."""
        if self._rest:
            self._rest.flush()

    @property
    def facts(self) -> Facts:
        """What the first line told."""
        return Facts.of(bytes(self._line))


def check_empty(address: str) -> None:
    """Raise BackupError where a database holds anything."""
    with psycopg.connect(address) as connection:
        if connection.execute(_ANYTHING).fetchone() != (0,):
            raise BackupError(f"the database {connection.info.dbname} is not empty; restore into an empty server only")


def look(path: Path, keys: Sequence[pyrage.x25519.Identity]) -> Facts:
    """Open a sealed file to its very end, keep nothing, and return its facts; raise BackupError unless it is whole."""
    split = _Split()
    sealing.unseal(path, split, keys)
    return split.facts


def load(path: Path, keys: Sequence[pyrage.x25519.Identity], address: str) -> None:
    """Put a sealed file into an empty database, in one transaction; raise BackupError where that fails."""
    reading = ["--file=-", "--no-owner", "--no-comments", "--exit-on-error"]
    running = ["--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--file=-", "--no-password"]
    with (
        programs.running("psql", *running, address=address, stdin=PIPE, stdout=DEVNULL) as script,
        programs.running("pg_restore", *reading, stdin=PIPE, stdout=PIPE) as archive,
    ):
        try:
            _pass_on(path, keys, archive, script)
        except (BackupError, OSError):
            _blame(script)
            raise


def _pass_on(
    path: Path, keys: Sequence[pyrage.x25519.Identity], archive: programs.Program, script: programs.Program
) -> None:
    """Open the file into `pg_restore`, and what that says into `psql`; only what came to its end is committed."""
    passing = threading.Thread(target=_amended, args=(archive.out, script.into), daemon=True)
    passing.start()
    sealing.unseal(path, _Split(archive.into), keys)
    archive.into.close()
    archive.check()
    passing.join()
    script.into.write(_AFTER)
    script.into.close()
    script.check()


def _blame(script: programs.Program) -> None:
    """Tell in its own words where it was the database that gave up first; whoever fed it only found nobody there."""
    with contextlib.suppress(subprocess.TimeoutExpired):
        script.process.wait(_MOMENT)
        script.check()


def _amended(source: IO[bytes], sink: IO[bytes]) -> None:
    try:
        sink.write(_BEFORE)
        sink.writelines(line for line in itertools.islice(source, _HEAD) if line != _UNKNOWN)
        while piece := source.read(_PIECE):
            sink.write(piece)
    except (OSError, ValueError):
        source.close()  # `psql` gave up; so does `pg_restore` then, and whoever waits for both is told why


def shut(owner: str, runtime: str) -> None:
    """Keep the runtime role out of a database until what was restored is proven."""
    _set_door(owner, runtime, "REVOKE CONNECT ON DATABASE {} FROM {}")


def let_in(owner: str, runtime: str) -> None:
    """Let the runtime role in again."""
    _set_door(owner, runtime, "GRANT CONNECT ON DATABASE {} TO {}")


def _set_door(owner: str, runtime: str, text: str) -> None:
    role = sql.Identifier(str(conninfo_to_dict(runtime)["user"]))
    with psycopg.connect(owner, autocommit=True) as connection:
        connection.execute(sql.SQL(text).format(sql.Identifier(connection.info.dbname), role))
