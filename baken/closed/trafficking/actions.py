# SPDX-License-Identifier: EUPL-1.2
"""Every write of what was done to her and how safe she is: asked of `access`, changed, logged, in one transaction."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from baken.closed.access.parts import Part
from baken.closed.casework.person import countries
from baken.closed.casework.recorded import strike, write
from baken.closed.trafficking import rules, screening
from baken.closed.trafficking.labels import FAULTS
from baken.closed.trafficking.lists import lists, of
from baken.closed.trafficking.models import Account, Assessment, Event, SafetyLevel
from baken.core.clock import today


def write_account(*, dossier: UUID, teller: str, told_on: date, old: UUID | None = None, **told: Any) -> Account:
    """Write down what somebody told, instead of an account if that is given; raise ValidationError by its answers."""
    if teller not in of("teller") or told_on > today():
        raise ValidationError(_("Choose who told it, and a day that is not to come."))
    _check_countries(told["recruited_country"], told["exploited_country"])
    if faults := rules.faults(told, lists(), today()):
        raise ValidationError([str(FAULTS[each]) for each in faults.values()])
    made = Account(dossier_id=dossier, teller=teller, told_on=told_on, **told)
    write(made, part=Part.NOTES, old=old)
    return made


def strike_account(*, dossier: UUID, account: UUID) -> None:
    """Strike out an account that was written down by mistake; it stays to be seen."""
    strike(Account, dossier=dossier, row=account, part=Part.NOTES)


def write_event(  # noqa: PLR0913 - one argument for each thing that is told
    *, dossier: UUID, kind: str, on: str, country: str, place: str = "", words: str = ""
) -> Event:
    """Write down recruitment, transit or exploitation; raise ValidationError for a date that is none or is to come."""
    if kind not in of("event") or not rules.is_date(on, today()):
        raise ValidationError(_("Choose what it was, and a date that is not to come."))
    _check_countries(country)
    made = Event(dossier_id=dossier, kind=kind, on=on, country=country, place=place, words=words)
    write(made, part=Part.NOTES)
    return made


def strike_event(*, dossier: UUID, event: UUID) -> None:
    """Strike out an event that was written down by mistake; it stays to be seen."""
    strike(Event, dossier=dossier, row=event, part=Part.NOTES)


def write_assessment(*, dossier: UUID, on: date, factors: Mapping[str, str], words: str = "") -> Assessment:
    """Write down what makes her vulnerable; raise ValidationError where a factor of the table has no answer."""
    if on > today() or not screening.is_whole(factors, of("factor")):
        raise ValidationError(_("Answer each question, with a day that is not to come."))
    made = Assessment(dossier_id=dossier, on=on, factors=dict(factors), words=words)
    write(made, part=Part.NOTES)
    return made


def strike_assessment(*, dossier: UUID, assessment: UUID) -> None:
    """Strike out an assessment that was written down by mistake; it stays to be seen."""
    strike(Assessment, dossier=dossier, row=assessment, part=Part.NOTES)


def write_level(  # noqa: PLR0913 - one argument for each thing that is decided
    *, dossier: UUID, level: str, on: date, measures: Sequence[str], words: str, review_on: date
) -> SafetyLevel:
    """Write down how safe she is, why, and when somebody looks again; raise ValidationError for days out of order."""
    if level not in of("level") or not set(measures) <= of("measure").keys() or not words:
        raise ValidationError(_("Choose a level and measures of the table, and say why."))
    if not screening.is_timely(on, review_on, today()):
        raise ValidationError(_("Look again within half a year, and no day of deciding is to come."))
    made = SafetyLevel(dossier_id=dossier, level=level, on=on, measures=list(measures), words=words)
    made.review_on = review_on
    write(made, part=Part.IDENTITY)
    return made


def strike_level(*, dossier: UUID, level: UUID) -> None:
    """Strike out a level that was written down by mistake; it stays to be seen, and counts no more."""
    strike(SafetyLevel, dossier=dossier, row=level, part=Part.IDENTITY)


def _check_countries(*told: str) -> None:
    if not all(each in rules.OPEN or countries.is_one(each) for each in told):
        raise ValidationError(_("Choose a country from the list."))
