# SPDX-License-Identifier: EUPL-1.2
"""Every write about what happened before the law: asked of `access`, changed, logged, in one transaction."""

import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from baken.closed.access.actions import me
from baken.closed.access.admitting import admit_to_write, note
from baken.closed.access.parts import Part
from baken.closed.access.rules import Refused, Standing
from baken.closed.audit.activities import Action, Activity
from baken.closed.legal import reads
from baken.closed.legal.engine.law import law
from baken.closed.legal.models import Conditions, Happened, Watch
from baken.core.clock import now, today

KNOWN = ("dutch", "eu_citizen", "lawful_stay", "dublin")


@transaction.atomic
def record_event(*, dossier: UUID, event: str, on: datetime.date) -> Happened:
    """Write down what happened on a day; raise ValidationError for what the law has no name for, or is to come."""
    standing, ground = admit_to_write(dossier, Part.LEGAL)
    if event not in law().events or on > today():
        raise ValidationError(_("Choose what happened, and a day that is not to come."))
    made = Happened(dossier_id=dossier, event=event, on=on, recorded_by_id=me())
    made.save(force_insert=True)
    note(standing, Activity.CREATE, Action.CREATE, part=Part.LEGAL, ground=ground, kind="happened", objects=[made.pk])
    _watch(standing)
    return made


@transaction.atomic
def strike_event(*, dossier: UUID, happened: UUID) -> None:
    """Strike out what was written down by mistake; it stays to be seen and starts no clock any more."""
    standing, ground = admit_to_write(dossier, Part.LEGAL)
    row = Happened.objects.select_for_update().filter(pk=happened, dossier=dossier, struck_at=None).first()
    if row is None:
        raise Refused("no such event to strike out")
    row.struck_by_id, row.struck_at = me(), now()
    row.save(update_fields=["struck_by", "struck_at"])
    note(standing, Activity.UPDATE, Action.UPDATE, part=Part.LEGAL, ground=ground, kind="happened", objects=[row.pk])
    _watch(standing)


@transaction.atomic
def set_conditions(*, dossier: UUID, **known: bool) -> Conditions:
    """Write down what the law asks of who somebody is; what stood there is replaced."""
    standing, ground = admit_to_write(dossier, Part.LEGAL)
    row = Conditions.objects.filter(dossier=dossier).first() or Conditions(dossier_id=dossier)
    made = row._state.adding
    row.known = {name: bool(known.get(name)) for name in KNOWN}
    row.save()
    how = (Activity.CREATE, Action.CREATE) if made else (Activity.UPDATE, Action.UPDATE)
    note(standing, *how, part=Part.LEGAL, ground=ground, kind="conditions", objects=[row.pk])
    _watch(standing)
    return row


def _watch(standing: Standing) -> None:
    """Keep the day by which the next thing must have happened: whoever may not read the file sees when it passes."""
    row = Watch.objects.filter(dossier=standing.dossier).first() or Watch(dossier_id=standing.dossier)
    row.until = reads.next_day(standing)
    row.save(force_insert=row._state.adding, update_fields=None if row._state.adding else ["until"])
