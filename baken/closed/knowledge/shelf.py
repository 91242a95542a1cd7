# SPDX-License-Identifier: EUPL-1.2
"""The cards as this process holds them. No page asks the databank: a page that did would tell it when, and of what.

They are read by the clock and not by a reader, with the lists of all topics together.
"""

import logging
import time
from typing import NamedTuple

from django.db import Error

from baken.bridge import knowledge
from baken.bridge.cards import Card
from baken.closed.knowledge.topics import topics

LASTS = 15 * 60  # seconds: what was taken away meanwhile must not be shown for longer
_log = logging.getLogger(__name__)


class Held(NamedTuple):
    """Cards, and when they were read by a clock that never goes back."""

    cards: tuple[Card, ...]
    read: float


_held: list[Held] = []  # the newest alone; put there whole, so that readers need no lock


def refresh() -> bool:
    """Read the shelf and return whether anything lies on it; where the open door's database is away, hold nothing."""
    asked = topics()
    try:
        found = knowledge.lying(concepts=asked.all_concepts, citations=asked.all_citations)
    except Error as error:
        _log.warning("The databank's shelf cannot be read: %s", type(error).__name__)
        _held.clear()
        return False
    _held[:] = [Held(tuple(found), time.monotonic())]
    return bool(found)


def cards() -> tuple[Card, ...] | None:
    """Return the cards; None where the databank could not be read lately."""
    held = next(iter(_held), None)
    return held.cards if held and time.monotonic() - held.read < LASTS else None


def forget() -> None:
    """Hold nothing any more."""
    _held.clear()
