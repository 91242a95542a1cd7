# SPDX-License-Identifier: EUPL-1.2
"""Every write to what is agreed with somebody and to who comes to see her. One change, one entry, one transaction."""

import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from baken.closed.access.actions import me
from baken.closed.access.rules import Refused
from baken.closed.shelter.admitting import Admitted, admit_to_give
from baken.closed.shelter.living.labels import AGREED
from baken.closed.shelter.living.models import Agreement, Visit
from baken.closed.shelter.living.table import table
from baken.closed.shelter.living.writing import ended, found, lasting, made, saved
from baken.core.clock import now

LATELY, SOON = datetime.timedelta(days=7), datetime.timedelta(days=365)


@transaction.atomic
def agree(  # noqa: PLR0913 - what an agreement says
    *, dossier: UUID, kind: str, words: str, agreed: str, from_on: datetime.date, until_on: datetime.date | None
) -> Agreement:
    """Write down what was agreed with somebody, or decided for her; raise ValidationError for days out of order."""
    admitted = admit_to_give(dossier)
    if table().agreement_of(kind) is None or agreed not in dict(AGREED):
        raise ValidationError(_("Choose what it is about, and whether she agrees."))
    if until_on and until_on <= from_on:
        raise ValidationError(_("Choose a day after the first."))
    told = {"kind": kind, "words": words, "agreed": agreed, "from_on": from_on, "until_on": until_on}
    return made(admitted, Agreement(dossier_id=dossier, **told))


@transaction.atomic
def end_agreement(*, dossier: UUID, agreement: UUID, ending: str) -> Agreement:
    """End an agreement, once, and say how."""
    admitted, row = lasting(Agreement, dossier, agreement)
    row.ending = ending
    return ended(admitted, row, "ending")


@transaction.atomic
def expect(*, dossier: UUID, who: str, relation: str, expected_at: datetime.datetime) -> Visit:
    """Write down who comes to see somebody, or stands at the door; nobody is let in by it."""
    admitted = admit_to_give(dossier)
    if not who.strip():
        raise ValidationError(_("Say who it is."))
    if not now() - LATELY < expected_at < now() + SOON:
        raise ValidationError(_("Choose a moment of these days."))
    told = {"who": who.strip(), "relation": relation, "expected_at": expected_at}
    return made(admitted, Visit(dossier_id=dossier, **told))


@transaction.atomic
def decide_visit(*, dossier: UUID, visit: UUID, allowed: bool, why: str) -> Visit:
    """Allow a visitor, or refuse one with a reason, before anybody comes in; raise ValidationError without a reason."""
    admitted, row = _visit(dossier, visit)
    if row.in_at:
        raise Refused("is in already")
    if not allowed and not why.strip():
        raise ValidationError(_("Say why this visitor may not come in."))
    row.allowed, row.why = allowed, "" if allowed else why.strip()
    row.decided_by_id, row.decided_at = me(), now()
    return saved(admitted, row, "allowed", "why", "decided_by", "decided_at")


@transaction.atomic
def come_in(*, dossier: UUID, visit: UUID) -> Visit:
    """Write down that a visitor whom somebody allowed came in, now."""
    admitted, row = _visit(dossier, visit)
    if not row.allowed or row.in_at:
        raise Refused("not allowed, or in already")
    row.in_at = now()
    return saved(admitted, row, "in_at")


@transaction.atomic
def go_out(*, dossier: UUID, visit: UUID) -> Visit:
    """Write down that a visitor left, now."""
    admitted, row = _visit(dossier, visit)
    if not row.in_at:
        raise Refused("never came in")
    row.out_at = now()
    return saved(admitted, row, "out_at")


def _visit(dossier: UUID, visit: UUID) -> tuple[Admitted, Visit]:
    admitted, row = found(Visit, dossier, visit)
    if row.is_over:
        raise Refused("is over")
    return admitted, row
