# SPDX-License-Identifier: EUPL-1.2
"""Making a table safe beside all that somebody may have seen, one table of an agency at a time."""

from collections.abc import Sequence
from uuid import UUID

from django.db import connection

from baken.closed.figures.counting.catalogue import meanings
from baken.closed.figures.fitness import TOO_FINE, check_fit
from baken.tabulation.carrying import Unsound, packed, unpacked
from baken.tabulation.disclosure import Protected, Unsafe, protect
from baken.tabulation.shapes import Table


def made_safe(table: Table, threshold: int, known: Sequence[Table]) -> Protected:
    """Return a table made safe beside what is known; raise Unsafe, also for one that could not be read back."""
    check_fit(table, known, meanings())
    safe = protect(table, threshold=threshold, published=known)
    try:
        unpacked(packed(safe.table))
    except Unsound as error:
        raise Unsafe(TOO_FINE) from error
    return safe


def alone(agency: UUID) -> None:
    """Let nobody else of an agency share or release until the transaction ends: each looks at what the others did."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"figures {agency}"])
