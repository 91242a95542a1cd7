# SPDX-License-Identifier: EUPL-1.2
"""Whether there is a table of vectors: PostgreSQL may lack pgvector, and then the search goes by words alone."""

from typing import Any

from django.db import connection, migrations, transaction
from django.db.utils import DatabaseError

_SINCE = (0, 8)
# Databases whose table was seen: it does not come and go.
_seen = set[str]()


class CreateWhereOffered(migrations.CreateModel):
    """Creates a table where pgvector is there, or can be had by the owner of the database; else does nothing."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Create the table, where that can be."""
        if _had(schema_editor.connection):
            super().database_forwards(app_label, schema_editor, from_state, to_state)
            table = schema_editor.quote_name(to_state.apps.get_model(app_label, self.name)._meta.db_table)
            schema_editor.execute(f"CREATE INDEX search_passage_near ON {table} USING hnsw (vector halfvec_ip_ops)")

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Drop the table, where it is."""
        if is_laid():
            super().database_backwards(app_label, schema_editor, from_state, to_state)
            _seen.discard(schema_editor.connection.settings_dict["NAME"])


def is_laid() -> bool:
    """Tell whether the table of vectors is there."""
    name = connection.settings_dict["NAME"]
    if name not in _seen:
        with connection.cursor() as db:
            db.execute("SELECT to_regclass('search_passage') IS NOT NULL")
            if not db.fetchone()[0]:
                return False
        _seen.add(name)
    return True


def _had(here: Any) -> bool:
    """Return whether pgvector is there, after trying to have it: PostgreSQL allows that to few owners.

    Before 0.8 its index found too little where languages leave many rows out.
    """
    try:
        with transaction.atomic(using=here.alias), here.cursor() as db:
            db.execute("CREATE EXTENSION IF NOT EXISTS vector")
    except DatabaseError:
        return False
    with here.cursor() as db:
        db.execute("SELECT extversion FROM pg_extension WHERE extname = 'vector'")
        return tuple(map(int, db.fetchone()[0].split(".")[:2])) >= _SINCE
