# SPDX-License-Identifier: EUPL-1.2
"""A centre that reports are sealed to, and what lies in the hatches as a thief of the whole database sees it."""

import datetime
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg.rows import dict_row

from baken.bridge.letters import new_pair, seal, unseal


class Centre:
    """The closed door's side of the hatches, by the owner's hand."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.public, self.private = new_pair()
        self.key = uuid4()
        self.do("INSERT INTO bridge.recipient (id, public, since) VALUES (%s, %s, now())", self.key, self.public)

    def do(self, words: str, *values: object) -> list[dict]:
        """Run a statement and return its rows."""
        with psycopg.connect(self.address, autocommit=True, row_factory=dict_row) as db:
            found = db.execute(words, values)
            return found.fetchall() if found.description else []

    def letters(self) -> list[dict]:
        """Return what the letters say, oldest first."""
        rows = self.do("SELECT * FROM bridge.letter ORDER BY hour, id")
        return [unseal(self.private, row["sealed"], report=row["report_id"], letter=row["id"]) for row in rows]

    def reports(self) -> list[dict]:
        """Return the reports as they lie there."""
        return self.do("SELECT * FROM bridge.report")

    def answer(self, report: UUID, text: str) -> None:
        """Put an answer into the hatch."""
        (row,) = self.do("SELECT public FROM bridge.report WHERE id = %s", report)
        key = uuid4()
        sealed = seal(row["public"], {"text": text}, report=report, letter=key)
        self.do(
            "INSERT INTO bridge.reply (id, report_id, hour, sealed) VALUES (%s, %s, now(), %s)", key, report, sealed
        )

    def age(self, days: int) -> None:
        """Let days pass for every receipt."""
        self.do("UPDATE bridge.report SET until = until - %s", datetime.timedelta(days=days))


@pytest.fixture
def centre(committed) -> Centre:
    """Provide the centre."""
    return Centre(committed.address("owner"))
