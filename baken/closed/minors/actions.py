# SPDX-License-Identifier: EUPL-1.2
"""Every write about a child's safety: asked of `access`, changed, logged in a transaction, one at a time in a file."""

import datetime
from collections.abc import Mapping, Set
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils.translation import gettext as _

from baken.closed.access.actions import me
from baken.closed.access.admitting import admit_to_write, note
from baken.closed.access.parts import Part
from baken.closed.access.rules import Ground, Refused, Standing
from baken.closed.audit.activities import Action, Activity
from baken.closed.casework.recorded import strike
from baken.closed.minors import labels, reads
from baken.closed.minors.engine import rounds
from baken.closed.minors.engine.authority import way
from baken.closed.minors.engine.code import DECIDE
from baken.closed.minors.models import Round, Route, Step
from baken.core.clock import now, today

Admitted = tuple[Standing, Ground]


@transaction.atomic
def begin_round(*, dossier: UUID, about: str) -> Round:
    """Begin a way through the reporting code; raise Refused while another runs."""
    admitted = _admitted(dossier, Part.NOTES)
    if about not in dict(labels.ABOUT):
        raise ValidationError(_("Choose about whom it is."))
    if Round.objects.filter(dossier=dossier, ended_at=None).exists():
        raise Refused("a round runs already")
    made = Round(dossier_id=dossier, about=about, begun_by_id=me())
    made.save(force_insert=True)
    _noted(admitted, Part.NOTES, Action.CREATE, "round", made.pk)
    return made


@transaction.atomic
def take_step(  # noqa: PLR0913 - one argument for each thing that is told
    *, dossier: UUID, round: UUID, key: str, on: datetime.date, words: str, told: Mapping[str, Any]
) -> Step:
    """Write down a step of a round that runs; raise Refused for another round and for a step that the code lacks."""
    admitted = _admitted(dossier, Part.NOTES)
    running = _running(dossier, round)
    if key == DECIDE or reads.code_of(running).step(key) is None:
        raise Refused("no such step")
    return _write(admitted, round=running, key=key, on=on, words=words, told=dict(told))


@transaction.atomic
def decide(*, dossier: UUID, round: UUID, on: datetime.date, words: str, decision: Set[str]) -> Step:
    """End a round with a decision; raise ValidationError while something is missing or it leaves a duty undone."""
    admitted = _admitted(dossier, Part.NOTES)
    running = _running(dossier, round)
    code, taken = reads.code_of(running), reads.taken_in(running)
    missing = rounds.faults(taken, decision, code)
    if missing:
        raise ValidationError([labels.gap(each, code) for each in missing])
    told = {"decision": sorted(decision & dict(labels.DECISIONS).keys())}
    made = _write(admitted, round=running, key=DECIDE, on=on, words=words, told=told)
    running.ended_by_id, running.ended_at = me(), now()
    running.save(update_fields=["ended_by", "ended_at"])
    _noted(admitted, Part.NOTES, Action.UPDATE, "round", running.pk)
    return made


@transaction.atomic
def report(  # noqa: PLR0913 - one argument for each thing that is told
    *, dossier: UUID, round: UUID, on: datetime.date, at: datetime.time, number: str, words: str
) -> Step:
    """Write down when it was reported to Veilig Thuis, and under which number; a round that ended takes it too."""
    admitted = _admitted(dossier, Part.NOTES)
    found = Round.objects.filter(pk=round, dossier=dossier).first()
    if found is None:
        raise Refused("no such round")
    told = {"at": at.isoformat(timespec="minutes"), "number": number}
    return _write(admitted, round=found, key=labels.REPORTED, on=on, words=words, told=told)


@transaction.atomic
def check_children(*, dossier: UUID, on: datetime.date, outcome: str, words: str) -> Step:
    """Write down what the kindcheck showed: whether there are children, and worries about them."""
    admitted = _admitted(dossier, Part.NOTES)
    if outcome not in dict(labels.CHECKED):
        raise ValidationError(_("Choose what the kindcheck showed."))
    return _write(admitted, round=None, key=labels.KINDCHECK, on=on, words=words, told={"outcome": outcome})


@transaction.atomic
def strike_step(*, dossier: UUID, step: UUID) -> None:
    """Strike out a step written down by mistake; of an ended round and of danger seen it stays."""
    _admitted(dossier, Part.NOTES)
    row = Step.objects.filter(pk=step, dossier=dossier).select_related("round").first()
    if row is None or (row.round and row.round.ended_at and row.key != labels.REPORTED):
        raise Refused("no such step to strike out")
    if row.round and reads.stays(row, reads.code_of(row.round)):
        raise Refused("danger that was seen is not struck out")
    strike(Step, dossier=dossier, row=step, part=Part.NOTES)


@transaction.atomic
def ask_authority(*, dossier: UUID, route: str, on: datetime.date, words: str) -> Route:
    """Write down who was asked who has authority; raise ValidationError for a route that the table does not have."""
    admitted = _admitted(dossier, Part.IDENTITY)
    if way(today()).route(route) is None:
        raise ValidationError(_("Choose whom you asked."))
    made = Route(dossier_id=dossier, route=route, asked_on=_past(on), words=words, asked_by_id=me())
    made.save(force_insert=True)
    _noted(admitted, Part.IDENTITY, Action.CREATE, "route", made.pk)
    return made


@transaction.atomic
def end_route(*, dossier: UUID, route: UUID, how: str, on: datetime.date, answer: str) -> Route:
    """Write down what was answered, or what comes next where it is not for them."""
    admitted = _admitted(dossier, Part.IDENTITY)
    row = Route.objects.filter(pk=route, dossier=dossier, ended_at=None).first()
    if row is None:
        raise Refused("nothing was asked that waits for an answer")
    if how not in dict(labels.ENDINGS) or on < row.asked_on:
        raise ValidationError(_("Choose what was answered, and a day on which it was asked already."))
    row.how, row.ended_on, row.answer, row.ended_by_id, row.ended_at = how, _past(on), answer, me(), now()
    row.save(update_fields=["how", "ended_on", "answer", "ended_by", "ended_at"])
    _noted(admitted, Part.IDENTITY, Action.UPDATE, "route", row.pk)
    return row


def _admitted(dossier: UUID, part: Part) -> Admitted:
    """Let the acting user write, and nobody else in this room of the file until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"minors {dossier}"])
    return admit_to_write(dossier, part)


def _running(dossier: UUID, round: UUID) -> Round:
    found = Round.objects.filter(pk=round, dossier=dossier, ended_at=None).first()
    if found is None:
        raise Refused("no such round that runs")
    return found


def _write(admitted: Admitted, **given: Any) -> Step:
    made = Step(dossier_id=admitted[0].dossier, recorded_by_id=me(), **given | {"on": _past(given["on"])})
    made.save(force_insert=True)
    _noted(admitted, Part.NOTES, Action.CREATE, "step", made.pk)
    return made


def _past(on: datetime.date) -> datetime.date:
    if on > today():
        raise ValidationError(_("Choose a day that is not to come."))
    return on


def _noted(admitted: Admitted, part: Part, action: Action, kind: str, *objects: UUID) -> None:
    standing, ground = admitted
    activity = Activity.CREATE if action == Action.CREATE else Activity.UPDATE
    note(standing, activity, action, part=part, ground=ground, kind=kind, objects=list(objects))
