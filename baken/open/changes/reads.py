# SPDX-License-Identifier: EUPL-1.2
"""Reading the change log without missing a late committer."""

from dataclasses import dataclass

from django.db import connection

_SETTLED = """
SELECT id, kind, thing FROM changes_change
WHERE id > %s AND transaction < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
ORDER BY id
"""


@dataclass(frozen=True)
class Changes:
    """What changed since a cursor: distinct `(kind, thing)` pairs, and the cursor to ask from next."""

    cursor: int
    things: frozenset[tuple[str, str]]


def since(cursor: int) -> Changes:
    """Return the settled changes after `cursor` (0 for all there are)."""
    with connection.cursor() as db:
        db.execute(_SETTLED, [cursor])
        rows = db.fetchall()
    return Changes(rows[-1][0] if rows else cursor, frozenset((kind, thing) for _, kind, thing in rows))


def head() -> int:
    """Return the cursor after all settled changes: where a fresh index begins to follow."""
    with connection.cursor() as db:
        db.execute(
            "SELECT coalesce(max(id), 0) FROM changes_change"
            " WHERE transaction < pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
        )
        return int(db.fetchone()[0])
