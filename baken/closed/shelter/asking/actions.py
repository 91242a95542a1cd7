# SPDX-License-Identifier: EUPL-1.2
"""Every write to requests: asked, screened, answered, offered elsewhere. One change, one entry, one transaction."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from baken.closed.access.actions import me
from baken.closed.access.admitting import admit_to_write as admit_team_to_write
from baken.closed.access.parts import Part
from baken.closed.access.rules import Refused
from baken.closed.audit.activities import Action
from baken.closed.shelter import labels
from baken.closed.shelter.admitting import admit_to_write, noted
from baken.closed.shelter.giving.alone import alone
from baken.closed.shelter.giving.reads import open_stay
from baken.closed.shelter.models import Guest, Onward, Request, Screening
from baken.closed.shelter.weighing.rules import AHEAD
from baken.core.clock import now, today

_OLDEST = datetime.date(1900, 1, 1)


@dataclass(frozen=True)
class Person:
    """One of a household: what the rules of placing need, and the initials that the board shows."""

    initials: str
    sex: str
    born: datetime.date | None = None
    age: str = ""


@dataclass(frozen=True)
class Wish:
    """What is asked for, until when and how sure that is."""

    source: str
    words: str
    length: str
    arrive_on: datetime.date
    leave_on: datetime.date
    latest_on: datetime.date
    sure: str
    needs: Mapping[str, Any]


@transaction.atomic
def ask(*, dossier: UUID, wish: Wish, people: Sequence[Person]) -> Request:
    """Ask for a place for a household; raise ValidationError for one without people or a last day before the first."""
    admitted = admit_team_to_write(dossier, Part.CONTACT)
    _check_days(wish)
    if not people:
        raise ValidationError(_("Name who comes."))
    made = Request(dossier_id=dossier, agency_id=admitted[0].agency, asked_by_id=me(), **_columns(wish))
    made.save(force_insert=True)
    for each in people:
        _add(made, each)
    noted(admitted, Part.CONTACT, Action.CREATE, "request", made.pk)
    return made


@transaction.atomic
def change(*, dossier: UUID, wish: Wish) -> Request:
    """Change what is asked for; who is placed keeps the days of her stay."""
    admitted = admit_to_write(dossier, Part.CONTACT)
    row = _alone_with(dossier)
    _check_days(wish)
    changed = {name: value for name, value in _columns(wish).items() if name not in ("source", "length")}
    for name, value in changed.items():
        setattr(row, name, value)
    row.save(update_fields=list(changed))
    noted(admitted, Part.CONTACT, Action.UPDATE, "request", row.pk)
    return row


@transaction.atomic
def screen(*, dossier: UUID, colour: str, found: Mapping[str, Any], words: str) -> Screening:
    """Write down how dangerous it is for her; a later screening takes its place, and both stay to be seen."""
    admitted = admit_to_write(dossier, Part.CONTACT)
    _alone_with(dossier)
    if colour not in dict(labels.COLOURS):
        raise ValidationError(_("Choose a colour."))
    made = Screening(dossier_id=dossier, colour=colour, found=dict(found), words=words, recorded_by_id=me())
    made.save(force_insert=True)
    noted(admitted, Part.CONTACT, Action.CREATE, "screening", made.pk)
    return made


@transaction.atomic
def record_consent(*, dossier: UUID, by: str, on: datetime.date) -> Request:
    """Write down who has authority and consented to the placing of a minor, on which day."""
    admitted = admit_to_write(dossier, Part.CONTACT)
    row = open_request(dossier)
    if not by.strip() or on > today():
        raise ValidationError(_("Name who consented, and a day that is not to come."))
    row.consent = {"by": by.strip(), "on": on.isoformat()}
    row.save(update_fields=["consent"])
    noted(admitted, Part.CONTACT, Action.UPDATE, "request", row.pk)
    return row


@transaction.atomic
def end(*, dossier: UUID, how: str, why: str, answer: str) -> Request:
    """Refuse a request with a reason, or write down that it is not needed any more; raise ValidationError."""
    admitted = admit_to_write(dossier, Part.CONTACT)
    row = _alone_with(dossier)
    if how not in (labels.REFUSED, labels.WITHDRAWN) or (how == labels.REFUSED and why not in dict(labels.REFUSALS)):
        raise ValidationError(_("Choose what the answer is, and why."))
    if open_stay(dossier):
        raise ValidationError(_("She has a unit, or one is held for her. End that first."))
    row.how, row.why, row.answer, row.ended_by_id, row.ended_at = how, why, answer, me(), now()
    row.save(update_fields=["how", "why", "answer", "ended_by", "ended_at"])
    noted(admitted, Part.CONTACT, Action.UPDATE, "request", row.pk)
    return row


@transaction.atomic
def offer_onward(*, dossier: UUID, to: str, words: str) -> Onward:
    """Offer her to another organisation; until that has accepted her she is still ours to help."""
    admitted = admit_to_write(dossier, Part.CONTACT)
    request = last_request(dossier)
    made = Onward(dossier_id=dossier, request=request, to=to, words=words, offered_by_id=me())
    made.save(force_insert=True)
    noted(admitted, Part.CONTACT, Action.CREATE, "onward", made.pk)
    return made


@transaction.atomic
def answer_onward(*, dossier: UUID, onward: UUID, how: str, answer: str) -> Onward:
    """Write down what the other organisation said."""
    admitted = admit_to_write(dossier, Part.CONTACT)
    row = Onward.objects.filter(pk=onward, dossier=dossier, ended_at=None).first()
    if row is None:
        raise Refused("nothing was offered that waits for an answer")
    if how not in dict(labels.ANSWERS):
        raise ValidationError(_("Choose what they said."))
    row.how, row.answer, row.ended_by_id, row.ended_at = how, answer, me(), now()
    row.save(update_fields=["how", "answer", "ended_by", "ended_at"])
    noted(admitted, Part.CONTACT, Action.UPDATE, "onward", row.pk)
    return row


@transaction.atomic
def tell_people(*, dossier: UUID, people: Sequence[Person]) -> Request:
    """Write down what is known by now of those who came, in their order; raise ValidationError for more or fewer."""
    admitted = admit_to_write(dossier, Part.CONTACT)
    row = _alone_with(dossier)
    guests = list(row.guests.order_by("number"))
    if len(guests) != len(people):
        raise ValidationError(_("Tell of everybody who came, and of nobody else."))
    for guest, person in zip(guests, people, strict=True):
        _tell(guest, person)
        guest.save(update_fields=["initials", "sex", "born", "age"])
    noted(admitted, Part.CONTACT, Action.UPDATE, "request", row.pk)
    return row


def open_request(dossier: UUID) -> Request:
    """Return the request of a file that has not ended; raise Refused where there is none."""
    row = Request.objects.filter(dossier=dossier, ended_at=None).first()
    if row is None:
        raise Refused("nobody asks for a place here")
    return row


def last_request(dossier: UUID) -> Request:
    """Return the newest request of a file; raise Refused where there was none."""
    row = Request.objects.filter(dossier=dossier).order_by("-asked_at").first()
    if row is None:
        raise Refused("nobody asked for a place here")
    return row


def _alone_with(dossier: UUID) -> Request:
    """Return the open request of a file while nobody else gives places: what is written counts for the next."""
    alone(open_request(dossier).agency_id)
    return open_request(dossier)


def _check_days(wish: Wish) -> None:
    if not wish.arrive_on < wish.leave_on <= wish.latest_on <= today() + AHEAD:
        raise ValidationError(
            _("Choose days in their order, none more than %(days)s days ahead.") % {"days": AHEAD.days}
        )


def _columns(wish: Wish) -> dict[str, Any]:
    return {name: getattr(wish, name) for name in Wish.__dataclass_fields__} | {"needs": dict(wish.needs)}


def _add(request: Request, person: Person) -> None:
    made = Guest(request=request, dossier_id=request.dossier_id)
    _tell(made, person)
    made.save(force_insert=True)


def _tell(guest: Guest, person: Person) -> None:
    if person.sex not in dict(labels.SEXES) or (person.born is None and person.age not in dict(labels.AGES)):
        raise ValidationError(_("Choose a sex, and a day of birth or an age, for everybody who comes."))
    if person.born and not _OLDEST < person.born <= today():
        raise ValidationError(_("Choose a day of birth that can be."))
    guest.initials, guest.sex, guest.born = person.initials, person.sex, person.born
    guest.age = "" if person.born else person.age
