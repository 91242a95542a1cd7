# SPDX-License-Identifier: EUPL-1.2
"""Every write to who has which unit: one at a time in a house, asked of the rules, changed and logged in one."""

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
from baken.closed.shelter import labels
from baken.closed.shelter.admitting import Admitted, admit_to_give, noted
from baken.closed.shelter.giving import beds
from baken.closed.shelter.giving.alone import alone
from baken.closed.shelter.giving.reads import asked_for, expired, open_stay
from baken.closed.shelter.labels import RULES, SOFT
from baken.closed.shelter.models import Request, Stay
from baken.closed.shelter.placing.instance import Span
from baken.closed.shelter.weighing.options import Option, Weighed, weighed
from baken.closed.shelter.weighing.reads import house
from baken.core.clock import now, today

HOLD = datetime.timedelta(hours=24)  # a choice of ours, to be confirmed
Admission = tuple[Admitted, Request]


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
    """Give who stands at the door a unit and let her in; somebody looks at it again in the morning."""
    return _place(dossier, unit, Span(today(), until_on), _How(why=_("At the door at night."), review_by=review_by))


@transaction.atomic
def confirm(*, dossier: UUID) -> Stay:
    """Give what is held; raise ValidationError while a consent or a second person is missing."""
    admitted, stay = _held(dossier)
    if stay.lifted and stay.seconded_by_id is None:
        raise ValidationError(_("A rule was set aside: a second person must agree first."))
    asked = weighed(house(stay.request.agency_id), asked_for(stay.request), Span(stay.from_on, stay.until_on))
    _check_consent(asked)
    stay.hold_until = None
    return _saved(admitted, stay, "hold_until")


@transaction.atomic
def second(*, dossier: UUID) -> Stay:
    """Agree that a soft rule is set aside; raise Refused for who set it aside herself."""
    admitted, stay = _held(dossier)
    if not stay.lifted or stay.seconded_by_id or stay.given_by_id == me():
        raise Refused("nothing here that she may second")
    stay.seconded_by_id, stay.seconded_at = me(), now()
    return _saved(admitted, stay, "seconded_by", "seconded_at")


@transaction.atomic
def arrive(*, dossier: UUID) -> Stay:
    """Write down that a household has come; raise ValidationError while it is only held."""
    admitted, stay = _open(dossier)
    if stay.hold_until:
        raise ValidationError(_("The unit is only held. Give it first."))
    if stay.arrived_at or stay.from_on > today():
        raise ValidationError(_("She is there already, or is expected on a later day."))
    stay.arrived_at = now()
    return _saved(admitted, stay, "arrived_at")


@transaction.atomic
def extend(*, dossier: UUID, until_on: datetime.date) -> Stay:
    """Let a household stay longer in its unit; raise ValidationError where a rule or somebody stands in the way."""
    admitted, stay = _open(dossier)
    start = max(stay.until_on, today())
    if until_on <= start:
        raise ValidationError(_("Choose a day after the one on which the stay ends now."))
    _allowed(stay.request, stay.unit_id, Span(start, until_on), lifted=stay.lifted)
    stay.until_on = until_on
    _saved(admitted, stay, "until_on")
    beds.give(stay, (start, until_on))
    return stay


@transaction.atomic
def move(*, dossier: UUID, unit: UUID, on: datetime.date, why: str = "") -> Stay:
    """Let a household live in another unit from a day on; raise ValidationError where that cannot be."""
    admitted, stay = _open(dossier)
    if not (max(stay.from_on, today()) <= on < stay.until_on) or unit == stay.unit_id:
        raise ValidationError(_("Choose another unit, and a day within the stay."))
    until_on, there = stay.until_on, stay.arrived_at
    _end(stay, on, outcome="moved", words="")
    _saved(admitted, stay, *_ENDED)
    made = _place(dossier, unit, Span(on, until_on), _How(why=why, moving=True))
    if there and on <= today() and made.hold_until is None:
        made.arrived_at = now()
        made.save(update_fields=["arrived_at"])
    return made


@transaction.atomic
def leave(*, dossier: UUID, on: datetime.date, outcome: str, words: str) -> Stay:
    """Write down that a stay ended, and how; the nights that are left are free at once, and so is the request."""
    admitted, stay = _open(dossier)
    if outcome not in dict(labels.OUTCOMES) or outcome in labels.OF_ITSELF or on > today():
        raise ValidationError(_("Choose how it ended, and a day that is not to come."))
    _end(stay, on, outcome=outcome, words=words)
    _saved(admitted, stay, *_ENDED)
    request = stay.request
    request.ended_by_id, request.ended_at, request.how = me(), now(), labels.PLACED
    request.save(update_fields=["ended_by", "ended_at", "how"])
    return stay


@transaction.atomic
def release(*, dossier: UUID) -> Stay:
    """Let go of a unit that is held; the household waits again."""
    admitted, stay = _held(dossier)
    _end(stay, stay.from_on, outcome="released", words="")
    return _saved(admitted, stay, *_ENDED)


_ENDED = ("until_on", "hold_until", "ended_by", "ended_at", "outcome", "words")


