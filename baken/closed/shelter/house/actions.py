# SPDX-License-Identifier: EUPL-1.2
"""Every write to the house itself: units with their places, and when one is out of use. Logged, in one transaction."""

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from baken.closed.access import reads as access
from baken.closed.access.actions import me
from baken.closed.access.parts import Role
from baken.closed.access.rules import Refused
from baken.closed.audit.actions import record
from baken.closed.audit.activities import Action, Activity
from baken.closed.shelter import labels
from baken.closed.shelter.models import Closing, Location, Place, Unit
from baken.closed.shelter.weighing.rules import same
from baken.core.clock import today

SETS_UP = frozenset({Role.SHELTER, Role.MANAGER})


@dataclass(frozen=True)
class Plan:
    """What a unit is like."""

    location: str
    region: str
    building: str
    wing: str
    name: str
    places: int
    secured: bool = False
    step_free: bool = False
    crisis: bool = False
    family: bool = False
    financing: str = ""
    comensha: bool = False


@transaction.atomic
def add_unit(*, agency: UUID, plan: Plan) -> Unit:
    """Add a unit with its places to a house; raise ValidationError for a name that is taken or no places."""
    check_sets_up(agency)
    if plan.places < 1:
        raise ValidationError(_("A unit has at least one place."))
    location = _location(agency, plan)
    if Unit.objects.filter(location=location, name=plan.name).exists():
        raise ValidationError(_("There is a unit of this name at this location."))
    told = {
        name: getattr(plan, name) for name in ("name", "building", "wing", "secured", "step_free", "crisis", "family")
    }
    made = Unit(location=location, **told)
    made.save(force_insert=True)
    for _place in range(plan.places):
        Place(unit=made, financing=plan.financing, comensha=plan.comensha).save(force_insert=True)
    _noted(agency, Action.CREATE, "unit", made.pk)
    return made


@transaction.atomic
def close_unit(*, agency: UUID, unit: UUID, why: str, from_on: datetime.date, until_on: datetime.date) -> Closing:
    """Take a unit out of use for some nights. Who is in it stays there to be seen, and to be moved."""
    check_sets_up(agency)
    row = Unit.objects.filter(pk=unit, location__agency=agency).first()
    if row is None:
        raise Refused("no such unit in this house")
    if why not in dict(labels.CLOSINGS) or not today() <= from_on < until_on:
        raise ValidationError(_("Choose why, and days to come in their order."))
    made = Closing(unit=row, why=why, from_on=from_on, until_on=until_on, made_by_id=me())
    made.save(force_insert=True)
    _noted(agency, Action.CREATE, "closing", made.pk)
    return made


@transaction.atomic
def reopen_unit(*, agency: UUID, closing: UUID) -> Closing:
    """Take a unit into use again, from today on."""
    check_sets_up(agency)
    row = Closing.objects.filter(pk=closing, unit__location__agency=agency, until_on__gt=today()).first()
    if row is None:
        raise Refused("not out of use")
    row.until_on = max(row.from_on, today())
    row.save(update_fields=["until_on"])
    _noted(agency, Action.UPDATE, "closing", row.pk)
    return row


def check_sets_up(agency: UUID) -> None:
    """Raise Refused for whoever does not set up a house."""
    if agency not in access.agencies_where(SETS_UP):
        raise Refused("does not set up this house")


def _location(agency: UUID, plan: Plan) -> Location:
    named = Location.objects.filter(agency=agency)
    found = next((each for each in named if same(each.name) == same(plan.location)), None)
    if found and plan.region and same(plan.region) != same(found.region):
        raise ValidationError(_("This location is in another region: %(region)s.") % {"region": found.region})
    if found:
        return found
    made = Location(agency_id=agency, name=plan.location, region=plan.region)
    made.save(force_insert=True)
    return made


def _noted(agency: UUID, action: Action, kind: str, *objects: UUID) -> None:
    activity = Activity.CREATE if action == Action.CREATE else Activity.UPDATE
    record(activity=activity, action=action, kind=kind, objects=list(objects), dossier_agency=agency)
