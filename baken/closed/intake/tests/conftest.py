# SPDX-License-Identifier: EUPL-1.2
"""Reporters at the open door, as its own role would write what they say."""

from uuid import UUID, uuid4

import psycopg
import pytest

from baken.bridge.letters import new_pair, seal, unseal
from baken.closed.access.context import working_as
from baken.closed.intake import hatch
from baken.closed.intake.tests.desk import WORKER

WORDS = {"kind": "report", "who": "worried", "danger": "no", "age": "adult", "words": "Verzonnen verhaal kanarie"}
_REPORT = (
    "INSERT INTO bridge.report (id, hour, taken, public, until, locator, salt, verifier, wrapped)"
    " VALUES (%s, date_trunc('hour', now()), false, %s, current_date + 90, %s, 's', 'v', 'w')"
)
_LETTER = (
    "INSERT INTO bridge.letter (id, report_id, recipient, hour, is_file, sealed) VALUES (%s, %s, %s, now(), %s, %s)"
)


class Door:
    """The open door's side of the hatches."""

    def __init__(self, copy) -> None:
        self.runtime = copy.home.address("open_runtime", "copy_bridge")
        self.owner = copy.home.address("open_owner", "copy_bridge")
        self.private: dict[UUID, bytes] = {}

    def report(self, *files: dict, **said) -> UUID:
        """Let somebody report and return its key."""
        key, (public, private) = uuid4(), new_pair()
        self.private[key] = private
        with psycopg.connect(self.runtime, autocommit=True) as db:
            db.execute(_REPORT, [key, public, f"{len(self.private):08}"])
        self.add(key, **(WORDS | {"public": public} | said))
        for each in files:
            self.add(key, kind="file", **each)
        return key

    def add(self, report: UUID, **said) -> UUID:
        """Let a reporter add something."""
        return self.write(report, said)

    def write(self, report: UUID, said: object) -> UUID:
        """Let the open door write a letter that says whatever it likes."""
        letter, is_file = uuid4(), isinstance(said, dict) and said.get("kind") == "file"
        with psycopg.connect(self.runtime, autocommit=True) as db:
            to = db.execute("SELECT id, public FROM bridge.recipient WHERE ended IS NULL").fetchone()
            sealed = seal(to[1], said, report=report, letter=letter)
            db.execute(_LETTER, [letter, report, to[0], is_file, sealed])
        return letter

    def lying(self, table: str) -> list[tuple]:
        """Return what lies in a hatch, as the owner sees it."""
        with psycopg.connect(self.owner, autocommit=True) as db:
            return db.execute(f"SELECT * FROM bridge.{table}").fetchall()  # noqa: S608 - names of ours

    def do(self, words: str, *values: object) -> None:
        """Let the owner do something to the hatches."""
        with psycopg.connect(self.owner, autocommit=True) as db:
            db.execute(words, values)

    def answers(self, report: UUID) -> list[str]:
        """Return what the reporter would read."""
        with psycopg.connect(self.runtime, autocommit=True) as db:
            found = db.execute("SELECT id, sealed FROM bridge.reply WHERE report_id = %s", [report]).fetchall()
        return [unseal(self.private[report], sealed, report=report, letter=key)["text"] for key, sealed in found]


@pytest.fixture
def door(cast, database_copy):
    """Provide the open door, to which the closed one told its key."""
    hatch.announce()
    return Door(database_copy)


@pytest.fixture
def worker(cast):
    """Let somebody who does intake act."""
    with working_as(cast.person(*WORKER)) as acting:
        yield acting
