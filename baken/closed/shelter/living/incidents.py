# SPDX-License-Identifier: EUPL-1.2
"""Something happened in the house: a row for each who was involved, followed up by somebody by a day, closed once."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, fields
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from baken.closed.access import reads as access
from baken.closed.access.actions import me
from baken.closed.access.models import Appointment
from baken.closed.access.parts import Role
from baken.closed.shelter.admitting import admit_to_give, my_houses
from baken.closed.shelter.living import labels
from baken.closed.shelter.living.models import Incident
from baken.closed.shelter.living.writing import ended, lasting, made
from baken.core.clock import now, today

YEAR = datetime.timedelta(days=365)  # what happened longer ago is no incident of the house any more


@dataclass(frozen=True)
class Told:
    """What happened, what was done, and who follows it up by when."""

    happened_at: datetime.datetime
    kind: str
    severity: str
    words: str
    done: str
    police: str
    follow_by: UUID
    follow_on: datetime.date


@transaction.atomic
def report(*, dossiers: Iterable[UUID], told: Told) -> list[Incident]:
    """Write down what happened in the file of each who was involved; each row is logged; raise ValidationError."""
    involved, happening = list(dossiers), uuid4()
    if not involved:
        raise ValidationError(_("Choose who was involved."))
    _check(told)
    return [_reported(each, happening, told) for each in involved]


@transaction.atomic
def close(*, dossier: UUID, incident: UUID, ending: str) -> Incident:
    """Close an incident for one who was involved, once, and say what came of it for her."""
    admitted, row = lasting(Incident, dossier, incident)
    row.ending = ending
    return ended(admitted, row, "ending")


def workers(agency: UUID) -> list[Appointment]:
    """Return who works in the shelter of an agency now, as far as the acting user sees it."""
    return list(access.colleagues(agency).filter(role=Role.SHELTER))


def due() -> int:
    """Return how many incidents the acting user is to follow up by today, in the house where she works."""
    mine = Incident.objects.filter(follow_by=me(), ended_at=None, follow_on__lte=today())
    return mine.values("happening").distinct().count() if my_houses() else 0


def _check(told: Told) -> None:
    codes = {"kind": labels.INCIDENTS, "severity": labels.SEVERITIES, "police": labels.POLICE}
    if any(getattr(told, name) not in dict(known) for name, known in codes.items()):
        raise ValidationError(_("Choose what happened, how grave it was, and whether the police were called."))
    if not now() - YEAR < told.happened_at <= now() or told.follow_on < today():
        raise ValidationError(_("Choose a moment of the last year, and a day to come by which it is followed up."))


def _reported(dossier: UUID, happening: UUID, told: Told) -> Incident:
    admitted = admit_to_give(dossier)
    if told.follow_by not in {each.user_id for each in workers(admitted[0].agency)}:
        raise ValidationError(_("Choose somebody who works in this house to follow it up."))
    row = Incident(dossier_id=dossier, happening=happening, follow_by_id=told.follow_by)
    for each in fields(Told):
        if each.name != "follow_by":
            setattr(row, each.name, getattr(told, each.name))
    return made(admitted, row)
