# SPDX-License-Identifier: EUPL-1.2
"""The cast's file without what the matrix needs of a child's safety: each test makes its own."""

import datetime
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import psycopg
import pytest
from psycopg import sql

from baken.closed.access.context import working_as
from baken.closed.casework import actions as casework
from baken.closed.minors import actions, reads
from baken.closed.minors.models import Round, Step
from baken.core import clock
from tests.cast import Cast

LEAD = ("case_manager", "team")
CALM = {"suspicion": "yes", "danger": "no", "help": "yes", "accepted": "yes"}
Who = tuple[str, str]


def day(ahead: int) -> datetime.date:
    """Return the day so many days from now."""
    return clock.today() + datetime.timedelta(days=ahead)


@dataclass(frozen=True)
class Desk:
    """Colleagues at work on the file of the cast."""

    cast: Cast
    owner: psycopg.Connection

    @property
    def file(self) -> UUID:
        return self.cast.files["main"]

    def working(self, who: Who = LEAD) -> Any:
        return working_as(self.cast.person(*who))

    def young(self, **known: Any) -> None:
        """Let her be sixteen and a half, or as is known."""
        with self.working():
            casework.write_identity(dossier=self.file, **(known or {"born": day(-6000)}))

    def begin(self, about: str = "child", who: Who = LEAD) -> Round:
        with self.working(who):
            return actions.begin_round(dossier=self.file, about=about)

    def take(self, walked: Round, key: str, who: Who = LEAD, ahead: int = 0, **told: Any) -> Step:
        given = {"dossier": self.file, "round": walked.pk, "key": key, "on": day(ahead), "words": "Verzonnen woorden"}
        with self.working(who):
            return actions.take_step(**given, told=told)

    def walk(self, walked: Round, **answers: str) -> None:
        """Take the first four steps."""
        self.take(walked, "signals")
        self.take(walked, "consult", **{"with": ["colleague"]})
        self.take(walked, "talk", **{"with": ["child"]})
        self.take(walked, "weigh", answers=answers)

    def decide(self, walked: Round, *decision: str) -> Step:
        given = {"dossier": self.file, "round": walked.pk, "on": day(0), "words": "Verzonnen reden"}
        with self.working():
            return actions.decide(**given, decision=frozenset(decision))

    def page(self, who: Who = LEAD) -> reads.Minor:
        with self.working(who):
            return reads.minor_of(self.file)


@pytest.fixture
def desk(cast, committed):
    with psycopg.connect(committed.address("owner"), autocommit=True) as owner:
        for table in ("minors_step", "minors_round", "minors_route", "casework_guardian"):
            owner.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table)))
        yield Desk(cast, owner)
