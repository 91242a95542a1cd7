# SPDX-License-Identifier: EUPL-1.2
"""The database under test: an embedded server, a migrated template, and a copy of it that tests may change.

Every test process takes a server of its own from a small pool under /tmp. One server for all would
not do: whether a change has settled is asked of the whole server, so an open transaction of another
process would hold it up. The template is made by the owner and kept between runs as long as the
migrations, the settings and the installed packages stay the same. Django connects to the copy as the
runtime role, which may neither create nor empty a table; tests that commit use the fixture
`committed`, since Django's own way (`django_db(transaction=True)`) empties tables.
"""

import contextlib
import fcntl
import itertools
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import psycopg
import pytest
from psycopg import sql

from baken.core import addresses, children, embedded, migrating
from baken.core.embedded import Home, cluster
from baken.settings import environment

POOL = Path("/tmp") / f"baken-test-{os.getuid()}"  # noqa: S108 - short for its sockets; a home refuses other owners
_OWN_HOME = pytest.StashKey[Path]()


def pytest_configure(config: pytest.Config) -> None:
    """Give this process a home of its own, so that no test touches the operator's index or keys."""
    config.stash[_OWN_HOME] = Path(tempfile.mkdtemp(prefix="baken-"))
    os.environ["BAKEN_HOME"] = str(config.stash[_OWN_HOME])


def pytest_unconfigure(config: pytest.Config) -> None:
    """Throw that home away."""
    shutil.rmtree(config.stash[_OWN_HOME], ignore_errors=True)


@pytest.fixture(scope="session")
def server_home() -> Iterator[Home]:
    """Provide a running embedded server that no other test process uses."""
    with _taken() as home, embedded.running(home.path):
        yield home


@pytest.fixture(scope="session")
def database_copy(server_home: Home) -> "Copy":
    """Provide a copy of the migrated template of the door under test."""
    from django.conf import settings  # noqa: PLC0415 - this plugin also loads where no door is under test

    copy = Copy(server_home, settings.DOOR)
    copy.renew()
    return copy


@pytest.fixture(scope="session")
def django_db_setup(database_copy: "Copy", django_db_blocker) -> Iterator[None]:
    """Connect Django to the copy, as the runtime role."""
    from django.db import connections  # noqa: PLC0415 - see above

    name = addresses.own_names(database_copy.door)[0]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(name, database_copy.address("runtime"))
        connections["default"].settings_dict.update(environment.database(name))
        yield
        with django_db_blocker.unblock():
            connections.close_all()


@pytest.fixture
def committed(django_db_setup, database_copy: "Copy", django_db_blocker) -> Iterator["Copy"]:
    """Let a test commit as the runtime role; afterwards the database is again as the template has it.

    Emptying tables would take away what migrations put there, so a fresh copy takes the old one's place.
    """
    from django.db import connections  # noqa: PLC0415 - see above

    with django_db_blocker.unblock():
        yield database_copy
        connections.close_all()
        database_copy.renew()


class Copy:
    """What tests of a door work on: a copy of its migrated template."""

    def __init__(self, home: Home, door: str) -> None:
        self.home, self.door = home, door
        self.name = f"copy_{door}"
        self.template = f"template_{door}_{migrating.fingerprint()}"

    def address(self, part: str) -> str:
        """Return the copy's address as `runtime` or `owner`."""
        return self.home.address(f"{self.door}_{part}", self.name)

    def renew(self) -> None:
        """Put a fresh copy in place, whoever is still connected to the old one."""
        with cluster.superuser(self.home) as connection:
            names = {name for (name,) in connection.execute("SELECT datname FROM pg_database")}
            if self.template not in names:
                self._make_template(connection, names)
            _drop(connection, self.name)
            cluster.make_database(self.home, self.name, self.door, template=self.template)

    def _make_template(self, connection: psycopg.Connection, names: set[str]) -> None:
        """Migrate under another name first: a template that has its name is whole."""
        building = f"building_{self.door}"
        for old in names:
            if old.startswith((f"template_{self.door}_", building)):
                _drop(connection, old)
        cluster.make_database(self.home, building, self.door)
        self._migrate(building)
        text = sql.SQL("ALTER DATABASE {} RENAME TO {}")
        connection.execute(text.format(sql.Identifier(building), sql.Identifier(self.template)))

    def _migrate(self, database: str) -> None:
        address, owner, _ = addresses.own_names(self.door)
        given = {owner: self.home.address(f"{self.door}_owner", database), address: ""}
        around = addresses.for_child(self.door, given, as_owner=True)
        words = [sys.executable, "-m", "django", "migrate", "--noinput", "--skip-checks", "--verbosity=0"]
        children.run(words, around, cwd=environment.ROOT)


@contextlib.contextmanager
def _taken() -> Iterator[Home]:
    """Take the first home of the pool that no other test process has."""
    POOL.mkdir(mode=0o711, exist_ok=True)
    assert POOL.stat().st_uid == os.getuid(), f"{POOL} belongs to somebody else"
    for number in itertools.count():
        home = Home.prepare(POOL / str(number))
        with (home.path / "taken").open("a") as file:
            if _obtained(file):
                yield home
                return


def _obtained(file: IO[str]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _drop(connection: psycopg.Connection, name: str) -> None:
    connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
