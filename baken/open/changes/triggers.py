# SPDX-License-Identifier: EUPL-1.2
"""Attaches the change log to a table; used in the migrations of the apps that own the tables."""

from django.db.migrations import RunSQL

_EVENTS = {"INSERT": "NEW TABLE AS touched", "UPDATE": "NEW TABLE AS touched", "DELETE": "OLD TABLE AS touched"}


def watch(table: str, *, kind: str, column: str = "id", through: tuple[str, str] | None = None) -> RunSQL:
    """Return a migration step: every write to `table` notes `(kind, column's value)`.

    With `through=(other table, its column)` the value is looked up there, by the key in `column`.

    Statement triggers with transition tables: one insert per statement and distinct thing, so a
    bulk import of a law notes that law once.
    """
    return RunSQL(
        sql=[_create(table, event, [kind, column, *(through or ())]) for event in _EVENTS],
        reverse_sql=[f"DROP TRIGGER {_name(table, event)} ON {table}" for event in _EVENTS],
    )


def _name(table: str, event: str) -> str:
    return f"note_{event.lower()}_{table}"[:63]


def _create(table: str, event: str, words: list[str]) -> str:
    told = ", ".join(f"'{word}'" for word in words)
    return (
        f"CREATE TRIGGER {_name(table, event)} AFTER {event} ON {table} REFERENCING {_EVENTS[event]} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION note_change({told})"
    )
