# SPDX-License-Identifier: EUPL-1.2
"""The database under test: an embedded server, a migrated template, and a copy of it that tests may change.

Every test process takes a server of its own from a small pool. One server for all would
not do: whether a change has settled is asked of the whole server, so an open transaction of another
process would hold it up. Every server of the pool is a copy of the home that `tests.homes` migrated once,
and is laid anew when that was; its databases are the templates. Django connects to the copy as the
runtime role, which may neither create nor empty a table; tests that commit use the fixture
`committed`, since Django's own way (`django_db(transaction=True)`) empties tables.
"""

import contextlib
import fcntl
import itertools
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import psycopg
import pytest
from psycopg import sql

from baken.core import addresses, children, embedded
from baken.core.embedded import Home, cluster
from baken.settings import environment
from tests import folders
from tests.rows import Rows

POOL = folders.shared("pool")
_HURRIED = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "min_wal_size": "32MB",
    "max_wal_size": "128MB",
}
_OWN_HOME = pytest.StashKey[Path]()
_COPY = pytest.StashKey["Copy"]()
# Fixtures by which a test looks into the databases without committing.
_LOOKING = {"db", "database_copy", "django_db_setup"}


def pytest_configure(config: pytest.Config) -> None:
    """Give this process a home of its own, so that no test touches the operator's index or keys."""
    config.stash[_OWN_HOME] = folders.temporary("baken-")
    os.environ["BAKEN_HOME"] = str(config.stash[_OWN_HOME])


def pytest_unconfigure(config: pytest.Config) -> None:
    """Throw that home away."""
    shutil.rmtree(config.stash[_OWN_HOME], ignore_errors=True)


@pytest.fixture(scope="session")
def server_home() -> Iterator[Home]:
    """Provide a running embedded server that no other test process uses."""
    with _taken() as home, embedded.running(home.path):
        _hurry(home)
        yield home


def _hurry(home: Home) -> None:
    """Let the server write little: a crash of the machine loses what a test run throws away in any case."""
    with cluster.superuser(home) as connection:
        for name, value in _HURRIED.items():
            connection.execute(sql.SQL("ALTER SYSTEM SET {} = {}").format(sql.Identifier(name), value))
        connection.execute("SELECT pg_reload_conf()")


@pytest.fixture(scope="session")
def database_copy(request, server_home: Home) -> "Copy":
    """Provide a copy of the migrated templates of the door under test."""
    from django.conf import settings  # noqa: PLC0415 - this plugin also loads where no door is under test

    copy = request.config.stash[_COPY] = Copy(server_home, settings.DOOR)
    copy.renew()
    return copy


@pytest.fixture(scope="session")
def django_db_setup(database_copy: "Copy", django_db_blocker) -> Iterator[None]:
    """Connect Django to the copy, as the runtime roles, with the root key of its server."""
    from django.conf import settings  # noqa: PLC0415 - see above
    from django.db import connections  # noqa: PLC0415 - see above

    with pytest.MonkeyPatch.context() as patch:
        for database in addresses.DATABASES[database_copy.door]:
            patch.setenv(database.address, database_copy.address("runtime", database.alias))
            connections[database.alias].settings_dict.update(environment.database(database.address))
        if "bridge" in connections:
            patch.setenv(addresses.BRIDGE, database_copy.bridge)
            connections["bridge"].settings_dict.update(environment.database(addresses.BRIDGE))
        connections["limits"].settings_dict.update(connections["default"].settings_dict)
        patch.setattr(settings, "RECEIPT_PEPPER", database_copy.home.secrets / "receipt_pepper", raising=False)
        patch.setattr(settings, "VAULT_ROOT_KEY", database_copy.home.secrets / "root_key", raising=False)
        yield
        with django_db_blocker.unblock():
            connections.close_all()


