# SPDX-License-Identifier: EUPL-1.2
"""The hatch to casework lets cards of what is published through, and nothing else: not for either side."""

import datetime

import psycopg
import pytest
from psycopg.errors import CheckViolation, InsufficientPrivilege, StringDataRightTruncation

from baken.bridge import knowledge
from baken.bridge.cards import Card, is_sound
from baken.bridge.models import Knowledge

BRIDGE, RUNTIME = "open_bridge", "open_runtime"
CARD = Card(
    key="article/1", same="article/een", kind="article", language="nl", title="Verzonnen artikel", summary="Kort.",
    address="/artikelen/verzonnen/", concepts=("c103",), citations=("bwb/BWBR0011825/artikel/3.48",),
    updated=datetime.date(2026, 11, 1),
)  # fmt: skip
_LAY = (
    "INSERT INTO bridge.knowledge (thing, {names}) VALUES ('page:1', {places})"
    " ON CONFLICT (key) DO UPDATE SET address = excluded.address"
)


@pytest.fixture
def hatch(committed):
    """Provide a way to ask the hatches something as one of the roles, and to lay a card as the open door."""

    def ask(role, words, *values):
        with psycopg.connect(committed.home.address(role, "copy_bridge"), autocommit=True) as db:
            found = db.execute(words, values)
            return found.fetchall() if found.description else []

    return ask


def lay(hatch, **other):
    card = CARD._replace(**other)
    words = _LAY.format(names=", ".join(Card._fields), places=", ".join(["%s"] * len(Card._fields)))
    hatch(RUNTIME, words, *(list(each) if isinstance(each, tuple) else each for each in card))
    return card


@pytest.mark.parametrize(
    "words",
    [
        "INSERT INTO bridge.knowledge (key) VALUES ('a case that somebody opened')",
        "UPDATE bridge.knowledge SET title = 'a case that somebody opened'",
        "DELETE FROM bridge.knowledge",
        "TRUNCATE bridge.knowledge",
        "SELECT key FROM bridge.knowledge FOR UPDATE",
        "SELECT key FROM bridge.knowledge FOR KEY SHARE",
        "SELECT thing FROM bridge.knowledge",
        "SELECT * FROM bridge.knowledge",
    ],
)
def test_the_closed_door_leaves_nothing_here(hatch, words):
    lay(hatch)
    with pytest.raises(InsufficientPrivilege):
        hatch(BRIDGE, words)


@pytest.mark.parametrize(
    "other",
    [
        {"kind": "letter"},
        {"address": "https://elders.example/"},
        {"address": "//elders.example/"},
        {"address": "/\\elders.example/"},
        {"address": "/artikelen/?file=1"},
        {"address": "/artikelen/#1"},
        {"address": "/artikelen/\nx"},
        {"address": "/"},
        {"concepts": ("c103",) * 61},
        {"citations": ("x",) * 61},
        {"title": "x" * 301},
        {"summary": "x" * 301},
    ],
    ids=str,
)
def test_the_open_door_lays_nothing_else_here(hatch, other):
    with pytest.raises((CheckViolation, StringDataRightTruncation)):
        lay(hatch, **other)
    assert is_sound(CARD)
    assert not is_sound(CARD._replace(**other)) or "concepts" in other or "citations" in other


def test_what_the_owner_of_the_databank_lays_past_the_rules_is_not_believed(hatch):
    """Whoever has the open door's database may drop its rules: what is read is looked at once more."""
    hatch("open_owner", "ALTER TABLE bridge.knowledge DROP CONSTRAINT knowledge_in_the_databank")
    lay(hatch, key="article/2", address="//elders.example/")
    good = lay(hatch)
    assert knowledge.lying(concepts={"c103"}, citations=()) == [good]


def test_the_closed_door_reads_what_carries_any_of_its_topics(hatch):
    about = lay(hatch)
    text = lay(hatch, key="b", kind="provision", concepts=(), citations=("bwb/BWBR0001903/artikel/12",))
    lay(hatch, key="c", concepts=("c200",), citations=("bwb/BWBR0001903/artikel/121",))
    assert knowledge.lying(concepts={"c103"}, citations={"bwb/BWBR0001903/artikel/12"}) == [about, text]
    assert knowledge.lying(concepts=(), citations=()) == []
    with pytest.raises(Exception, match="permission denied"):
        Knowledge.objects.update(title="a case that somebody opened")
