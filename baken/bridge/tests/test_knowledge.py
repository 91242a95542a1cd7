# SPDX-License-Identifier: EUPL-1.2
"""The hatch to casework lets cards of what is published through, and nothing else: not for either side."""

import psycopg
import pytest
from psycopg.errors import CheckViolation, InsufficientPrivilege, StringDataRightTruncation

from baken.bridge import knowledge
from baken.bridge.cards import is_sound
from baken.bridge.models import Knowledge
from baken.bridge.tests.laying import CARD, lay


@pytest.fixture
def hatch(committed):
    """Provide a way to ask the hatches something as one of the roles."""

    def ask(role, words):
        with psycopg.connect(committed.home.address(role, "copy_bridge"), autocommit=True) as db:
            db.execute(words)

    return ask


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
def test_the_closed_door_leaves_nothing_here(hatch, committed, words):
    lay(committed)
    with pytest.raises(InsufficientPrivilege):
        hatch("open_bridge", words)


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
def test_the_open_door_lays_nothing_else_here(committed, other):
    with pytest.raises((CheckViolation, StringDataRightTruncation)):
        lay(committed, **other)
    assert is_sound(CARD)
    assert not is_sound(CARD._replace(**other)) or "concepts" in other or "citations" in other


def test_what_the_owner_of_the_databank_lays_past_the_rules_is_not_believed(hatch, committed):
    """Whoever has the open door's database may drop its rules: what is read is looked at once more."""
    hatch("open_owner", "ALTER TABLE bridge.knowledge DROP CONSTRAINT knowledge_in_the_databank")
    lay(committed, key="article/2", address="//elders.example/")
    good = lay(committed)
    assert knowledge.lying(concepts={"c103"}, citations=()) == [good]


def test_the_closed_door_reads_what_carries_any_of_its_topics(committed):
    about = lay(committed)
    text = lay(committed, key="b", kind="provision", concepts=(), citations=("bwb/BWBR0001903/artikel/12",))
    lay(committed, key="c", concepts=("c200",), citations=("bwb/BWBR0001903/artikel/121",))
    assert knowledge.lying(concepts={"c103"}, citations={"bwb/BWBR0001903/artikel/12"}) == [about, text]
    assert knowledge.lying(concepts=(), citations=()) == []
    with pytest.raises(Exception, match="permission denied"):
        Knowledge.objects.update(title="a case that somebody opened")
