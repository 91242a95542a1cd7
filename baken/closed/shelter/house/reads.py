# SPDX-License-Identifier: EUPL-1.2
"""The units of a house: nothing about anybody is read."""

from dataclasses import dataclass
from uuid import UUID

from baken.closed.access import reads as access
from baken.closed.access.rules import Refused
from baken.closed.shelter.house.actions import SETS_UP
from baken.closed.shelter.models import Place
from baken.closed.shelter.weighing.reads import Flat, flats


@dataclass(frozen=True)
class Detail:
    """A unit with its places."""

    flat: Flat
    places: list[Place]


def house_to_set_up() -> UUID:
    """Return the agency whose house the acting user sets up; raise Refused where there is none."""
    found = access.agencies_where(SETS_UP)
    if not found:
        raise Refused("sets up no house")
    return found[0]


def unit(agency: UUID, unit: UUID) -> Detail:
    """Return a unit; raise Refused for one of another house."""
    found = next((each for each in flats(agency) if each.unit.pk == unit), None)
    if found is None:
        raise Refused("no such unit in this house")
    return Detail(found, list(Place.objects.filter(unit=unit).order_by("number")))
