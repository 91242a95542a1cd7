# SPDX-License-Identifier: EUPL-1.2
"""One at a time in a house: whoever gives a place sees all that was given before, and nobody gives it again."""

from uuid import UUID

from django.db import connection


def alone(agency: UUID) -> None:
    """Let whoever gives places in a house wait for each other, until this transaction ends (as `sql/beds.sql` does)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended('shelter ' || %s, 0))", [str(agency)])
