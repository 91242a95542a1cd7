# SPDX-License-Identifier: EUPL-1.2
"""Cards that the open door lays in the hatch, by its own role and in plain SQL."""

import datetime

import psycopg

from baken.bridge.cards import Card
from tests.database import Copy

CARD = Card(
    key="article/1", same="article/een", kind="article", language="nl", title="Verzonnen artikel", summary="Kort.",
    address="/artikelen/verzonnen/", concepts=("c103",), citations=("bwb/BWBR0011825/artikel/3.48",),
    updated=datetime.date(2026, 11, 1),
)  # fmt: skip
_LAY = f"INSERT INTO bridge.knowledge (thing, {', '.join(Card._fields)}) VALUES ('page:1'{', %s' * len(Card._fields)})"  # noqa: S608 - names of ours


def lay(copy: Copy, **other: object) -> Card:
    """Lay a card that differs in some way, and return it."""
    card = CARD._replace(**other)
    with psycopg.connect(copy.home.address("open_runtime", "copy_bridge"), autocommit=True) as db:
        db.execute(_LAY, [list(each) if isinstance(each, tuple) else each for each in card])  # type: ignore[arg-type]
    return card
