# SPDX-License-Identifier: EUPL-1.2
"""Every write to the nights of a house: by who sets it up. Changed, logged, in one transaction."""

import datetime
from collections.abc import Sequence
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from baken.closed.access.actions import me
from baken.closed.access.rules import Refused
from baken.closed.audit.actions import record
from baken.closed.audit.activities import Action, Activity
from baken.closed.shelter.giving.alone import alone
from baken.closed.shelter.house.actions import check_sets_up
from baken.closed.shelter.nights import rules
from baken.closed.shelter.nights.labels import HOW
from baken.closed.shelter.nights.models import Duty
from baken.closed.shelter.nights.reads import tonight, workers
from baken.core.clock import now, today


@transaction.atomic
def roster(*, agency: UUID, worker: UUID, how: str, first: datetime.date, last: datetime.date) -> list[Duty]:
    """Put somebody of the house on in each night from the first to the last; raise ValidationError, and put on none."""
    check_sets_up(agency)
    if how not in dict(HOW) or not rules.can_put_on(first, last, tonight=tonight()):
        raise ValidationError(_("Choose nights to come, in their order and at most 31 at once."))
    if worker not in {each.pk for each in workers(agency)}:
        raise ValidationError(_("Choose somebody who works in this house."))
    alone(agency)
    nights = rules.in_a_row(first, last)
    _check_not_on(agency, worker, nights)
    made = [Duty(agency_id=agency, night=night, worker_id=worker, how=how, put_by_id=me()) for night in nights]
    for each in made:
        each.save(force_insert=True)
    _noted(agency, Activity.CREATE, Action.CREATE, made)
    return made


@transaction.atomic
def take_off(*, agency: UUID, duty: UUID) -> Duty:
    """Take somebody off a night that has not been; raise Refused for another."""
    check_sets_up(agency)
    row = Duty.objects.select_for_update().filter(pk=duty, agency=agency, ended_at=None).first()
    if row is None:
        raise Refused("nobody is on there")
    rules.check_can_take_off(row.night, today=today())
    row.ended_by_id, row.ended_at = me(), now()
    row.save(update_fields=["ended_by", "ended_at"])
    _noted(agency, Activity.UPDATE, Action.UPDATE, [row])
    return row


def _check_not_on(agency: UUID, worker: UUID, nights: Sequence[datetime.date]) -> None:
    """Raise ValidationError that names the nights in which somebody is on already."""
    rows = Duty.objects.filter(agency=agency, worker=worker, night__in=nights, ended_at=None).order_by("night")
    if found := ", ".join(date_format(each.night, "j F") for each in rows):
        raise ValidationError(_("This colleague is on already in these nights: %(nights)s.") % {"nights": found})


def _noted(agency: UUID, activity: Activity, action: Action, rows: Sequence[Duty]) -> None:
    record(activity=activity, action=action, kind="duty", objects=[each.pk for each in rows], dossier_agency=agency)
