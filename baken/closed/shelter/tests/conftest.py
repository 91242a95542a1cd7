# SPDX-License-Identifier: EUPL-1.2
"""The cast's centre with an empty house: each test fills its own."""

import psycopg
import pytest
from psycopg import sql

from baken.closed.shelter.tests.desk import Desk

_EMPTIED = (
    "duty", "envelope", "address", "agreement", "visit", "incident", "line", "signature", "shift", "check", "loan",
    "school", "bed", "absence", "onward", "stay", "screening", "guest", "request", "closing", "place", "unit",
    "location",
)  # fmt: skip


@pytest.fixture
def desk(cast, committed):
    with psycopg.connect(committed.address("owner"), autocommit=True) as owner:
        for name in _EMPTIED:
            owner.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(f"shelter_{name}")))
        yield Desk(cast, owner)
