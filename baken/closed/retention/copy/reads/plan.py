# SPDX-License-Identifier: EUPL-1.2
"""What was planned, who had the next step, and when the file was closed, as it comes into the copy."""

from uuid import UUID

from baken.closed.access.models import Appointment, Dossier
from baken.closed.access.parts import Part
from baken.closed.plan.models import Closure, Goal, Handover, Lead, Task
from baken.closed.retention.copy.reads.admitting import Copy, admitted, day, moment
from baken.closed.retention.copy.reads.roles import posts_of, roles_at
from baken.core.clock import now


def plan(found: Dossier) -> Copy:
    """Return all three; raise Refused without a ground for the notes."""
    return {"plan": _steps(found), "next_step": _next_step(found), "closures": _closures(found)}


def _steps(found: Dossier) -> Copy:
    """Return what she wanted to reach and what was done for it, with the roles of who did it."""
    goals = list(Goal.objects.filter(dossier=found).order_by("set_at"))
    tasks = list(Task.objects.filter(dossier=found).select_related("goal").order_by("due_on", "made_at"))
    admitted(found.pk, Part.NOTES, [each.pk for each in (*goals, *tasks)])
    posts = posts_of(found, {each.owner_id for each in tasks})
    return {"goals": [_goal(each) for each in goals], "tasks": [_task(each, posts) for each in tasks]}


def _goal(row: Goal) -> Copy:
    ended = day(row.ended_on)
    told = {"area": row.area, "goal": row.text, "set_at": moment(row.set_at)}
    return told | {"how": row.how, "ended_on": ended, "words": row.words}


def _task(row: Task, posts: dict[UUID, list[Appointment]]) -> Copy:
    return {
        "task": row.text,
        "goal": row.goal.text if row.goal else None,
        "roles": roles_at(posts.get(row.owner_id, []), row.ended_at or now()),
        "due_on": row.due_on.isoformat(),
        "how": row.how,
        "ended_at": moment(row.ended_at),
        "reason": row.reason,
    }


def _next_step(found: Dossier) -> Copy:
    """Return in which role somebody had the next step and when, and what was said at each handover."""
    leads = list(Lead.objects.filter(dossier=found).order_by("since"))
    handovers = list(Handover.objects.filter(dossier=found).order_by("offered_at"))
    admitted(found.pk, Part.NOTES, [each.pk for each in (*leads, *handovers)])
    posts = posts_of(found, {each.user_id for each in leads})
    told = [
        {"offered_at": moment(each.offered_at), "how": each.how, "words": each.words, "answer": each.answer}
        for each in handovers
    ]
    spans = [
        {
            "roles": roles_at(posts.get(each.user_id, []), each.since),
            "since": moment(each.since),
            "until": moment(each.until),
        }
        for each in leads
    ]
    return {"leads": spans, "handovers": told}


def _closures(found: Dossier) -> list[Copy]:
    rows = list(Closure.objects.filter(dossier=found).order_by("at"))
    admitted(found.pk, Part.NOTES, [each.pk for each in rows])
    return [{"kind": each.kind, "at": moment(each.at), "outcome": each.outcome, "words": each.words} for each in rows]