@pytest.fixture
def committed(request, django_db_setup, database_copy: "Copy", django_db_blocker) -> Iterator["Copy"]:
    """Let a test commit as the runtime role, in a database that is as the template has it, or as the cast was built.

    Emptying tables would take away what migrations put there, so what they held is put back before the next test.
    """
    from django.db import connections  # noqa: PLC0415 - this plugin also loads where no door is under test

    built = "cast" in request.fixturenames
    if built:
        request.getfixturevalue("cast_template")
    with django_db_blocker.unblock():
        connections.close_all()
        database_copy.lend(built=built)
        yield database_copy
        connections.close_all()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Put back what a test committed before another one that commits nothing looks."""
    names = getattr(item, "fixturenames", ())
    copy = item.config.stash.get(_COPY, None)
    if copy and "committed" not in names and (item.get_closest_marker("django_db") or _LOOKING.intersection(names)):
        copy.tidy()


class Copy:
    """What tests of a door work on: a copy of the migrated template of each of its databases."""

    def __init__(self, home: Home, door: str) -> None:
        self.home, self.door = home, door
        self.kinds = {each.alias: each.alias.replace("default", door) for each in addresses.DATABASES[door]}
        self._lies, self._lent, self._rows = "", False, list[Rows]()
        # Each database with whose roles it has. The closed door meets the hatches and nothing else of the open one.
        self.stock = {kind: kind for kind in self.kinds.values()} | ({"bridge": "open"} if door == "closed" else {})

    def address(self, part: str, alias: str = "default") -> str:
        """Return the copy's address as `runtime`, `owner`, `backup` or, where there is one, `sealer`."""
        return self.home.address(f"{self.kinds[alias]}_{part}", f"copy_{self.kinds[alias]}")

    @property
    def bridge(self) -> str:
        """The address of the copy of the hatches, as the closed door comes to them."""
        return self.home.address("open_bridge", "copy_bridge")

    @contextlib.contextmanager
    def owning(self) -> Iterator[None]:
        """Let Django be the owner of the door's database while the block runs, where a child would take seconds."""
        from django.db import connections  # noqa: PLC0415 - this plugin also loads where no door is under test

        taken = [(connections[alias], self.address("owner", alias)) for alias in self.kinds]
        kept = [dict(connection.settings_dict) for connection, _ in taken]
        for connection, address in taken:
            connection.close()
            found = psycopg.conninfo.conninfo_to_dict(address)
            connection.settings_dict.update(USER=found["user"], PASSWORD=found["password"])
        try:
            yield
        finally:
            for (connection, _), before in zip(taken, kept, strict=True):
                connection.close()
                connection.settings_dict.update(before)

    def renew(self, *, built: bool = False) -> None:
        """Put fresh copies in place, empty or as they were built, whoever is still connected to the old ones."""
        self._let_go()
        with cluster.superuser(self.home) as connection:
            for kind, roles in self.stock.items():
                _drop(connection, f"copy_{kind}")
                template = f"built_{kind}" if built and kind != "bridge" else self._template(connection, kind)
                cluster.make_database(self.home, f"copy_{kind}", roles, template=template)
        self._lies, self._lent = ("built" if built else "empty"), False

    def lend(self, *, built: bool = False) -> None:
        """Put copies in place, empty or as they were built, that a test may change."""
        wanted = "built" if built else "empty"
        if self._lies != wanted or (self._lent and not self._put_back()):
            self.renew(built=built)
        self._rows = self._rows or [self._remembered(kind) for kind in self.stock]
        self._lent = True

    def tidy(self) -> None:
        """Put empty copies in place again after they were lent."""
        if self._lent and not (self._lies == "empty" and self._put_back()):
            self.renew()
        self._lent = False

    def _put_back(self) -> bool:
        return all(each.restore_all() for each in self._rows)

    def _remembered(self, kind: str) -> Rows:
        schemas = {"bridge": ["bridge"], "open": ["public", "bridge"]}.get(kind, ["public"])
        return Rows(cluster.superuser(self.home, f"copy_{kind}"), *schemas)

    def _let_go(self) -> None:
        for each in self._rows:
            each.connection.close()
        self._rows = []

    def _template(self, connection: psycopg.Connection, kind: str) -> str:
        """Return the database of the migrated home that is copied; of the open door's the hatches alone, made once."""
        if kind != "bridge":
            return f"baken_{kind}"
        if not connection.execute("SELECT FROM pg_database WHERE datname = 'hatches'").rowcount:
            cluster.make_database(self.home, "hatches", "open", template="baken_open")
            with cluster.superuser(self.home, "hatches") as hatches:
                hatches.execute("DROP SCHEMA public CASCADE")
        return "hatches"

    def build(self, module: str) -> str:
        """Let a module fill fresh copies as their owner, keep them for `renew`, and return what it printed."""
        self.renew()
        self._lies = ""
        given = {each.owner: self.address("owner", each.alias) for each in addresses.DATABASES[self.door]}
        around = addresses.for_child(self.door, given, as_owner=True)
        around |= {"DJANGO_SETTINGS_MODULE": f"baken.settings.{self.door}_test", "BAKEN_HOME": str(self.home.path)}
        told = children.run([sys.executable, "-m", module], around, cwd=environment.ROOT)
        with cluster.superuser(self.home) as connection:
            for kind, roles in self.stock.items():
                _drop(connection, f"built_{kind}")
                cluster.make_database(self.home, f"built_{kind}", roles, template=f"copy_{kind}")
        return told


@contextlib.contextmanager
def _taken() -> Iterator[Home]:
    """Take the first home of the pool that no other test process has."""
    POOL.mkdir(mode=0o711, exist_ok=True)
    assert POOL.stat().st_uid == os.getuid(), f"{POOL} belongs to somebody else"
    for number in itertools.count():
        with (POOL / f"taken-{number}").open("a") as file:
            if _obtained(file):
                yield _laid(POOL / str(number))
                return


def _laid(path: Path) -> Home:
    """Return a home of the pool, copied again where doors were migrated since."""
    from tests import homes  # noqa: PLC0415 - it knows a browser, which most tests never need
    from tests.lifecycle import houses  # noqa: PLC0415 - see above

    mark, state = path.with_suffix(".state"), homes.state("migrated")
    if not mark.exists() or mark.read_text() != state:
        assert houses.left(path / "run") == {}  # a process that was killed leaves its server for a moment
        shutil.rmtree(path, ignore_errors=True)
        homes.lay("migrated", path)
        mark.write_text(state)
    return Home.prepare(path)


def _obtained(file: IO[str]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _drop(connection: psycopg.Connection, name: str) -> None:
    connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
