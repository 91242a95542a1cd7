# SPDX-License-Identifier: EUPL-1.2
"""The cast's file without what the matrix needs of CoMensha: each test makes its own."""

import psycopg
import pytest
from psycopg import sql

from baken.closed.registration.tests.desk import Desk


@pytest.fixture
def desk(cast, committed):
    with psycopg.connect(committed.address("owner"), autocommit=True) as owner:
        for name in ("exchange", "version", "draft", "override", "word"):
            owner.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(f"registration_{name}")))
        yield Desk(cast, owner)
