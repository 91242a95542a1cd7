# SPDX-License-Identifier: EUPL-1.2
"""Reading the change log without missing a late committer."""

from dataclasses import dataclass

from django.db import connection

# All transactions below the horizon have ended; none of them can add a row any more.
_HORIZON = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
_SINCE = "SELECT DISTINCT kind, thing FROM changes_change WHERE transaction >= %s"


@dataclass(frozen=True)
class Changes:
    """What changed since a cursor: distinct `(kind, thing)` pairs, and the cursor to ask from next."""

    cursor: int
    things: frozenset[tuple[str, str]]


def since(cursor: int) -> Changes:
    """Return the changes committed since `cursor` (0 for all there are).

    A cursor is a transaction number, not a row number: a transaction may add a row after one that
    another, still unfinished, has added before it. The next cursor stays behind the oldest unfinished
    transaction, so a late committer is never missed; what is told twice meanwhile does no harm.
    """
    with connection.cursor() as db:
        db.execute(_HORIZON)
        horizon = int(db.fetchone()[0])
    return Changes(horizon, things_since(cursor))


def things_since(cursor: int) -> frozenset[tuple[str, str]]:
    """Return what changed since `cursor`, for who does not go on from there: one question less to the database."""
    with connection.cursor() as db:
        db.execute(_SINCE, [cursor])
        return frozenset(db.fetchall())


def head() -> int:
    """Return the cursor behind the oldest unfinished transaction: where a fresh index begins to follow."""
    with connection.cursor() as db:
        db.execute(_HORIZON)
        return int(db.fetchone()[0])
