# SPDX-License-Identifier: EUPL-1.2
"""What either door lays in the hatches, by its own role and in plain SQL: cards, and figures."""

import datetime
import json
from dataclasses import asdict
from uuid import UUID, uuid4

import psycopg

from baken.bridge.cards import Card
from baken.tabulation.carrying import packed
from baken.tabulation.examples import METHOD, examples
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


_RELEASE = "INSERT INTO bridge.figure (id, slug, figure, method, released_on, replaces) VALUES (%s, %s, %s, %s, %s, %s)"
_DAY = datetime.date(2026, 3, 2)


def release(address: str, slug: str, *, replaces: UUID | None = None, on: datetime.date = _DAY) -> UUID:
    """Release a made-up figure as the closed door does, by the address of its role there, and return the key."""
    said = json.dumps(packed(examples()[slug])), json.dumps(asdict(METHOD))
    with psycopg.connect(address, autocommit=True) as db:
        db.execute(_RELEASE, [key := uuid4(), slug, *said, on, replaces])
    return key


def withdraw(address: str, slug: str, on: datetime.date = _DAY) -> None:
    """Withdraw a figure as the closed door does."""
    with psycopg.connect(address, autocommit=True) as db:
        db.execute("UPDATE bridge.figure SET withdrawn_on = %s WHERE slug = %s AND withdrawn_on IS NULL", [on, slug])
