# SPDX-License-Identifier: EUPL-1.2
"""What somebody wrote down and nobody changes: a mistake is struck out, and stays to be seen."""

from typing import ClassVar
from uuid import UUID

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q

from baken.closed.access.actions import me
from baken.closed.access.admitting import admit_to_write, note
from baken.closed.access.models import Dossier, Row
from baken.closed.access.parts import Part
from baken.closed.access.rules import Refused
from baken.closed.audit.activities import Action, Activity
from baken.core.clock import now


class Recorded(Row):
    """A row in a dossier, with who wrote it down and who struck it out."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="%(class)ss")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=now)
    struck_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    struck_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(struck_at=None, struck_by=None) | Q(struck_at__isnull=False, struck_by__isnull=False),
                name="%(class)s_struck_by_somebody",
            )
        ]


@transaction.atomic
def write(made: Recorded, *, part: Part, old: UUID | None = None) -> None:
    """Write down a new row; what it takes the place of, if that is given, is struck out and stays to be seen."""
    standing, ground = admit_to_write(made.dossier_id, part)
    if old:
        strike(type(made), dossier=made.dossier_id, row=old, part=part)
    made.recorded_by_id = me()
    made.save(force_insert=True)
    kind = type(made).__name__.lower()
    note(standing, Activity.CREATE, Action.CREATE, part=part, ground=ground, kind=kind, objects=[made.pk])


@transaction.atomic
def strike(kind: type[Recorded], *, dossier: UUID, row: UUID, part: Part) -> None:
    """Strike out what was written down by mistake; raise Refused for what is not there, or is struck out already."""
    standing, ground = admit_to_write(dossier, part)
    found = kind._default_manager.select_for_update().filter(pk=row, dossier=dossier, struck_at=None).first()
    if found is None:
        raise Refused("no such row to strike out")
    found.struck_by_id, found.struck_at = me(), now()
    found.save(update_fields=["struck_by", "struck_at"])
    name = kind.__name__.lower()
    how, facts = (Activity.UPDATE, Action.UPDATE), {"change": "struck"}
    note(standing, *how, part=part, ground=ground, kind=name, objects=[row], facts=facts)
