# SPDX-License-Identifier: EUPL-1.2
"""Writing down that a file came in from another system."""

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction

from baken.closed.access.actions import me
from baken.closed.access.admitting import admit_to_write, note
from baken.closed.access.parts import Part
from baken.closed.audit.activities import Action, Activity
from baken.closed.casework.arriving.models import Arrival


@transaction.atomic
def write_arrival(
    *, dossier: UUID, batch: UUID, number: int, reference: bytes, kept: Mapping[str, list[str]]
) -> Arrival:
    """Write down from which record a file was opened; raise IntegrityError for one that is a file here already."""
    standing, ground = admit_to_write(dossier, Part.NOTES)
    made = Arrival(dossier_id=dossier, batch=batch, number=number, reference=reference, kept=dict(kept))
    made.brought_by_id = me()
    made.save(force_insert=True)
    facts = {"batch": str(batch), "row": str(number)}
    note(
        standing, Activity.CREATE, Action.CREATE, part=Part.NOTES, ground=ground, kind="arrival", objects=[made.pk],
        facts=facts,
    )  # fmt: skip
    return made
