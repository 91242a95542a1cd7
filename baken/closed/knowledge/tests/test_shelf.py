# SPDX-License-Identifier: EUPL-1.2
"""What this process holds of the databank: read by the clock, given up when old or when it cannot be read."""

import time

import pytest
from django.db import connections

from baken.bridge.tests.laying import lay
from baken.closed.knowledge import service, shelf
from baken.core.embedded import cluster

pytestmark = pytest.mark.usefixtures("nothing_held")


def test_it_holds_what_lies_there_and_hangs_up(committed):
    assert shelf.cards() is None
    assert not service.once()
    assert shelf.cards() == ()
    card = lay(committed)
    lay(committed, key="2", concepts=("c200",), citations=())
    assert service.once()
    assert shelf.cards() == (card,)
    assert connections["bridge"].connection is None


def test_what_was_taken_away_is_gone_at_the_next_reading(committed):
    lay(committed)
    shelf.refresh()
    with cluster.superuser(committed.home, "copy_bridge") as owner:
        owner.execute("DELETE FROM bridge.knowledge")
    shelf.refresh()
    assert shelf.cards() == ()


def test_what_grows_old_is_not_shown(committed, monkeypatch):
    lay(committed)
    shelf.refresh()
    later = time.monotonic() + shelf.LASTS
    monkeypatch.setattr(shelf.time, "monotonic", lambda: later)
    assert shelf.cards() is None


def test_a_databank_that_is_away_is_said_and_nothing_old_is_kept(committed, monkeypatch, caplog):
    lay(committed)
    assert service.once()
    monkeypatch.setitem(connections["bridge"].settings_dict, "PORT", "1")
    assert not service.once()
    assert shelf.cards() is None
    assert "OperationalError" in caplog.text
