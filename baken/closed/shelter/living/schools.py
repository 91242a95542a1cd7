# SPDX-License-Identifier: EUPL-1.2
"""A child goes to school or day care on days of the week; on a day it does not, somebody says why."""

from collections.abc import Sequence
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from baken.closed.access.rules import Refused
from baken.closed.shelter.admitting import admit_to_give
from baken.closed.shelter.living.labels import MISSED, SCHOOLS, WEEKDAYS
from baken.closed.shelter.living.models import School
from baken.closed.shelter.living.writing import ended, lasting, made, saved
from baken.closed.shelter.models import Guest
from baken.core.clock import today


@transaction.atomic
def enrol(  # noqa: PLR0913 - what is known of where a child goes
    *, dossier: UUID, guest: UUID, kind: str, name: str, weekdays: Sequence[int], brought_by: str
) -> School:
    """Write down where a child of a household goes, and on which days of the week."""
    admitted = admit_to_give(dossier)
    child = Guest.objects.filter(pk=guest, dossier=dossier).first()
    if child is None:
        raise Refused("nobody of this household")
    if kind not in dict(SCHOOLS) or not weekdays or not set(weekdays) <= dict(WEEKDAYS).keys():
        raise ValidationError(_("Choose a school or day care, and on which days."))
    told = {"kind": kind, "name": name, "weekdays": sorted(weekdays), "brought_by": brought_by}
    return made(admitted, School(dossier_id=dossier, guest=child, **told))


@transaction.atomic
def miss(*, dossier: UUID, school: UUID, reason: str) -> School:
    """Write down why a child is not there today; raise Refused on a day on which it does not go."""
    admitted, row = lasting(School, dossier, school)
    if not row.is_on(today()) or row.missed_today:
        raise Refused("does not go today, or it was said already")
    if reason not in dict(MISSED):
        raise ValidationError(_("Choose why."))
    row.missed = {**row.missed, today().isoformat(): reason}
    return saved(admitted, row, "missed")


@transaction.atomic
def end(*, dossier: UUID, school: UUID) -> School:
    """Write down that a child does not go there any more, once."""
    admitted, row = lasting(School, dossier, school)
    return ended(admitted, row)
