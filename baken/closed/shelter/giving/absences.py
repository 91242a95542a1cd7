# SPDX-License-Identifier: EUPL-1.2
"""Somebody who stays here is away: on leave, in hospital or missing. Her bed is kept until a day."""

import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from baken.closed.access.actions import me
from baken.closed.access.parts import Part
from baken.closed.access.rules import Refused
from baken.closed.audit.activities import Action
from baken.closed.shelter import labels
from baken.closed.shelter.admitting import Admitted, admit_to_give, noted
from baken.closed.shelter.giving.reads import open_stay
from baken.closed.shelter.models import Absence
from baken.closed.shelter.screening import table
from baken.closed.shelter.weighing.rules import AHEAD
from baken.core.clock import now


@transaction.atomic
def go(*, dossier: UUID, kind: str, since: datetime.datetime, keep_until: datetime.date, words: str) -> Absence:
    """Write down that somebody is away, and until when her bed is kept."""
    admitted = admit_to_give(dossier)
    stay = open_stay(dossier)
    if stay is None or stay.arrived_at is None or Absence.objects.filter(stay=stay, ended_at=None).exists():
        raise Refused("is not here, or is away already")
    day = timezone.localdate(since)
    if since > now() or not stay.from_on <= day <= keep_until <= day + AHEAD or kind not in dict(labels.ABSENCES):
        raise ValidationError(_("Choose a moment of the stay that has passed, and a day until which the bed is kept."))
    made = Absence(dossier_id=dossier, stay=stay, kind=kind, since=since, keep_until=keep_until, words=words)
    made.written_by_id = me()
    made.save(force_insert=True)
    noted(admitted, Part.WHEREABOUTS, Action.CREATE, "absence", made.pk)
    return made


@transaction.atomic
def take_step(*, dossier: UUID, step: str) -> Absence:
    """Write down that a step of the protocol for who is missing was taken, now and by whom."""
    admitted, row = _away(dossier)
    if row.kind != labels.MISSING or step not in {each.key for each in table().missing} or step in row.steps:
        raise Refused("no such step, or it was taken")
    row.steps = {**row.steps, step: {"at": now().isoformat(), "by": str(me())}}
    return _saved(admitted, row, "steps")


@transaction.atomic
def come_back(*, dossier: UUID, words: str) -> Absence:
    """Write down that she is back."""
    admitted, row = _away(dossier)
    row.ended_by_id, row.ended_at = me(), now()
    row.words = "\n".join(each for each in (row.words, words) if each)
    return _saved(admitted, row, "ended_by", "ended_at", "words")


def _away(dossier: UUID) -> tuple[Admitted, Absence]:
    admitted = admit_to_give(dossier)
    row = Absence.objects.select_for_update().filter(dossier=dossier, ended_at=None).first()
    if row is None:
        raise Refused("is not away")
    return admitted, row


def _saved(admitted: Admitted, row: Absence, *fields: str) -> Absence:
    row.save(update_fields=list(fields))
    noted(admitted, Part.WHEREABOUTS, Action.UPDATE, "absence", row.pk)
    return row
