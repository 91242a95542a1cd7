# SPDX-License-Identifier: EUPL-1.2
"""What becomes of a stay: she arrives, stays longer, moves, leaves. One at a time in a house, logged, in one."""

import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from baken.closed.access.actions import me
from baken.closed.shelter import labels
from baken.closed.shelter.giving import beds
from baken.closed.shelter.giving.actions import made
from baken.closed.shelter.giving.admitted import ENDED, end, saved, staying
from baken.closed.shelter.giving.allowing import check_consent, check_days, check_rules, weighing
from baken.closed.shelter.giving.reads import is_away
from baken.closed.shelter.labels import MOVED, PLACED
from baken.closed.shelter.models import Absence, Stay
from baken.closed.shelter.placing.instance import Span
from baken.core.clock import now, today


@transaction.atomic
def arrive(*, dossier: UUID) -> Stay:
    """Write down that a household has come; raise ValidationError while it is only held, too early or too late."""
    admitted, stay = staying(dossier)
    if stay.hold_until:
        raise ValidationError(_("The unit is only held. Give it first."))
    if stay.arrived_at or not stay.from_on <= today() < stay.until_on:
        raise ValidationError(_("She is there already, or was expected on other days. End the stay and give it anew."))
    stay.arrived_at = now()
    return saved(admitted, stay, "arrived_at")


@transaction.atomic
def extend(*, dossier: UUID, until_on: datetime.date) -> Stay:
    """Let a household stay longer in its unit; raise ValidationError where a rule or somebody stands in the way."""
    admitted, stay = staying(dossier)
    start = max(stay.until_on, today())
    if until_on <= start:
        raise ValidationError(_("Choose a day after the one on which the stay ends now."))
    _check(stay, stay.unit_id, Span(start, until_on))
    stay.until_on = until_on
    saved(admitted, stay, "until_on")
    beds.give(stay, (start, until_on))
    return stay


@transaction.atomic
def move(*, dossier: UUID, unit: UUID, until_on: datetime.date) -> Stay:
    """Let a household live in another unit from today on; raise ValidationError where that cannot be.

    No soft rule is set aside by a move: until somebody agreed she would have no unit at all.
    """
    admitted, stay = staying(dossier)
    if stay.hold_until or stay.from_on > today() or unit == stay.unit_id:
        raise ValidationError(_("Who has no unit yet cannot move, and nobody moves to where she is."))
    if is_away(stay):
        raise ValidationError(_("She is away. Write down first that she is back."))
    _check(stay, unit, Span(today(), until_on))
    end(stay, today(), outcome=MOVED)
    saved(admitted, stay, *ENDED)
    new = Stay(dossier_id=dossier, request=stay.request, unit_id=unit, from_on=today(), until_on=until_on)
    new.given_by_id, new.arrived_at = me(), now() if stay.arrived_at else None
    return made(admitted, new)


@transaction.atomic
def leave(*, dossier: UUID, on: datetime.date, outcome: str, words: str) -> Stay:
    """Write down that a stay ended, and how; the nights that are left are free at once, and so is the request."""
    admitted, stay = staying(dossier)
    if outcome not in dict(labels.OUTCOMES) or outcome in labels.OF_ITSELF:
        raise ValidationError(_("Choose how it ended."))
    if stay.arrived_at and not stay.from_on <= on <= today():
        raise ValidationError(_("Choose a day of the stay that is not to come."))
    end(stay, on if stay.arrived_at else stay.from_on, outcome=outcome, words=words)
    saved(admitted, stay, *ENDED)
    Absence.objects.filter(stay=stay, ended_at=None).update(ended_by=me(), ended_at=now())
    request = stay.request
    request.ended_by_id, request.ended_at, request.how = me(), now(), PLACED
    request.save(update_fields=["ended_by", "ended_at", "how"])
    return stay


def _check(stay: Stay, unit: UUID, span: Span) -> None:
    """Raise ValidationError where a unit cannot be hers on some more nights."""
    check_days(span)
    beds.check_free(unit, (span.start, span.end), stay.request.guests.count())
    weighed = weighing(stay.request, span)
    check_rules(weighed, unit, lifted=stay.lifted if unit == stay.unit_id and stay.seconded_by_id else ())
    check_consent(weighed)
