# SPDX-License-Identifier: EUPL-1.2
"""Who lives in the house or did until lately, by initials and unit: what the page of the day names people by."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from baken.closed.access.admitting import note_list
from baken.closed.access.models import Dossier
from baken.closed.access.parts import Part
from baken.closed.shelter.models import Guest, Request, Stay
from baken.closed.shelter.weighing.rules import counted
from baken.closed.vault.reads import dossier_keys


@dataclass(frozen=True)
class Resident:
    """A household of the house, its people and the unit in which it is, or none."""

    dossier: UUID
    guests: tuple[Guest, ...]
    unit: str

    @property
    def initials(self) -> str:
        """By what the house calls them."""
        return ", ".join(each.initials or "?" for each in self.guests) or "?"

    def __str__(self) -> str:
        return f"{self.initials} ({self.unit})" if self.unit else self.initials


def residents(agency: UUID) -> dict[UUID, Resident]:
    """Return each household of a house by its file, in the order of the units; whose they are is logged as one list."""
    newest = {each.dossier_id: each for each in Request.objects.filter(agency=agency).order_by("asked_at")}
    # A file that is just being erased has no key any more.
    keys = dossier_keys(newest)
    kept = {each.pk: key for key, each in newest.items() if key in keys}
    guests: dict[UUID, list[Guest]] = defaultdict(list)
    for each in Guest.objects.filter(request__in=kept).order_by("number"):
        guests[each.dossier_id].append(each)
    units = _units(agency)
    note_list("living", [Dossier(pk=key, agency_id=agency) for key in kept.values()], Part.WHEREABOUTS)
    found = [Resident(key, tuple(guests[key]), units.get(key, "")) for key in kept.values()]
    return {each.dossier: each for each in sorted(found, key=lambda each: (not each.unit, counted(each.unit)))}


def _units(agency: UUID) -> dict[UUID, str]:
    """Return in which unit each household is that has come and has not left."""
    there = Stay.objects.filter(unit__location__agency=agency, arrived_at__isnull=False, ended_at=None)
    return {each.dossier_id: each.unit.name for each in there.select_related("unit")}
