# SPDX-License-Identifier: EUPL-1.2
"""People who came to live in the shelter."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.timezone import localdate

from baken.closed.casework.person.rules import Age
from baken.closed.figures.counting import coding
from baken.closed.figures.units.fetching import Counted, Scope, day_of, in_chunks, rows
from baken.closed.shelter.labels import ADULT, CHILD, MINOR, OUTCOMES
from baken.closed.shelter.models import Guest, Stay
from baken.closed.shelter.placing.instance import Sex

_SEXES = {Sex.FEMALE.value: "woman", Sex.MALE.value: "man"}
# What the house knows where the day is not known: as years that somebody can have.
_YEARS = {CHILD: (0, 11), MINOR: (12, 17), ADULT: (18, 120)}


def counted(scope: Scope) -> Iterator[Counted]:
    """Yield each person who arrived in a period."""
    for chunk in in_chunks(rows(Guest, "figures_guests", *scope.words)):
        files = list({each.dossier_id for each in chunk})
        stays = {each.pk: each for each in rows(Stay, "figures_stays", scope.agency, files)}
        yield from (Counted(localdate(each.arrived), _codes(each, stays[each.stay])) for each in chunk)


def _codes(guest: Any, stay: Stay) -> dict[str, str]:
    start, end = localdate(guest.arrived), day_of(guest.left)
    age = _age(guest, start)
    return {
        "sex": _SEXES.get(guest.sex, coding.UNKNOWN),
        "age": coding.age(age, start),
        "majority": coding.majority(age, start),
        "stayed": coding.length(start, end),
        "left_for": coding.listed(stay.outcome, dict(OUTCOMES), "other") if end else coding.OPEN,
    }


def _age(guest: Guest, on: date) -> Age:
    if guest.born:
        return Age(born=guest.born)
    least, most = _YEARS.get(guest.age, (None, None))
    return Age(least=least, most=most, on=on)
