# SPDX-License-Identifier: EUPL-1.2
"""The cast's file without the plan that the matrix needs: each test makes its own."""

import psycopg
import pytest
from psycopg import sql

from baken.closed.plan.tests.desk import Desk


@pytest.fixture
def desk(cast, committed):
    with psycopg.connect(committed.address("owner"), autocommit=True) as owner:
        for table in ("plan_task", "plan_goal"):
            owner.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table)))
        yield Desk(cast, owner)
