# SPDX-License-Identifier: EUPL-1.2
"""Making a new cluster: two databases, and for each an owner and a runtime role.

The owner owns its database and the schema `public`; only migrations use it. The runtime role owns
nothing, is a member of nothing and bypasses nothing; what the owner creates it may read and write.
The superuser's password is used here and by nothing that serves.
"""

import os
import shutil
import tempfile
from pathlib import Path

import psycopg
from psycopg import sql

from baken.core.embedded import account, server
from baken.core.embedded.home import EmbeddedError, Home

DOORS = ("open", "closed")
_SUPERUSER = "baken_superuser"
_INITDB_SECONDS = 120
_PLAIN = "LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION NOINHERIT"

_DATABASE = (
    "REVOKE ALL ON DATABASE {database} FROM PUBLIC",
    "GRANT CONNECT ON DATABASE {database} TO {runtime}",
)
_HENCEFORTH = "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} IN SCHEMA public"
_SCHEMA = (
    "ALTER SCHEMA public OWNER TO {owner}",
    "REVOKE ALL ON SCHEMA public FROM PUBLIC",
    "GRANT USAGE ON SCHEMA public TO {runtime}",
    f"{_HENCEFORTH} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {{runtime}}",
    f"{_HENCEFORTH} GRANT USAGE, SELECT ON SEQUENCES TO {{runtime}}",
)


def create(home: Home) -> None:
    """Build a cluster beside its place and move it there whole: a half-finished one is never taken for done."""
    _clear(home)
    data = Path(tempfile.mkdtemp(prefix="cluster.", dir=home.path))
    _initialise(home, data)
    server.start(home, data)
    try:
        _populate(home)
    finally:
        server.stop(home, data)
    data.rename(home.cluster)


def superuser(home: Home, database: str = "postgres") -> psycopg.Connection:
    """Connect as the superuser, for setting up databases only."""
    return psycopg.connect(home.address("superuser", database), autocommit=True)


def make_database(home: Home, name: str, door: str, template: str = "template0") -> None:
    """Create a database of a door; a copy of a template brings its schema's rights along, not its own."""
    with superuser(home) as connection:
        text = "CREATE DATABASE {database} OWNER {owner} TEMPLATE {template}"
        connection.execute(_filled(text, name, door, template))
        for text in _DATABASE:
            connection.execute(_filled(text, name, door))
    if template == "template0":
        _lay_out(home, name, door)


def _lay_out(home: Home, name: str, door: str) -> None:
    with superuser(home, name) as connection:
        for text in _SCHEMA:
            connection.execute(_filled(text, name, door))
        offered = "SELECT 1 FROM pg_available_extensions WHERE name = 'vector'"
        if door == "open" and connection.execute(offered).fetchone():
            connection.execute("CREATE EXTENSION vector")


def _filled(text: str, database: str, door: str, template: str = "") -> sql.Composed:
    names = {
        "database": database,
        "template": template or database,
        "owner": f"baken_{door}_owner",
        "runtime": f"baken_{door}_runtime",
    }
    return sql.SQL(text).format(**{key: sql.Identifier(name) for key, name in names.items()})


def _clear(home: Home) -> None:
    """Remove what a killed attempt left behind."""
    for left in home.path.glob("cluster.*"):
        server.stop(home, left, "immediate")
        shutil.rmtree(left, ignore_errors=True)


def _initialise(home: Home, data: Path) -> None:
    # initdb reads the password from a file that its own account can read; it stands there for a moment.
    password = home.run / "initdb"
    password.unlink(missing_ok=True)
    with open(os.open(password, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:  # noqa: PTH123 - mode
        file.write(home.secret("superuser"))
    for path in (data, password):
        account.give(path)
    words = ("--locale=C.UTF-8", "-A", "scram-sha-256", "-U", _SUPERUSER, "--pwfile", str(password), "-D", str(data))
    done = server.run(home, "initdb", *words, seconds=_INITDB_SECONDS)
    password.unlink()
    if done.returncode:
        raise EmbeddedError(f"initdb failed: {(done.stderr.strip().splitlines() or ['no reason given'])[-1]}")


def _populate(home: Home) -> None:
    with superuser(home) as connection:
        for database in ("postgres", "template1"):
            connection.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(sql.Identifier(database)))
        for role in (f"{door}_{part}" for door in DOORS for part in ("owner", "runtime")):
            text = sql.SQL("CREATE ROLE {} " + _PLAIN + " PASSWORD {}")
            connection.execute(text.format(sql.Identifier(f"baken_{role}"), sql.Literal(home.secret(role))))
    for door in DOORS:
        make_database(home, f"baken_{door}", door)
