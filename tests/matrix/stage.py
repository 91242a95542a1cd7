# SPDX-License-Identifier: EUPL-1.2
"""Databases with the cast in them that are put back as they were after whatever changed them."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import psycopg
from psycopg.rows import dict_row

from baken.core.embedded import cluster
from tests.cast import Cast
from tests.database import Copy
from tests.matrix import hatches
from tests.rows import Marks, Rows

# Only added to, and counted apart; or the traces of signing in, which every cell leaves.
_UNCOUNTED = {"audit_entry", "audit_link", "django_migrations", "accounts_session", "accounts_limit"}


class Stage:
    """The cast, its databases, and who is signed in."""

    def __init__(self, copy: Copy, cast: Cast) -> None:
        self.copy, self.cast = copy, cast
        self.waiting = hatches.filled(copy, cast.rows["source"])
        self.halves = {alias: self._half(kind) for alias, kind in copy.kinds.items()}
        self.halves["bridge"] = self._half("bridge", "bridge")
        self.before: dict[str, Marks] = {}
        self.fresh()

    def _half(self, kind: str, schema: str = "public") -> Rows:
        return Rows(cluster.superuser(self.copy.home, f"copy_{kind}"), schema, but=_UNCOUNTED)

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
