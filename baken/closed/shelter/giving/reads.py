# SPDX-License-Identifier: EUPL-1.2
"""What an action that was let in asks of stays and requests."""

from uuid import UUID

from baken.closed.shelter.models import Absence, Guest, Request, Screening, Stay, lasting
from baken.closed.shelter.weighing.reads import Party
from baken.core.clock import now


def open_stay(dossier: UUID) -> Stay | None:
    """Return the stay of a file that has not ended; a hold that ran out is none."""
    found = Stay.objects.filter(lasting(), dossier=dossier, ended_at=None).select_related("request", "unit__location")
    return found.first()


def expired(agency: UUID) -> list[Stay]:
    """Return what is held in a house for longer than it may be."""
    found = Stay.objects.filter(request__agency=agency, ended_at=None, hold_until__lte=now())
    return list(found.select_related("request"))


def is_away(stay: Stay) -> bool:
    """Return whether somebody of a stay is away or missing."""
    return Absence.objects.filter(stay=stay, ended_at=None).exists()


def asked_for(request: Request) -> Party:
    """Return the household of a request."""
    guests = list(Guest.objects.filter(request=request).order_by("number"))
    screened = Screening.objects.filter(dossier=request.dossier_id, struck_at=None).order_by("-recorded_at").first()
    return Party(request, guests, screened)
