# SPDX-License-Identifier: EUPL-1.2
"""The cast's file, opened by the case manager, without the plan, rounds and terms that the matrix needs."""

import psycopg
import pytest
from psycopg import sql

from baken.closed.plan.tests.desk import LEAD, Desk

_EMPTIED = (
    "plan_task", "plan_goal", "plan_lead", "plan_handover", "plan_closure",
    "minors_step", "minors_round", "legal_watch",
)  # fmt: skip


# Who lives in the house has a file that is not closed.
_GONE = """
    UPDATE shelter_request SET ended_at = now(), ended_by_id = asked_by_id, how = 'placed' WHERE ended_at IS NULL
"""


@pytest.fixture
def desk(cast, committed):
    with psycopg.connect(committed.address("owner"), autocommit=True) as owner:
        for table in _EMPTIED:
            owner.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table)))
        owner.execute(_GONE)
        # The case manager on the team opened the file: she sits longest, and nobody led it since.
        main, lead = cast.files["main"], cast.person(*LEAD)
        owner.execute("DELETE FROM access_teamplace WHERE user_id = %s", [cast.rows["lead"]])
        owner.execute(
            "UPDATE access_teamplace SET since = '2026-01-01' WHERE dossier_id = %s AND user_id = %s", [main, lead]
        )
        yield Desk(cast, owner)
