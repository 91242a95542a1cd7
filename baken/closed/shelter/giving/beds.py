# SPDX-License-Identifier: EUPL-1.2
"""Which places a household has on which nights. That none is given twice the database holds."""

import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Q
from django.utils.translation import gettext as _
from psycopg.errors import ExclusionViolation

from baken.closed.shelter.models import Bed, Guest, Place, Stay, lasting
from baken.closed.shelter.weighing import rules
from baken.closed.shelter.weighing.rules import Nights


def check_free(unit: UUID, nights: Nights, persons: int) -> None:
    """Raise ValidationError where a unit lacks a place on one of the nights, what is held for too long left out."""
    if rules.allotted(_taken(unit, nights, lasting("stay__")), nights, persons) is None:
        raise _gone()


def give(stay: Stay, nights: Nights) -> None:
    """Give everybody of a stay a place in its unit; raise ValidationError where one is gone."""
    guests = list(Guest.objects.filter(request=stay.request_id).order_by("number"))
    found = rules.allotted(_taken(stay.unit_id, nights), nights, len(guests))
    if found is None:
        raise _gone()
    for guest, beds in zip(guests, found, strict=True):
        for place, (start, end) in beds:
            made = Bed(dossier_id=stay.dossier_id, stay=stay, guest=guest, place_id=place)
            made.nights = DateRange(start, end)
            _given(made)


def _given(bed: Bed) -> None:
    try:
        with transaction.atomic():
            bed.save(force_insert=True)
    except IntegrityError as error:
        if isinstance(error.__cause__, ExclusionViolation):
            raise _gone() from error
        raise


def take_back(stay: Stay, on: datetime.date) -> None:
    """Take back the nights of a stay from a day on."""
    for bed in Bed.objects.filter(stay=stay, nights__endswith__gt=on):
        start = bed.nights.lower
        bed.nights = DateRange(start, on) if start < on else DateRange(empty=True)
        bed.save(update_fields=["nights"])


def _taken(unit: UUID, nights: Nights, which: Q | None = None) -> dict[int, list[Nights]]:
    """Return on which nights each place of a unit is taken, around some nights."""
    found: dict[int, list[Nights]] = {each: [] for each in Place.objects.filter(unit=unit).values_list("pk", flat=True)}
    beds = Bed.objects.filter(which or Q(), place__unit=unit, nights__overlap=DateRange(*nights))
    for place, span in beds.values_list("place", "nights"):
        found[place].append((span.lower, span.upper))
    return found


def _gone() -> ValidationError:
    return ValidationError(_("There is no free place in this unit any more. Somebody was a moment earlier."), "gone")
