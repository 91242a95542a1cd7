# SPDX-License-Identifier: EUPL-1.2
"""What was last done to a database, kept as a comment inside it, so that it goes where the database goes."""

import psycopg
from psycopg import sql

# One comment each: that of the database tells of migrations, that of its schema of the demo's content.
_READ = {
    "DATABASE": "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = current_database()",
    "SCHEMA": "SELECT obj_description('public'::regnamespace, 'pg_namespace')",
}


def read(connection: psycopg.Connection, place: str) -> str | None:
    """Return the mark at a place (`DATABASE` or `SCHEMA`), or None."""
    found: tuple[str | None] | None = connection.execute(_READ[place]).fetchone()
    return found[0] if found else None


def write(connection: psycopg.Connection, place: str, text: str) -> None:
    """Leave a mark, as the database's owner."""
    name = sql.Identifier(connection.info.dbname if place == "DATABASE" else "public")
    connection.execute(sql.SQL("COMMENT ON {} {} IS {}").format(sql.SQL(place), name, sql.Literal(text)))
