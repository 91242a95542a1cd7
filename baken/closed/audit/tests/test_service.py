# SPDX-License-Identifier: EUPL-1.2
"""The log tells when a process of the door began and ended; where it cannot be told, the operator is."""

import psycopg
import pytest
from django.db import OperationalError

from baken.closed.audit import service
from baken.closed.audit.activities import Activity

TOLD = "SELECT activity, component, user_id FROM audit_entry ORDER BY xid"


@pytest.fixture
def at_the_end(monkeypatch):
    """Collect what a process would do at its end."""
    found = []
    monkeypatch.setattr(service, "Finalize", lambda _, act, words, exitpriority: found.append((act, words)))
    return found


def told(committed):
    with psycopg.connect(committed.address("owner")) as owner:
        return owner.execute(TOLD).fetchall()


def test_it_tells_of_both(committed, at_the_end):
    service.begin("proof")
    ((act, words),) = at_the_end
    act(*words)
    assert told(committed) == [("start", "proof", None), ("stop", "proof", None)]


def test_it_says_so_where_it_cannot_be_told(committed, at_the_end, monkeypatch, caplog):
    def broken(**_):
        raise OperationalError

    monkeypatch.setattr(service, "record", broken)
    service.begin("proof")
    assert told(committed) == []
    assert str(Activity.START) in caplog.text
