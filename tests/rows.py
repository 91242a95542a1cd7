# SPDX-License-Identifier: EUPL-1.2
"""The rows of a database as they were, put back in a moment after whatever changed them.

A fresh copy of a database is a thousand small files. So what each table held is kept in memory, and a table that
changed is filled from there again, by the superuser and past every trigger and policy.
"""

from collections.abc import Collection, Mapping
from typing import Any

import psycopg
from psycopg import sql

_TABLES = "SELECT schemaname, tablename FROM pg_tables WHERE schemaname = ANY (%s) ORDER BY 1, 2"
_SEQUENCES = """
    SELECT format('%%I.%%I', schemaname, sequencename), coalesce(last_value, start_value), last_value IS NOT NULL
    FROM pg_sequences WHERE schemaname = ANY (%s)
"""
# Whatever is inserted, changed or deleted changes one of the two.
_MARK = "SELECT {name} AS name, concat(count(*), ' ', sum(xmin::text::bigint)) AS mark FROM {table}"
# Tables, columns, functions, policies, triggers, rules of values, rights: what no filling of tables puts back.
_CATALOGUE = ("pg_class", "pg_attribute", "pg_attrdef", "pg_proc", "pg_policy", "pg_trigger", "pg_constraint",
              "pg_namespace", "pg_extension", "pg_default_acl")  # fmt: skip
# A table that even a restore may only add to: its guards stand aside for a moment.
_GUARDS = "SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass AND tgenabled = 'A' AND NOT tgisinternal"
# Who still holds a row would keep it from being put back.
_OTHERS_OUT = """
    SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
Marks = dict[str, str]


class Rows:
    """What the schemas of a database hold, by a connection of the superuser that is only for this."""

    def __init__(self, connection: psycopg.Connection[Any], *schemas: str, but: Collection[str] = ()) -> None:
        self.connection, self.schemas = connection, list(schemas)
        connection.execute("SET session_replication_role = replica")
        found = connection.execute(_TABLES, [self.schemas]).fetchall()
        # A table is called as by whom the first schema is the one she works in.
        names = {(table if schema == schemas[0] else f"{schema}.{table}"): (schema, table) for schema, table in found}
        self.tables = {name: sql.Identifier(*where) for name, where in names.items() if name not in but}
        self.kept = {name: self._read(name) for name in self.tables}
        self.sequences = self._sequences()
        self.marks, self.catalogue = self.marked(), self._catalogue()

    def marked(self) -> Marks:
        """Return a fingerprint of each table's rows."""
        return self._marked(self.tables)

    def changed(self, since: Marks) -> list[str]:
        """Return the tables whose rows are not as they were."""
        found = self.marked()
        return [name for name in self.tables if found[name] != since[name]]

    def restore(self) -> None:
        """Put changed tables back."""
        changed = self.changed(self.marks)
        for name in changed:
            self._write(name, self.kept[name])
        if changed:
            self.marks = self.marked()

    def restore_all(self) -> bool:
        """Put changed tables and counters back; return False where more than rows changed, or nobody answers."""
        try:
            self.connection.execute(_OTHERS_OUT)
            if self._catalogue() != self.catalogue:
                return False
            self.restore()
            self.catalogue = self._catalogue()
            for name, (at, called) in self._sequences().items() ^ self.sequences.items():
                if self.sequences.get(name) == (at, called):
                    self.connection.execute("SELECT setval(%s, %s, %s)", [name, at, called])
        except psycopg.OperationalError:
            return False
        return True

    def _catalogue(self) -> Marks:
        return self._marked({name: sql.Identifier("pg_catalog", name) for name in _CATALOGUE})

    def _sequences(self) -> dict[str, tuple[int, bool]]:
        found = self.connection.execute(_SEQUENCES, [self.schemas])
        return {name: (at, called) for name, at, called in found}

    def _marked(self, tables: Mapping[str, sql.Identifier]) -> Marks:
        each = (sql.SQL(_MARK).format(name=sql.Literal(name), table=table) for name, table in tables.items())
        return dict(self.connection.execute(sql.SQL(" UNION ALL ").join(each)).fetchall())

    def _read(self, name: str) -> bytes:
        with self.connection.cursor().copy(self._named("COPY {} TO STDOUT (FORMAT binary)", name)) as copy:
            return b"".join(copy)

    def _write(self, name: str, rows: bytes) -> None:
        guards = self.connection.execute(_GUARDS, [self.tables[name].as_string(self.connection)]).fetchall()
        with self.connection.transaction():
            self._guard("DISABLE", name, guards)
            self.connection.execute(self._named("DELETE FROM {}", name))
            with self.connection.cursor().copy(self._named("COPY {} FROM STDIN (FORMAT binary)", name)) as copy:
                copy.write(rows)
            self._guard("ENABLE ALWAYS", name, guards)

    def _guard(self, how: str, name: str, guards: list[tuple[str]]) -> None:
        for (guard,) in guards:
            text = self._named(f"ALTER TABLE {{}} {how} TRIGGER", name)
            self.connection.execute(text + sql.SQL(" ") + sql.Identifier(guard))

    def _named(self, text: str, name: str) -> sql.Composed:
        return sql.SQL(text).format(self.tables[name])
