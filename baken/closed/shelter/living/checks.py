# SPDX-License-Identifier: EUPL-1.2
"""A unit is looked at, and what is not in order is named by codes. Nothing about anybody is read or written."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from baken.closed.access.actions import me
from baken.closed.access.rules import Refused
from baken.closed.audit.actions import record
from baken.closed.audit.activities import Action, Activity
from baken.closed.shelter.admitting import my_houses
from baken.closed.shelter.living.labels import FAULTS
from baken.closed.shelter.living.models import Check
from baken.closed.shelter.models import Unit
from baken.closed.shelter.weighing.rules import counted
from baken.core.clock import now

EVERY = datetime.timedelta(days=7)  # a choice of ours, to be confirmed


@dataclass(frozen=True)
class Room:
    """A unit, and the last time that somebody looked at it."""

    unit: Unit
    last: Check | None

    @property
    def is_due(self) -> bool:
        """Whether nobody looked at it for a week."""
        return self.last is None or self.last.checked_at < now() - EVERY


@transaction.atomic
def check(*, unit: UUID, faults: Sequence[str], repair: bool) -> Check:
    """Write down that a unit was looked at, in order or not; raise ValidationError for a code that is none."""
    row = house_unit(unit)
    if not set(faults) <= dict(FAULTS).keys() or (repair and not faults):
        raise ValidationError(_("Choose what is not in order and has to be repaired."))
    made = Check(unit=row, checked_by_id=me(), faults=sorted(faults), repair=repair)
    made.save(force_insert=True)
    agency = row.location.agency_id
    activity = Activity.CREATE
    record(activity=activity, action=Action.CREATE, kind="check", objects=[made.pk], dossier_agency=agency)
    return made


def house_unit(unit: UUID) -> Unit:
    """Return a unit of the house where the acting user works; raise Refused for another."""
    row = Unit.objects.select_related("location").filter(pk=unit, location__agency__in=my_houses()).first()
    if row is None:
        raise Refused("no such unit in this house")
    return row


def rooms(agency: UUID) -> list[Room]:
    """Return the units of a house with their last check, as people count."""
    last = {each.unit_id: each for each in Check.objects.filter(unit__location__agency=agency).order_by("checked_at")}
    units = Unit.objects.filter(location__agency=agency)
    return [Room(each, last.get(each.pk)) for each in sorted(units, key=lambda unit: counted(unit.name))]
