# SPDX-License-Identifier: EUPL-1.2
"""The office, with a journal of the test's own."""

import psycopg
import pytest
from psycopg import sql

from baken.closed.retention.tests.office import Office


@pytest.fixture
def office(cast, committed, settings, tmp_path):
    settings.RETENTION_JOURNAL = tmp_path / "journal.jsonl"
    with psycopg.connect(committed.address("owner"), autocommit=True) as owner:
        # The cast has one of each already, for the matrix; here each test makes its own.
        for table in ("retention_hold", "retention_erasure", "retention_tombstone"):
            owner.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table)))
        yield Office(cast, committed, owner, settings.RETENTION_JOURNAL)
