# SPDX-License-Identifier: EUPL-1.2
"""Colleagues at work on one file, with an owner's hand to turn back clocks."""

import datetime
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import psycopg

from baken.closed.access.context import working_as
from baken.closed.access.models import TeamPlace
from baken.closed.audit.models import Entry
from baken.closed.casework.mine import my_open_files
from baken.closed.plan import actions, leading, leads, reads, waiting
from baken.closed.plan.models import Handover, Task
from baken.core import clock
from tests.cast import Cast

LEAD, INTAKE, THERAPIST = ("case_manager", "team"), ("intake", "team"), ("therapist", "team")
SHELTER, COLLEAGUE, OFFICER = ("shelter", "team"), ("intake", "other"), ("privacy_officer", "same")
MANAGER, RECEIVER, OTHER = ("manager", "same"), ("case_manager", "same"), ("intake", "same")
Who = tuple[str, str]


def day(ahead: int) -> datetime.date:
    """Return the day so many days from now."""
    return clock.today() + datetime.timedelta(days=ahead)


@dataclass(frozen=True)
class Desk:
    """Who does what in the file of the cast."""

    cast: Cast
    owner: psycopg.Connection

    @property
    def file(self) -> UUID:
        return self.cast.files["main"]

    def key(self, who: Who) -> UUID:
        return self.cast.person(*who)

    def working(self, who: Who = LEAD) -> Any:
        return working_as(self.key(who))

    def task(self, who: Who = LEAD, ahead: int = 3, by: Who = LEAD, **given: Any) -> Task:
        with self.working(by):
            given = {"text": "Verzonnen taak", "due_on": day(ahead), **given}
            return actions.add_task(dossier=self.file, owner=self.key(who), **given)

    def finish(self, task: Task, by: Who = LEAD) -> None:
        with self.working(by):
            actions.finish_task(dossier=self.file, task=task.pk)

    def undo(self, task: Task, by: Who = LEAD) -> None:
        with self.working(by):
            actions.undo_task(dossier=self.file, task=task.pk)

    def offer(self, to: Who = RECEIVER, by: Who = LEAD, words: str = "Verzonnen woorden") -> Handover:
        with self.working(by):
            return leading.offer(dossier=self.file, to=self.key(to), words=words)

    def accept(self, offer: Handover, by: Who = RECEIVER) -> None:
        with self.working(by):
            leading.accept(handover=offer.pk)

    def lead(self) -> UUID | None:
        """Return who has the next step, as the intake worker on the team is told."""
        with self.working(INTAKE):
            return leads.led_by(self.file)

    def today(self, who: Who) -> waiting.Waiting:
        with self.working(who):
            return waiting.waiting(my_open_files())

    def leave(self, who: Who) -> None:
        """Let somebody leave the team."""
        ended = "UPDATE access_teamplace SET until = now() WHERE user_id = %s AND dossier_id = %s"
        self.owner.execute(ended, [self.key(who), self.file])

    def late(self, task: Task, days: int) -> None:
        """Let a task have been due some days ago."""
        self.owner.execute("UPDATE plan_task SET due_on = %s WHERE id = %s", [day(-days), task.pk])

    def plan(self, who: Who = LEAD) -> reads.Plan:
        with self.working(who):
            return reads.plan_of(self.file)

    def logged(self, kind: str) -> list[str]:
        """Return which kinds of act the log has of something in the file, in their order."""
        with self.working(OFFICER):
            told = Entry.objects.filter(dossier_id=self.file, kind=kind).order_by("at")
            return [each.action for each in told]

    def place(self, who: Who) -> TeamPlace | None:
        with self.working(MANAGER):
            return TeamPlace.objects.filter(dossier=self.file, user=self.key(who), until=None).first()
