# SPDX-License-Identifier: EUPL-1.2
"""What is planned in one file, and what ended there. Each question is logged."""

from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from baken.accounts.models import User
from baken.closed.access import reads as access
from baken.closed.access import rules as grounds
from baken.closed.access.admitting import admit
from baken.closed.access.models import Dossier
from baken.closed.access.parts import Part
from baken.closed.audit.acting import acting
from baken.closed.plan import leads, rules
from baken.closed.plan.models import Closure, Goal, Task
from baken.core.clock import now, today

LATELY = 20  # ended goals and tasks on the page


@dataclass(frozen=True)
class Shown:
    """A task as the acting user sees it."""

    task: Task
    nobodys: bool = False
    mine: bool = False
    may_undo: bool = False

    @property
    def days(self) -> int:
        """How many days are left until it is due, or have passed since as a negative number."""
        return (self.task.due_on - today()).days

    @property
    def late(self) -> int:
        """How many days it is late."""
        return -self.days


@dataclass(frozen=True)
class Aim:
    """A goal with its open tasks."""

    goal: Goal
    tasks: list[Shown]


@dataclass(frozen=True)
class Plan:
    """What is planned in one file, who may do it, and what ended."""

    dossier: Dossier
    aims: list[Aim]
    loose: list[Shown]
    ended_goals: list[Goal]
    ended_tasks: list[Shown]
    owners: list[User]
    may_write: bool
    lead: User | None
    closures: list[Closure]
    may_close: bool

    @property
    def goals(self) -> list[Goal]:
        """The goals that are not reached yet."""
        return [each.goal for each in self.aims]

    @property
    def steps(self) -> list[str]:
        """What is being worked on, as knowledge at hand names it; a file without goals is at its first days."""
        if self.dossier.closed_at:
            return ["closing"]
        areas = [f"area:{goal.area}" for goal in self.goals] or ["first-days"]
        return areas if self.lead else ["handover", *areas]


def plan_of(dossier: UUID) -> Plan:
    """Return the plan of a dossier, what is due first on top; raise Refused without a ground for its notes."""
    standing, _ = admit(dossier, Part.NOTES, kind="plan")
    found, able = access.dossiers().get(pk=dossier), owners(dossier)
    goals = list(Goal.objects.filter(dossier=dossier).order_by("set_at"))
    tasks = [_shown(each, able) for each in _open_tasks(dossier)]
    running = [each for each in goals if each.ended_at is None]
    may_write = grounds.ground_to_write(standing, Part.NOTES) is not None and found.closed_at is None
    return Plan(
        dossier=found,
        aims=[Aim(each, [task for task in tasks if task.task.goal_id == each.pk]) for each in running],
        loose=[each for each in tasks if each.task.goal_id not in {goal.pk for goal in running}],
        ended_goals=[each for each in goals if each.ended_at][-LATELY:][::-1],
        ended_tasks=_ended_tasks(dossier, may_write=may_write),
        owners=leads.named(able),
        may_write=may_write,
        lead=leads.lead_of(dossier),
        closures=list(Closure.objects.filter(dossier=dossier).select_related("by").order_by("-at")),
        may_close=rules.can_lead(standing),
    )


def _open_tasks(dossier: UUID) -> QuerySet[Task]:
    return Task.objects.filter(dossier=dossier, ended_at=None).select_related("owner").order_by("due_on", "made_at")


def _ended_tasks(dossier: UUID, *, may_write: bool) -> list[Shown]:
    ended = Task.objects.filter(dossier=dossier, ended_at__isnull=False).select_related("ended_by")
    mine = set(undoable(dossier).values_list("pk", flat=True)) if may_write else set()
    return [Shown(each, may_undo=each.pk in mine) for each in ended.order_by("-ended_at")[:LATELY]]


def _shown(task: Task, able: frozenset[UUID]) -> Shown:
    return Shown(task, rules.is_nobodys(task.owner_id, able), task.owner_id == acting().user)


def undoable(dossier: UUID) -> QuerySet[Task]:
    """Return the tasks of a dossier that the acting user ended so short ago that she may take it back."""
    return Task.objects.filter(dossier=dossier, ended_by=acting().user, ended_at__gt=now() - rules.UNDO)


def owners(dossier: UUID) -> frozenset[UUID]:
    """Return who may own a task of a dossier now: on its team, in a role that works with notes."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT plan_owners(%s)", [dossier])
        return frozenset(row[0] for row in cursor.fetchall())


def one_task(dossier: UUID, task: UUID) -> Task | None:
    """Return an open task of a dossier; raise Refused without a ground for its notes."""
    admit(dossier, Part.NOTES, kind="task", objects=[task])
    return _open_tasks(dossier).filter(pk=task).first()


def one_goal(dossier: UUID, goal: UUID) -> Goal | None:
    """Return a goal of a dossier that did not end yet; raise Refused without a ground for its notes."""
    admit(dossier, Part.NOTES, kind="goal", objects=[goal])
    return Goal.objects.filter(dossier=dossier, pk=goal, ended_at=None).first()
