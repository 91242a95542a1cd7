# SPDX-License-Identifier: EUPL-1.2
"""Writing down what was said of somebody's being a victim, and striking out a mistake."""

from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from baken.closed.access.actions import me
from baken.closed.access.admitting import admit_to_write, note
from baken.closed.access.parts import Part
from baken.closed.audit.activities import Action, Activity
from baken.closed.casework.recorded import strike
from baken.closed.casework.status.models import Assertion
from baken.closed.casework.status.rules import By, What, can_say
from baken.core.clock import today


@transaction.atomic
def write_assertion(*, dossier: UUID, what: What, by: By, on: date, source: str = "") -> Assertion:
    """Write down who said what on which day; raise ValidationError for what is not theirs to say, or is to come."""
    standing, ground = admit_to_write(dossier, Part.NOTES)
    if on > today() or not can_say(by, what):
        raise ValidationError(_("This cannot be: a centre presumes, others recognise, and no day is to come."))
    made = Assertion(dossier_id=dossier, what=what.value, by=by.value, on=on, source=source, recorded_by_id=me())
    made.save(force_insert=True)
    how = (Activity.CREATE, Action.CREATE)
    note(standing, *how, part=Part.NOTES, ground=ground, kind="assertion", objects=[made.pk])
    return made


def strike_assertion(*, dossier: UUID, assertion: UUID) -> None:
    """Strike out what was written down by mistake; it stays to be seen and counts no more."""
    strike(Assertion, dossier=dossier, row=assertion, part=Part.NOTES)
