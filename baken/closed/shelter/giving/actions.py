# SPDX-License-Identifier: EUPL-1.2
"""Giving a unit: held, given, seconded, let go, at night. One at a time in a house, every rule asked, and logged."""

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from baken.closed.access.actions import me
from baken.closed.access.parts import Part
from baken.closed.access.rules import Refused
from baken.closed.audit.activities import Action
from baken.closed.shelter.admitting import Admitted, noted
from baken.closed.shelter.giving import beds
from baken.closed.shelter.giving.admitted import ENDED, asked, end, enter, held, saved
from baken.closed.shelter.giving.allowing import check_consent, check_days, check_rules, weighing
from baken.closed.shelter.giving.reads import open_stay
from baken.closed.shelter.labels import RELEASED
from baken.closed.shelter.models import Request, Stay
from baken.closed.shelter.placing.instance import Span
from baken.closed.shelter.weighing.options import Option
from baken.core.clock import now, today

HOLD = datetime.timedelta(hours=24)  # a choice of ours, to be confirmed


@transaction.atomic
def hold(*, dossier: UUID, unit: UUID, from_on: datetime.date, until_on: datetime.date, why: str = "") -> Stay:
    """Keep a unit for a household for a day; raise ValidationError where a rule or somebody stands in the way."""
    return _place(dossier, unit, Span(from_on, until_on), _How(why=why, held=True))


@transaction.atomic
def give(*, dossier: UUID, unit: UUID, from_on: datetime.date, until_on: datetime.date, why: str = "") -> Stay:
    """Give a household a unit; raise ValidationError. With a soft rule set aside it is held until another agrees."""
    return _place(dossier, unit, Span(from_on, until_on), _How(why=why))


@transaction.atomic
def give_at_night(*, dossier: UUID, unit: UUID, until_on: datetime.date, review_by: datetime.datetime) -> Stay:
    """Give who stands at the door a unit and let her in; somebody looks at it again in the morning.

    No rule is set aside, hard or soft: at night there is nobody to agree.
    """
    return _place(dossier, unit, Span(today(), until_on), _How(review_by=review_by))


@transaction.atomic
def confirm(*, dossier: UUID) -> Stay:
    """Give what is held, by what is known now; raise ValidationError while a consent or a second person is missing."""
    admitted, stay = held(dossier)
    if stay.lifted and stay.seconded_by_id is None:
        raise ValidationError(_("A rule was set aside: a second person must agree first."))
    _check_again(stay)
    stay.hold_until = None
    return saved(admitted, stay, "hold_until")


@transaction.atomic
def second(*, dossier: UUID) -> Stay:
    """Agree that a soft rule is set aside; raise Refused for who set it aside herself."""
    admitted, stay = held(dossier)
    if not stay.lifted or stay.seconded_by_id or stay.given_by_id == me():
        raise Refused("nothing here that she may second")
    stay.seconded_by_id, stay.seconded_at = me(), now()
    return saved(admitted, stay, "seconded_by", "seconded_at")


@transaction.atomic
def release(*, dossier: UUID) -> Stay:
    """Let go of a unit that is held; the household waits again."""
    admitted, stay = held(dossier)
    end(stay, stay.from_on, outcome=RELEASED)
    return saved(admitted, stay, *ENDED)


@dataclass(frozen=True)
class _How:
    """How a unit is given: why a soft rule is set aside, only held, at night with little known."""

    why: str = ""
    held: bool = False
    review_by: datetime.datetime | None = None


def _place(dossier: UUID, unit: UUID, span: Span, how: _How) -> Stay:
    admitted, request = asked(dossier)
    check_days(span)
    if span.start < today():
        raise ValidationError(_("Choose a day that has not passed."))
    # Whoever comes a moment late is told before she waits for anybody; then once more, alone.
    beds.check_free(unit, (span.start, span.end), request.guests.count())
    enter(request.agency_id)
    if open_stay(dossier):
        raise Refused("has a unit, or one is held")
    option = _allowed(request, unit, span, how)
    return made(admitted, _new(request, span, option, how))


def _allowed(request: Request, unit: UUID, span: Span, how: _How) -> Option:
    beds.check_free(unit, (span.start, span.end), request.guests.count())
    weighed = weighing(request, span)
    option = check_rules(weighed, unit, why=how.why)
    # What is held may wait for it, and who stands at the door does not.
    if not (how.held or how.review_by or option.soft):
        check_consent(weighed)
    return option


def _new(request: Request, span: Span, option: Option, how: _How) -> Stay:
    stay = Stay(dossier_id=request.dossier_id, request=request, unit_id=option.flat.unit.pk)
    stay.from_on, stay.until_on, stay.given_by_id = span.start, span.end, me()
    stay.lifted, stay.lifted_why = list(option.soft), how.why if option.soft else ""
    # What a second person has not agreed to is no more than held.
    stay.hold_until = now() + HOLD if how.held or option.soft else None
    stay.review_by, stay.arrived_at = how.review_by, now() if how.review_by else None
    return stay


def made(admitted: Admitted, stay: Stay) -> Stay:
    """Save a new stay with the places it has, and log it; raise ValidationError where a place is gone."""
    stay.save(force_insert=True)
    beds.give(stay, (stay.from_on, stay.until_on))
    noted(admitted, Part.WHEREABOUTS, Action.CREATE, "stay", stay.pk, stay.unit_id)
    return stay


def _check_again(stay: Stay) -> None:
    """Ask every rule once more: what was learned since it was held counts."""
    weighed = weighing(stay.request, Span(stay.from_on, stay.until_on))
    check_rules(weighed, stay.unit_id, lifted=stay.lifted)
    check_consent(weighed)
