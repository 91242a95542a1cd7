# SPDX-License-Identifier: EUPL-1.2
"""Letting somebody give places, alone in the house, and ending a stay: as every verb of giving begins or ends."""

import datetime
from uuid import UUID

from baken.closed.access.actions import me
from baken.closed.access.parts import Part
from baken.closed.access.rules import Refused
from baken.closed.audit.activities import Action
from baken.closed.shelter.admitting import Admitted, admit_to_give, noted
from baken.closed.shelter.giving import beds
from baken.closed.shelter.giving.alone import alone
from baken.closed.shelter.giving.reads import expired, open_stay
from baken.closed.shelter.labels import LAPSED
from baken.closed.shelter.models import Request, Stay
from baken.core.clock import now

ENDED = ("until_on", "hold_until", "ended_by", "ended_at", "outcome", "words")


def asked(dossier: UUID) -> tuple[Admitted, Request]:
    """Let the acting user give a place to a household that asks for one; raise Refused."""
    admitted = admit_to_give(dossier)
    request = Request.objects.filter(dossier=dossier, ended_at=None).first()
    if request is None:
        raise Refused("nobody asks for a place here")
    return admitted, request


def staying(dossier: UUID) -> tuple[Admitted, Stay]:
    """Let the acting user change a stay, and nobody else in the house until this transaction ends; raise Refused."""
    admitted, request = asked(dossier)
    enter(request.agency_id)
    stay = open_stay(dossier)
    if stay is None:
        raise Refused("no stay here")
    return admitted, stay


def held(dossier: UUID) -> tuple[Admitted, Stay]:
    """Return a stay that is only held, for the same; raise Refused."""
    admitted, stay = staying(dossier)
    if stay.hold_until is None:
        raise Refused("nothing is held")
    return admitted, stay


def enter(agency: UUID) -> None:
    """Be alone in a house, and let go of what was held for too long, so that its nights can be given."""
    alone(agency)
    for stay in expired(agency):
        admitted = admit_to_give(stay.dossier_id)
        end(stay, stay.from_on, outcome=LAPSED)
        saved(admitted, stay, *ENDED)


def saved(admitted: Admitted, stay: Stay, *fields: str) -> Stay:
    """Save what was changed of a stay and log it."""
    stay.save(update_fields=list(fields))
    noted(admitted, Part.WHEREABOUTS, Action.UPDATE, "stay", stay.pk)
    return stay


def end(stay: Stay, on: datetime.date, *, outcome: str, words: str = "") -> None:
    """End a stay on a day; its nights from then on are free. Who stayed on too long ends on the day she left."""
    beds.take_back(stay, on)
    stay.until_on, stay.hold_until, stay.outcome, stay.words = on, None, outcome, words
    stay.ended_by_id, stay.ended_at = me(), now()
