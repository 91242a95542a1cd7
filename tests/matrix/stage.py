# SPDX-License-Identifier: EUPL-1.2
"""A database with the cast in it that is put back as it was, in a moment, after whatever changed it.

A fresh copy for each of some thousand cells would take an hour. So each table is kept a second time, and
what a cell changed is taken from there again, by the superuser and past every trigger and policy.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import psycopg
from psycopg import sql
from psycopg.rows import dict_row

from baken.core.embedded import cluster
from tests.cast import Cast
from tests.database import Copy
from tests.matrix import hatches

# Only added to, and counted apart; or the traces of signing in, which every cell leaves.
_UNCOUNTED = {"audit_entry", "audit_link", "django_migrations", "accounts_session", "accounts_limit"}
_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = %s ORDER BY 1"
# Whatever is inserted, changed or deleted changes one of the two.
_MARK = "SELECT {name} AS name, concat(count(*), ' ', sum(xmin::text::bigint)) AS mark FROM {schema}.{table}"
Marks = dict[str, str]


class Half:
    """One of the databases, as the superuser has it."""

    def __init__(self, copy: Copy, kind: str, schema: str = "public") -> None:
        self.schema = sql.Identifier(schema)
        self.connection = cluster.superuser(copy.home, f"copy_{kind}")
        self.connection.execute("SET session_replication_role = replica")
        names = [name for (name,) in self.connection.execute(_TABLES, [schema])]
        self.tables = [name for name in names if name not in _UNCOUNTED]
        self.connection.execute("CREATE SCHEMA kept")
        for name in self.tables:
            self._run("CREATE TABLE kept.{table} AS TABLE {schema}.{table}", name)
        self.marks = self.marked()

    def marked(self) -> Marks:
        """Return a fingerprint of each table's rows."""
        each = (
            sql.SQL(_MARK).format(name=sql.Literal(name), table=sql.Identifier(name), schema=self.schema)
            for name in self.tables
        )
        return dict(self.connection.execute(sql.SQL(" UNION ALL ").join(each)).fetchall())

    def changed(self, since: Marks) -> list[str]:
        """Return the tables whose rows are not as they were."""
        found = self.marked()
        return [name for name in self.tables if found[name] != since[name]]

    def restore(self) -> None:
        """Put changed tables back."""
        changed = self.changed(self.marks)
        for name in changed:
            self._run("DELETE FROM {schema}.{table}", name)
            self._run("INSERT INTO {schema}.{table} SELECT * FROM kept.{table}", name)
        if changed:
            self.marks = self.marked()

    def _run(self, text: str, name: str) -> None:
        self.connection.execute(sql.SQL(text).format(table=sql.Identifier(name), schema=self.schema))


class Stage:
    """The cast, its databases, and who is signed in."""

    def __init__(self, copy: Copy, cast: Cast) -> None:
        self.copy, self.cast = copy, cast
        self.waiting = hatches.filled(copy, cast.rows["source"])
        self.halves = {alias: Half(copy, kind) for alias, kind in copy.kinds.items()}
        self.halves["bridge"] = Half(copy, "bridge", "bridge")
        self.before: dict[str, Marks] = {}
        self.fresh()

    @property
    def superuser(self) -> psycopg.Connection[Any]:
        """The superuser's connection to the closed database."""
        return self.halves["default"].connection

    def runtime(self) -> psycopg.Connection[Any]:
        """Return a new connection as the role that serves."""
        return psycopg.connect(self.copy.address("runtime"))

    def another(self) -> psycopg.Connection[Any]:
        """Return a new connection as the superuser, for whom triggers and keys count as for everybody."""
        return cluster.superuser(self.copy.home, f"copy_{self.copy.kinds['default']}")

    def fresh(self) -> None:
        """Put everything back as the cast was built, and forget tries that were counted."""
        for half in self.halves.values():
            half.restore()
        self.forget_tries()
        self.before = {alias: half.marks for alias, half in self.halves.items()}

    def forget_tries(self) -> None:
        """Forget what was counted of signing in."""
        self.superuser.execute("DELETE FROM accounts_limit")

    def prepare(self, statements: Sequence[str], words: dict[str, Any]) -> None:
        """Let the superuser set the scene; neither that nor signing in before it counts as a change."""
        for text in statements:
            self.superuser.execute(text, words)
        self.before["default"] = self.halves["default"].marked()

    def changes(self) -> list[str]:
        """Return the tables that changed since the scene was set."""
        return [name for alias, half in self.halves.items() for name in half.changed(self.before[alias])]

    def known(self, question: str, words: Any = ()) -> list[dict[str, Any]]:
        """Return what the superuser sees, rows as words."""
        with self.superuser.cursor(row_factory=dict_row) as cursor:
            return cursor.execute(question, words).fetchall()  # type: ignore[arg-type]

    def number(self, file: UUID) -> str:
        """Return a file's number."""
        return str(self.known("SELECT number FROM access_dossier WHERE id = %s", [file])[0]["number"])

    def close(self) -> None:
        """Let go of the databases."""
        for half in self.halves.values():
            half.connection.close()
