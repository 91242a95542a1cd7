# SPDX-License-Identifier: EUPL-1.2
"""Every write to goals and tasks: asked of `access`, changed, logged, in one transaction, one at a time in a file."""

import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils.translation import gettext as _

from baken.closed.access.actions import me
from baken.closed.access.admitting import admit_to_write, note
from baken.closed.access.models import Dossier
from baken.closed.access.parts import Part
from baken.closed.access.rules import Ground, Refused, Standing
from baken.closed.audit.activities import Action, Activity
from baken.closed.plan import reads, rules
from baken.closed.plan.labels import AREAS, DONE, DROPPED, GOAL_ENDINGS
from baken.closed.plan.models import Goal, Task
from baken.core.clock import now, today

Admitted = tuple[Standing, Ground]


@transaction.atomic
def set_goal(*, dossier: UUID, area: str, text: str) -> Goal:
    """Write down what the person wants to reach; raise ValidationError for an area that the table does not have."""
    admitted = _admitted(dossier)
    if area not in dict(AREAS):
        raise ValidationError(_("Choose an area of life."))
    made = Goal(dossier_id=dossier, area=area, text=text, set_by_id=me())
    made.save(force_insert=True)
    _noted(admitted, Action.CREATE, "goal", made.pk)
    return made


@transaction.atomic
def end_goal(*, dossier: UUID, goal: UUID, how: str, ended_on: datetime.date, words: str) -> None:
    """Write down that a goal was reached or let go of, on which day and in words."""
    admitted = _admitted(dossier)
    row = Goal.objects.filter(pk=goal, dossier=dossier, ended_at=None).first()
    if row is None:
        raise Refused("no such goal to end")
    if how not in dict(GOAL_ENDINGS) or ended_on > today():
        raise ValidationError(_("Choose how it ended, and a day that is not to come."))
    row.how, row.ended_on, row.words, row.ended_by_id, row.ended_at = how, ended_on, words, me(), now()
    row.save(update_fields=["how", "ended_on", "words", "ended_by", "ended_at"])
    _noted(admitted, Action.UPDATE, "goal", row.pk)


@transaction.atomic
def add_task(  # noqa: PLR0913 - one argument for each field of the form
    *,
    dossier: UUID,
    text: str,
    owner: UUID,
    due_on: datetime.date,
    goal: UUID | None = None,
    remind_on: datetime.date | None = None,
    every_weeks: int | None = None,
) -> Task:
    """Give somebody on the team something to do by a day; raise Refused for an owner or a goal from elsewhere."""
    admitted = _admitted(dossier)
    _check_owner(dossier, owner)
    if goal and not Goal.objects.filter(pk=goal, dossier=dossier, ended_at=None).exists():
        raise Refused("no such goal here")
    made = Task(dossier_id=dossier, goal_id=goal, text=text, owner_id=owner, due_on=due_on, made_by_id=me())
    made.remind_on, made.every_weeks = remind_on, every_weeks
    made.save(force_insert=True)
    _noted(admitted, Action.CREATE, "task", made.pk)
    return made


@transaction.atomic
def finish_task(*, dossier: UUID, task: UUID) -> Task:
    """Say that a task is done; one that repeats makes the next."""
    admitted = _admitted(dossier)
    row = _open_task(dossier, task)
    _end(row, DONE)
    following = [_follow(row).pk] if row.every_weeks else []
    _noted(admitted, Action.UPDATE, "task", row.pk, *following)
    return row


@transaction.atomic
def drop_task(*, dossier: UUID, task: UUID, reason: str) -> Task:
    """Say that a task is not done any more, and why."""
    admitted = _admitted(dossier)
    row = _open_task(dossier, task)
    _end(row, DROPPED, reason)
    _noted(admitted, Action.UPDATE, "task", row.pk)
    return row


@transaction.atomic
def undo_task(*, dossier: UUID, task: UUID) -> Task:
    """Take back within the hour that a task was done or dropped; what its finishing made is dropped again."""
    admitted = _admitted(dossier)
    row = reads.undoable(dossier).filter(pk=task).first()
    if row is None:
        raise Refused("nothing to undo")
    following = list(Task.objects.filter(dossier=dossier, follows=row.pk, ended_at=None))
    for each in following:
        _end(each, DROPPED, _("The task before it was not done after all."))
    row.ended_by, row.ended_at, row.how, row.reason = None, None, "", ""
    row.owner_id = _able(dossier, row.owner_id)
    row.save(update_fields=["ended_by", "ended_at", "how", "reason", "owner"])
    _noted(admitted, Action.UPDATE, "task", row.pk, *(each.pk for each in following))
    return row


@transaction.atomic
def hand_task(*, dossier: UUID, task: UUID, owner: UUID) -> Task:
    """Let somebody else on the team do a task."""
    admitted = _admitted(dossier)
    row = _open_task(dossier, task)
    _check_owner(dossier, owner)
    row.owner_id = owner
    row.save(update_fields=["owner"])
    _noted(admitted, Action.UPDATE, "task", row.pk, owner)
    return row


def one_at_a_time(dossier: UUID) -> None:
    """Let whoever plans in a dossier, hands it over or closes it wait for each other, until this transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"plan {dossier}"])


def admitted_alone(dossier: UUID) -> Admitted:
    """Let the acting user write the plan of a dossier, and nobody else until this transaction ends."""
    one_at_a_time(dossier)
    return admit_to_write(dossier, Part.NOTES)


def _admitted(dossier: UUID) -> Admitted:
    """Let the acting user write the plan of a dossier, alone for now; raise Refused where it is closed."""
    admitted = admitted_alone(dossier)
    if not Dossier.objects.filter(pk=dossier, closed_at=None).exists():
        raise Refused("the file is closed")
    return admitted


def _open_task(dossier: UUID, task: UUID) -> Task:
    row = Task.objects.filter(pk=task, dossier=dossier, ended_at=None).first()
    if row is None:
        raise Refused("no such open task")
    return row


def _end(row: Task, how: str, reason: str = "") -> None:
    row.how, row.reason, row.ended_by_id, row.ended_at = how, reason, me(), now()
    row.save(update_fields=["how", "reason", "ended_by", "ended_at"])


def _follow(done: Task) -> Task:
    """Make the next of a task that repeats; who can do it no more is followed by who finished it."""
    due = rules.next_due(done.due_on, done.every_weeks or 1, today())
    made = Task(dossier_id=done.dossier_id, goal_id=done.goal_id, text=done.text, due_on=due, made_by_id=me())
    made.owner_id, made.every_weeks, made.follows = _able(done.dossier_id, done.owner_id), done.every_weeks, done.pk
    made.remind_on = done.remind_on + (due - done.due_on) if done.remind_on else None
    made.save(force_insert=True)
    return made


def _able(dossier: UUID, owner: UUID) -> UUID:
    """Return who owns a task that is open again: its owner, or the acting user where that one can do it no more."""
    return me() if rules.is_nobodys(owner, reads.owners(dossier)) else owner


def _check_owner(dossier: UUID, owner: UUID) -> None:
    if rules.is_nobodys(owner, reads.owners(dossier)):
        raise Refused("the owner of a task is on the team, in a role that works with notes")


def _noted(admitted: Admitted, action: Action, kind: str, *objects: UUID) -> None:
    standing, ground = admitted
    activity = Activity.CREATE if action == Action.CREATE else Activity.UPDATE
    note(standing, activity, action, part=Part.NOTES, ground=ground, kind=kind, objects=list(objects))
