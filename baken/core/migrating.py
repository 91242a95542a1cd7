# SPDX-License-Identifier: EUPL-1.2
"""Migrating a door's databases, as their owners, only when something may be pending.

After a migration a database's own comment holds a fingerprint of the migrations, the settings, the
installed packages and the rows of `django_migrations`. While that is unchanged nothing is pending and
Django need not be asked, which would take seconds. In every other case Django migrates.
"""

import sys
from collections.abc import Mapping

import psycopg

from baken.core import addresses, children, digests, marks
from baken.core.addresses import Database
from baken.settings import environment

_LOCK = 0x62616B656E  # "baken": one process at a time migrates a database
_APPLIED = "SELECT count(*), max(id) FROM django_migrations"


def migrate(door: str, given: Mapping[str, str]) -> bool:
    """Bring a door's databases up to date and return whether anything had to be done."""
    done = [_migrate(door, database, given) for database in addresses.DATABASES[door]]
    return any(done)


def _migrate(door: str, database: Database, given: Mapping[str, str]) -> bool:
    with psycopg.connect(addresses.owner_address(database, given), autocommit=True) as connection:
        connection.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
        if marks.read(connection, "DATABASE") == _state(connection):
            return False
        children.run(words(database.alias), addresses.for_child(door, given, as_owner=True), cwd=environment.ROOT)
        marks.write(connection, "DATABASE", _state(connection))
        return True


def words(alias: str) -> list[str]:
    """Return the command that migrates one database of a door."""
    options = ["--noinput", "--skip-checks", "--verbosity=0", f"--database={alias}"]
    return [sys.executable, "-m", "django", "migrate", *options]


def fingerprint() -> str:
    """Return what the migrations depend on: their files and SQL, the settings and the installed packages."""
    package = environment.ROOT / "baken"
    written = [*package.rglob("migrations/*.py"), *package.rglob("sql/*.sql")]
    return digests.of([*written, *package.glob("settings/*.py")], package)


def _state(connection: psycopg.Connection) -> str:
    """Return the fingerprint with the number of applied migrations, so that undoing one is noticed too."""
    (table,) = connection.execute("SELECT to_regclass('django_migrations')").fetchone() or (None,)
    applied = connection.execute(_APPLIED).fetchone() if table else None
    return f"migrated {fingerprint()} {applied}"
