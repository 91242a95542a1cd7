# SPDX-License-Identifier: EUPL-1.2
"""Laying cards in the hatch: all of them, or by following the change log. One process at a time."""

from django.db import connection, transaction

from baken.bridge import knowledge
from baken.open.changes import reads as changes
from baken.open.offering import cards
from baken.open.offering.models import Followed
from baken.open.search import documents
from baken.open.search.reads import origin

_LOCK = 0x6B656E6E6973  # any number that nothing else in this database locks on


@transaction.atomic
def fill() -> int:
    """Lay the whole shelf and return how many cards changed; waits for another process that is at it."""
    with connection.cursor() as db:
        db.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    return _fill()


@transaction.atomic
def follow() -> int:
    """Lay what changed since the last time and return how many cards did; 0 where another process is at it."""
    with connection.cursor() as db:
        db.execute("SELECT pg_try_advisory_xact_lock(%s)", [_LOCK])
        if not db.fetchone()[0]:
            return 0
    row = Followed.objects.filter(origin=origin()).first()
    return _catch_up(row) if row else _fill()


def _fill() -> int:
    # The cursor is read before the cards: what changes meanwhile is laid again, never missed.
    place = changes.head()
    changed = knowledge.put(cards.everything())
    _keep(place)
    return changed


def _catch_up(row: Followed) -> int:
    found = changes.since(row.place)
    if not found.things:
        return 0
    things = documents.touched(found.things)
    changed = knowledge.put(cards.made_from(things), of=documents.names(things))
    _keep(found.cursor)
    return changed


def _keep(place: int) -> None:
    Followed.objects.exclude(origin=origin()).delete()
    Followed.objects.update_or_create(origin=origin(), defaults={"place": place})
