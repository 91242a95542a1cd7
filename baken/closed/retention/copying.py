# SPDX-License-Identifier: EUPL-1.2
"""The copy that a person may have of her file (art. 15 AVG): everything in it but where she hides.

Of colleagues it tells the role and never the name. Each part is asked of `access` and logged as an export.
"""

import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from baken.closed.access import reads as access
from baken.closed.access.admitting import admit
from baken.closed.access.models import Appointment, Dossier
from baken.closed.access.parts import Part
from baken.closed.access.rules import Span, is_live
from baken.closed.audit.activities import Activity
from baken.closed.casework.models import NOTED, Contact, Identity, Note
from baken.closed.legal.models import Conditions, Happened
from baken.closed.plan.models import Closure, Goal, Handover, Lead, Task
from baken.closed.retention import reads, rights, sheets
from baken.closed.retention.printing import printed
from baken.core.clock import now

FORM = "baken/file-copy/1"
# Where she hides; what overseers alone read: why a file is held, and what somebody said who broke the glass.
LEFT_OUT = ["whereabouts", "holds", "glasses"]
Copy = dict[str, Any]


def packed(copy: Copy, language: str) -> bytes:
    """Return a copy as a zip of a readable PDF in a language and of the same as JSON; kept in memory alone."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("file.pdf", printed(sheets.sheet(copy, language)))
        archive.writestr("file.json", json.dumps(copy, ensure_ascii=False, indent=2))
    return made.getvalue()


def copy(dossier: UUID) -> Copy:
    """Return all that a file holds but the whereabouts; raise Refused for whoever may not read every part of it."""
    standing = access.standing(dossier)
    rights.check(rights.can_copy(standing), "may not read all that a copy holds")
    _admitted(dossier, Part.COVER, [dossier])
    found = access.dossiers().get(pk=dossier)
    return {
        "form": FORM,
        "made_at": _moment(now()),
        "file": _cover(found),
        "identity": _identity(dossier),
        "contact": _contact(dossier),
        "notes": list(_notes(found)),
        "law": _law(found),
        "plan": _plan(found),
        "next_step": _next_step(found),
        "closures": _closures(found),
        "team": _team(found),
        "consents": _consents(dossier),
        "kept": _kept(found),
        "left_out": LEFT_OUT,
    }


def _admitted(dossier: UUID, part: Part, objects: Iterable[UUID]) -> None:
    admit(dossier, part, activity=Activity.EXPORT, kind="copy", objects=list(objects))


def _cover(found: Dossier) -> Copy:
    return {
        "number": found.number,
        "agency": found.agency.name,
        "kind": found.kind,
        "opened_at": _moment(found.opened_at),
        "closed_at": _moment(found.closed_at),
    }


def _identity(dossier: UUID) -> Copy:
    row = Identity.objects.filter(dossier=dossier).first()
    _admitted(dossier, Part.IDENTITY, [row.pk] if row else [])
    if row is None:
        return {}
    return {"name": row.name, "born": row.born.isoformat() if row.born else None, "nationality": row.nationality}


def _contact(dossier: UUID) -> Copy:
    row = Contact.objects.filter(dossier=dossier).first()
    _admitted(dossier, Part.CONTACT, [row.pk] if row else [])
    return {"phone": row.phone, "safe_ways": row.safe_ways} if row else {}


def _notes(found: Dossier) -> Iterator[Copy]:
    """Yield every note, oldest first, with the roles of who wrote it; each part is logged with its notes."""
    notes = list(Note.objects.filter(dossier=found).order_by("written_at"))
    for part, _label in NOTED:
        _admitted(found.pk, Part(part), [each.pk for each in notes if each.part == part])
    posts = _posts(found, {each.written_by_id for each in notes})
    for each in notes:
        roles = _roles(posts.get(each.written_by_id, []), each.written_at)
        yield {"part": each.part, "written_at": _moment(each.written_at), "roles": roles, "text": each.text}


def _law(found: Dossier) -> Copy:
    """Return what happened before the law, what was struck out too, and what the law asks of who she is."""
    happened = sorted(Happened.objects.filter(dossier=found), key=lambda each: (each.on, each.recorded_at))
    conditions = Conditions.objects.filter(dossier=found).first()
    _admitted(found.pk, Part.LEGAL, [each.pk for each in happened])
    told = [
        {"on": each.on.isoformat(), "event": each.event, "struck_out": _moment(each.struck_at)} for each in happened
    ]
    return {"events": told, "conditions": conditions.known if conditions else {}}


def _plan(found: Dossier) -> Copy:
    """Return what she wanted to reach and what was done for it, with the roles of who did it."""
    goals = list(Goal.objects.filter(dossier=found).order_by("set_at"))
    tasks = list(Task.objects.filter(dossier=found).select_related("goal").order_by("due_on", "made_at"))
    _admitted(found.pk, Part.NOTES, [each.pk for each in (*goals, *tasks)])
    posts = _posts(found, {each.owner_id for each in tasks})
    return {"goals": [_goal(each) for each in goals], "tasks": [_task(each, posts) for each in tasks]}


def _goal(row: Goal) -> Copy:
    ended = row.ended_on.isoformat() if row.ended_on else None
    told = {"area": row.area, "goal": row.text, "set_at": _moment(row.set_at)}
    return told | {"how": row.how, "ended_on": ended, "words": row.words}


def _task(row: Task, posts: dict[UUID, list[Appointment]]) -> Copy:
    return {
        "task": row.text,
        "goal": row.goal.text if row.goal else None,
        "roles": _roles(posts.get(row.owner_id, []), row.ended_at or now()),
        "due_on": row.due_on.isoformat(),
        "how": row.how,
        "ended_at": _moment(row.ended_at),
        "reason": row.reason,
    }


def _next_step(found: Dossier) -> Copy:
    """Return in which role somebody had the next step and when, and what was said at each handover."""
    leads = list(Lead.objects.filter(dossier=found).order_by("since"))
    handovers = list(Handover.objects.filter(dossier=found).order_by("offered_at"))
    _admitted(found.pk, Part.NOTES, [each.pk for each in (*leads, *handovers)])
    posts = _posts(found, {each.user_id for each in leads})
    told = [
        {"offered_at": _moment(each.offered_at), "how": each.how, "words": each.words, "answer": each.answer}
        for each in handovers
    ]
    spans = [
        {
            "roles": _roles(posts.get(each.user_id, []), each.since),
            "since": _moment(each.since),
            "until": _moment(each.until),
        }
        for each in leads
    ]
    return {"leads": spans, "handovers": told}


def _closures(found: Dossier) -> list[Copy]:
    rows = list(Closure.objects.filter(dossier=found).order_by("at"))
    _admitted(found.pk, Part.NOTES, [each.pk for each in rows])
    return [{"kind": each.kind, "at": _moment(each.at), "outcome": each.outcome, "words": each.words} for each in rows]


def _team(found: Dossier) -> list[Copy]:
    places = list(access.team(found.pk))
    posts = _posts(found, {each.user_id for each in places})
    return [
        {
            "roles": _roles(posts.get(each.user_id, []), each.since),
            "since": _moment(each.since),
            "until": _moment(each.until),
        }
        for each in places
    ]


def _consents(dossier: UUID) -> list[Copy]:
    return [
        {
            "agency": each.agency.name,
            "parts": each.parts,
            "purpose": each.purpose,
            "since": _moment(each.since),
            "until": _moment(each.until),
            "withdrawn_at": _moment(each.withdrawn_at),
        }
        for each in access.consents(dossier)
    ]


def _kept(found: Dossier) -> Copy:
    due = reads.due_of(found)
    return {"erased_from": due.day.isoformat(), "rule": due.rule.key, "source": due.rule.source}


def _posts(found: Dossier, users: set[UUID]) -> dict[UUID, list[Appointment]]:
    posts: dict[UUID, list[Appointment]] = {}
    for post in Appointment.objects.filter(agency=found.agency_id, user__in=users):
        posts.setdefault(post.user_id, []).append(post)
    return posts


def _roles(posts: Iterable[Appointment], at: datetime) -> list[str]:
    """Return the roles that somebody had at a moment."""
    return sorted({post.role for post in posts if is_live(Span(post.since, post.until), at)})


def _moment(at: datetime | None) -> str | None:
    return timezone.localtime(at).isoformat(timespec="minutes") if at else None
