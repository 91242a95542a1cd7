# SPDX-License-Identifier: EUPL-1.2
"""Keys and devices: given to somebody on a day, back on another or lost; who leaves is asked for what she still has."""

import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from baken.closed.access.parts import Part
from baken.closed.shelter.admitting import admit, admit_to_give
from baken.closed.shelter.living.labels import RETURNS, THINGS
from baken.closed.shelter.living.models import Loan
from baken.closed.shelter.living.writing import ended, lasting, made
from baken.core.clock import today


@transaction.atomic
def lend(*, dossier: UUID, what: str, label: str, given_on: datetime.date) -> Loan:
    """Write down what somebody was given, and on which day."""
    admitted = admit_to_give(dossier)
    if what not in dict(THINGS) or given_on > today():
        raise ValidationError(_("Choose what it is, and a day that is not to come."))
    return made(admitted, Loan(dossier_id=dossier, what=what, label=label, given_on=given_on))


@transaction.atomic
def take_back(*, dossier: UUID, loan: UUID, how: str, on: datetime.date) -> Loan:
    """Write down that it is back, or lost, once."""
    admitted, row = lasting(Loan, dossier, loan)
    if how not in dict(RETURNS) or not row.given_on <= on <= today():
        raise ValidationError(_("Choose back or lost, and a day since it was given."))
    row.how, row.ended_on = how, on
    return ended(admitted, row, "how", "ended_on")


def still_has(dossier: UUID) -> list[Loan]:
    """Return what somebody was given that is neither back nor lost; raise Refused for who may not read it. Logged."""
    admit(dossier, Part.WHEREABOUTS, kind="loan")
    return list(Loan.objects.filter(dossier=dossier, ended_at=None).order_by("given_on"))


def named(row: Loan) -> str:
    """Return what it is, with its number or label."""
    return f"{dict(THINGS).get(row.what, row.what)} {row.label}".strip()
