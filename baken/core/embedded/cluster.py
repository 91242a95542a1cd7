# SPDX-License-Identifier: EUPL-1.2
"""Making a cluster and furnishing it: three databases, and the roles of each.

The owner owns its database and the schema `public`; only migrations use it. The runtime role owns
nothing, is a member of nothing and bypasses nothing; what the owner creates it may read and write.
The backup role reads everything, row-level security or not, and writes nothing. The sealer gets what
a migration gives it, and so does the bridge, as which the closed door comes to the open one's hatches.
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

ROLES = {
    "open": ("owner", "runtime", "backup", "bridge"),
    "closed": ("owner", "runtime", "backup", "sealer"),
    "keys": ("owner", "runtime", "backup"),
}
_SUPERUSER = "baken_superuser"
_INITDB_SECONDS = 120
_PLAIN = "LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION NOINHERIT"
_READING = _PLAIN.replace("NOBYPASSRLS", "BYPASSRLS")

_DATABASE = (
    "REVOKE ALL ON DATABASE {database} FROM PUBLIC",
    "GRANT CONNECT ON DATABASE {database} TO {users}",
)
_HENCEFORTH = "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} IN SCHEMA public"
_SCHEMA = (
    "ALTER SCHEMA public OWNER TO {owner}",
    "REVOKE ALL ON SCHEMA public FROM PUBLIC",
    "GRANT USAGE ON SCHEMA public TO {insiders}",
    f"{_HENCEFORTH} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {{runtime}}",
    f"{_HENCEFORTH} GRANT USAGE, SELECT ON SEQUENCES TO {{runtime}}",
    f"{_HENCEFORTH} GRANT SELECT ON TABLES TO {{backup}}",
    f"{_HENCEFORTH} GRANT SELECT ON SEQUENCES TO {{backup}}",
)


def create(home: Home) -> None:
    """Build a cluster beside its place and move it there whole: a half-finished one is never taken for done."""
    _clear(home)
    data = Path(tempfile.mkdtemp(prefix="cluster.", dir=home.path))
    _initialise(home, data)
    server.start(home, data)
    try:
        furnish(home)
    finally:
        server.stop(home, data)
    data.rename(home.cluster)


def furnish(home: Home) -> None:
    """Put in place the roles and databases that a running cluster lacks: all of a new one, some of an older one."""
    with superuser(home) as connection:
        for database in ("postgres", "template1"):
            connection.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(sql.Identifier(database)))
        have = {name for (name,) in connection.execute("SELECT rolname FROM pg_roles")}
        roles = {f"{name}_{part}" for name, parts in ROLES.items() for part in parts}
        new = {role for role in roles if f"baken_{role}" not in have}
        for role in sorted(new):
            _make_role(connection, role, home.secret(role))
        databases = {name for (name,) in connection.execute("SELECT datname FROM pg_database")}
    for name in ROLES:
        if f"baken_{name}" not in databases:
            make_database(home, f"baken_{name}", name)
        # A role that is newer than the database. Nobody else: a restore that found a fault shut the others out.
        elif any(role.startswith(f"{name}_") for role in new):
            _let_in(home, f"baken_{name}", name)


def _make_role(connection: psycopg.Connection, role: str, password: str) -> None:
    rights = _READING if role.endswith("_backup") else _PLAIN
    text = sql.SQL("CREATE ROLE {} " + rights + " PASSWORD {}")
    connection.execute(text.format(sql.Identifier(f"baken_{role}"), sql.Literal(password)))


def superuser(home: Home, database: str = "postgres") -> psycopg.Connection:
    """Connect as the superuser, for setting up databases only."""
    return psycopg.connect(home.address("superuser", database), autocommit=True)


def make_database(home: Home, name: str, kind: str, template: str = "template0") -> None:
    """Create a database of a kind (see ROLES); a copy of a template brings its schema's rights along, not its own."""
    with superuser(home) as connection:
        text = "CREATE DATABASE {database} OWNER {owner} TEMPLATE {template}"
        connection.execute(_filled(text, name, kind, template))
    _let_in(home, name, kind)
    if template == "template0":
        _lay_out(home, name, kind)


def _let_in(home: Home, name: str, kind: str) -> None:
    with superuser(home) as connection:
        for text in _DATABASE:
            connection.execute(_filled(text, name, kind))


def _lay_out(home: Home, name: str, kind: str) -> None:
    with superuser(home, name) as connection:
        for text in _SCHEMA:
            connection.execute(_filled(text, name, kind))
        offered = "SELECT 1 FROM pg_available_extensions WHERE name = 'vector'"
        if kind == "open" and connection.execute(offered).fetchone():
            connection.execute("CREATE EXTENSION vector")


def _filled(text: str, database: str, kind: str, template: str = "") -> sql.Composed:
    roles = {part: sql.Identifier(f"baken_{kind}_{part}") for part in ROLES[kind]}
    users = [part for part in roles if part != "owner"]
    groups = {"users": users, "insiders": [part for part in users if part != "bridge"]}
    named = {name: sql.SQL(", ").join(roles[part] for part in parts) for name, parts in groups.items()}
    names = {"database": sql.Identifier(database), "template": sql.Identifier(template or database)}
    return sql.SQL(text).format(**names, **roles, **named)


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
