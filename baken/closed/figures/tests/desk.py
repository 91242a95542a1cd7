# SPDX-License-Identifier: EUPL-1.2
"""Who counts and who releases at the cast's centre, and what there is to be counted."""

import datetime
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import psycopg

from baken.closed.access.context import working_as
from baken.closed.figures import actions, reads
from baken.closed.figures.units.counting import Asked
from baken.core import clock
from baken.tabulation.shapes import Table, Words
from tests.cast import Cast

ANALYST, MANAGER, OFFICER = ("analyst", "same"), ("manager", "same"), ("privacy_officer", "same")
LEAD = ("case_manager", "team")
TITLE = Words("Verzonnen vraag", "Made-up question")
Who = tuple[str, str]


def today() -> datetime.date:
    return clock.today()


@dataclass(frozen=True)
class Desk:
    """Who does what with figures."""

    cast: Cast
    owner: psycopg.Connection

    @property
    def agency(self) -> UUID:
        return self.cast.rows["agency"]

    @property
    def file(self) -> UUID:
        return self.cast.files["main"]

    def working(self, who: Who = ANALYST) -> Any:
        return working_as(self.cast.person(*who))

    def asked(self, unit: str = "cases", *dimensions: str, **where: str) -> Asked:
        """Return a question over the last ten days."""
        first = today() - datetime.timedelta(days=10)
        return Asked(unit, dimensions or ("year",), first, today(), {name: (code,) for name, code in where.items()})

    def counts(self, unit: str = "cases", *dimensions: str, who: Who = ANALYST, **where: str) -> Table:
        with self.working(who):
            return reads.count(self.agency, self.asked(unit, *dimensions, **where), TITLE)

    def total(self, unit: str = "cases", **where: str) -> int:
        return self.counts(unit, **where).total

    def keeps(self, *dimensions: str, unit: str = "cases", who: Who = ANALYST) -> UUID:
        """Keep a question and return its key."""
        with self.working(who):
            return actions.save(agency=self.agency, asked=self.asked(unit, *dimensions), title=TITLE).pk

    def one(self, question: str, *words: Any) -> Any:
        """Return what the database says, asked by its owner."""
        return self.owner.execute(question, words).fetchone()[0]
