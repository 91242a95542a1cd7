# SPDX-License-Identifier: EUPL-1.2
"""A shift begins, hands over line by line, and ends where the next begins; whoever comes after reads it and signs."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from baken.closed.access.actions import me
from baken.closed.access.rules import Refused
from baken.closed.audit.actions import record
from baken.closed.audit.activities import Action, Activity
from baken.closed.shelter.admitting import admit_to_give, my_houses
from baken.closed.shelter.giving.alone import alone
from baken.closed.shelter.living.models import Line, Shift, Signature
from baken.closed.shelter.living.writing import made
from baken.core.clock import now


@transaction.atomic
def begin(*, agency: UUID, after: UUID | None) -> Shift:
    """Begin a shift and end the one before it; raise ValidationError where somebody was a moment earlier."""
    if agency not in my_houses():
        raise Refused("does not work in this house")
    alone(agency)
    before = open_shift(agency)
    if (before.pk if before else None) != after:
        raise ValidationError(_("Somebody has just begun a shift. Look again."))
    if before:
        before.ended_by_id, before.ended_at = me(), now()
        before.save(update_fields=["ended_by", "ended_at"])
    begun = Shift(agency_id=agency, begun_by_id=me())
    begun.save(force_insert=True)
    _noted(agency, "shift", begun.pk)
    return begun


@transaction.atomic
def hand_over(*, dossier: UUID, shift: UUID, words: str) -> Line:
    """Write down in a shift that has not ended what the next must know about somebody."""
    admitted = admit_to_give(dossier)
    found = Shift.objects.filter(pk=shift, agency=admitted[0].agency, ended_at=None).first()
    if found is None:
        raise Refused("no such shift, or it has ended")
    if not words.strip():
        raise ValidationError(_("Say what the next shift must know."))
    return made(admitted, Line(dossier_id=dossier, shift=found, words=words.strip()))


@transaction.atomic
def sign(*, shift: UUID) -> Signature:
    """Sign that one has read what a shift handed over, once and in one's own name."""
    found = Shift.objects.filter(pk=shift, agency__in=my_houses(), ended_at__isnull=False).first()
    if found is None or found.signatures.filter(signed_by=me()).exists():
        raise Refused("nothing to sign, or signed already")
    row = Signature(shift=found, signed_by_id=me())
    row.save(force_insert=True)
    _noted(found.agency_id, "signature", row.pk)
    return row


def open_shift(agency: UUID) -> Shift | None:
    """Return the shift of a house that has not ended, or None."""
    return Shift.objects.select_related("begun_by").filter(agency=agency, ended_at=None).first()


def _noted(agency: UUID, kind: str, *objects: UUID) -> None:
    activity = Activity.CREATE
    record(activity=activity, action=Action.CREATE, kind=kind, objects=list(objects), dossier_agency=agency)