@dataclass(frozen=True)
class _How:
    """How a unit is given: why a soft rule is set aside, only held, as a move, at night with little known."""

    why: str = ""
    held: bool = False
    moving: bool = False
    review_by: datetime.datetime | None = None


def _place(dossier: UUID, unit: UUID, span: Span, how: _How) -> Stay:
    admitted, request = _asked(dossier)
    if span.nights == 0:
        raise ValidationError(_("Choose a last day that comes after the first."))
    # Whoever comes a moment late is told before she waits for anybody.
    beds.check_free(unit, (span.start, span.end), request.guests.count())
    alone(request.agency_id)
    _let_go_expired(request.agency_id)
    if open_stay(dossier):
        raise Refused("has a unit, or one is held")
    if not how.moving and span.start < today():
        raise ValidationError(_("Choose a day that has not passed."))
    option = _allowed(request, unit, span, why=how.why, placing=not how.held and how.review_by is None)
    stay = Stay(dossier_id=dossier, request=request, unit_id=unit, from_on=span.start, until_on=span.end)
    stay.given_by_id, stay.lifted, stay.lifted_why = me(), list(option.soft), how.why if option.soft else ""
    # What a second person has not agreed to is no more than held; at the door at night there is nobody to ask.
    stay.hold_until = now() + HOLD if how.held or (option.soft and not how.review_by) else None
    stay.review_by, stay.arrived_at = how.review_by, now() if how.review_by else None
    stay.save(force_insert=True)
    beds.give(stay, (span.start, span.end))
    noted(admitted, Part.WHEREABOUTS, Action.CREATE, "stay", stay.pk, unit)
    return stay


def _allowed(  # noqa: PLR0913 - a household, a unit, some nights, and what is known of the rules that are soft
    request: Request, unit: UUID, span: Span, *, why: str = "", lifted: list[str] | None = None, placing: bool = False
) -> Option:
    """Return what a unit is to a household on some nights; raise ValidationError naming each rule in the way."""
    party = asked_for(request)
    beds.check_free(unit, (span.start, span.end), len(party.guests))
    asked = weighed(house(request.agency_id), party, span)
    option = asked.option(unit)
    if option is None:
        raise Refused("no such unit in this house")
    _check_rules(option, why=why, lifted=lifted or [])
    if placing and not option.soft:
        _check_consent(asked)
    return option


def _check_rules(option: Option, *, why: str, lifted: list[str]) -> None:
    if option.rules:
        names = "; ".join(str(RULES[rule]) for rule in option.rules)
        raise ValidationError(_("This unit cannot be given: %(rules)s.") % {"rules": names}, "rules")
    asked = [name for name in option.soft if name not in lifted]
    if asked and not why.strip():
        names = "; ".join(str(SOFT[name]) for name in asked)
        raise ValidationError(_("Say why this is set aside: %(rules)s. Another must agree.") % {"rules": names}, "soft")


def _check_consent(asked: Weighed) -> None:
    if asked.needs_guardian and not asked.party.request.consent:
        raise ValidationError(_("A minor is placed: write down first who has authority and consented."), "consent")


def _asked(dossier: UUID) -> Admission:
    """Let the acting user give a place to a household that asks for one; raise Refused."""
    admitted = admit_to_give(dossier)
    request = Request.objects.filter(dossier=dossier, ended_at=None).first()
    if request is None:
        raise Refused("nobody asks for a place here")
    return admitted, request


def _asking(dossier: UUID) -> Admission:
    """Let the acting user give a place, and nobody else in the house until this transaction ends."""
    admitted, request = _asked(dossier)
    alone(request.agency_id)
    return admitted, request


def _open(dossier: UUID) -> tuple[Admitted, Stay]:
    admitted, _request = _asking(dossier)
    stay = open_stay(dossier)
    if stay is None:
        raise Refused("no stay here")
    return admitted, stay


def _held(dossier: UUID) -> tuple[Admitted, Stay]:
    admitted, stay = _open(dossier)
    if stay.hold_until is None:
        raise Refused("nothing is held")
    return admitted, stay


def _saved(admitted: Admitted, stay: Stay, *fields: str) -> Stay:
    stay.save(update_fields=list(fields))
    noted(admitted, Part.WHEREABOUTS, Action.UPDATE, "stay", stay.pk)
    return stay


def _end(stay: Stay, on: datetime.date, *, outcome: str, words: str) -> None:
    """End a stay on a day, never after it would have ended; its nights from then on are free."""
    end = max(stay.from_on, min(on, stay.until_on))
    beds.take_back(stay, end)
    stay.until_on, stay.hold_until, stay.outcome, stay.words = end, None, outcome, words
    stay.ended_by_id, stay.ended_at = me(), now()


def _let_go_expired(agency: UUID) -> None:
    """End what was held for too long, so that its nights can be given."""
    for stay in expired(agency):
        admitted = admit_to_give(stay.dossier_id)
        _end(stay, stay.from_on, outcome="lapsed", words="")
        _saved(admitted, stay, *_ENDED)
