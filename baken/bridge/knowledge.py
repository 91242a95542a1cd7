# SPDX-License-Identifier: EUPL-1.2
"""The hatch to casework: the open door lays cards of what is published here, and the closed door reads them.

The closed door reads with lists that are the same whoever asks, so that the databank never learns which file was open.
"""

from collections.abc import Collection, Iterable

from django.db import transaction

from baken.bridge.cards import Card, is_sound
from baken.bridge.models import Knowledge

MOST = 5000  # cards read together
_CHUNK = 500

# The open door's side.


def put(made: Iterable[tuple[str, Card]], *, of: Collection[str] | None = None) -> int:
    """Let these cards lie here, each with what it is made from, and no other of those things; return how many changed.

    Without ``of`` it is the whole shelf. What lies here as it should is not written again.
    """
    found = Knowledge.objects.all() if of is None else Knowledge.objects.filter(thing__in=of)
    rows = {card.key: Knowledge(thing=thing, **card._asdict()) for thing, card in made if is_sound(card)}
    with transaction.atomic(using=found.db):
        lying = {each.key: each for each in found.iterator(chunk_size=_CHUNK)}
        found.filter(key__in=lying.keys() - rows.keys()).delete()
        changed = [row for key, row in rows.items() if key not in lying or _said(row) != _said(lying[key])]
        names = ["thing", *(name for name in Card._fields if name != "key")]
        Knowledge.objects.bulk_create(
            changed, batch_size=_CHUNK, update_conflicts=True, unique_fields=["key"], update_fields=names
        )
    return len(changed) + len(lying.keys() - rows.keys())


def _said(row: Knowledge) -> tuple[str, Card]:
    return row.thing, _card([getattr(row, name) for name in Card._fields])


# The closed door's side. Its role sees the columns of a card and changes none.


def lying(*, concepts: Collection[str], citations: Collection[str]) -> list[Card]:
    """Return the cards that carry any of these; ask with the lists of all topics, never with those of one."""
    carrying = Knowledge.objects.filter(concepts__overlap=sorted(concepts))
    carrying |= Knowledge.objects.filter(citations__overlap=sorted(citations))
    found = map(_card, carrying.order_by("key").values_list(*Card._fields)[:MOST])
    return [card for card in found if is_sound(card)]


def _card(row: Iterable[object]) -> Card:
    card = Card._make(row)
    return card._replace(concepts=tuple(card.concepts), citations=tuple(card.citations))
