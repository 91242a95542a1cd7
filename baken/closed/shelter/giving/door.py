# SPDX-License-Identifier: EUPL-1.2
"""Which units take whoever stands at the door tonight, of whom nothing is known."""

from uuid import UUID

from baken.closed.shelter.asking.actions import Person
from baken.closed.shelter.giving.night import NIGHTS
from baken.closed.shelter.labels import NIGHT, UNKNOWN, UNSURE
from baken.closed.shelter.models import Guest, Request
from baken.closed.shelter.placing.instance import Span
from baken.closed.shelter.weighing.options import Weighed
from baken.closed.shelter.weighing.reads import Flat, Party, house
from baken.core.clock import today

NOBODY_KNOWS = Person("", "X", None, UNKNOWN)


def free_tonight(agency: UUID) -> list[Flat]:
    """Return the units that break no rule for somebody of whom nothing is known, those for emergencies first."""
    request = Request(source=NIGHT, needs={}, arrive_on=today(), leave_on=today() + NIGHTS, sure=UNSURE)
    request.agency_id = agency
    guest = Guest(request=request, sex=NOBODY_KNOWS.sex, age=NOBODY_KNOWS.age)
    found = Weighed(house(agency), Party(request, [guest], None), Span(request.arrive_on, request.leave_on))
    free = [each.flat for each in found.options if each.is_free]
    return sorted(free, key=lambda flat: not flat.unit.crisis)
