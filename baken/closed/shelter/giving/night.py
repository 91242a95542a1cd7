# SPDX-License-Identifier: EUPL-1.2
"""A bed at two in the morning: somebody stands at the door, little is known, and in two minutes she is safe.

What is not known counts as the worst: no sex shares with nobody, no age is a minor's, no screening is red. In
the morning somebody looks again.
"""

import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from baken.closed.access.actions import me, open_dossier
from baken.closed.access.parts import Part, Role
from baken.closed.access.rules import Refused
from baken.closed.audit.activities import Action
from baken.closed.shelter.admitting import admit_to_give, noted
from baken.closed.shelter.asking.actions import Person, Wish, ask
from baken.closed.shelter.giving import actions
from baken.closed.shelter.giving.reads import open_stay
from baken.closed.shelter.labels import UNSURE
from baken.closed.shelter.models import Stay
from baken.core.clock import now, today

NIGHTS = datetime.timedelta(days=3)
_MORNING = datetime.time(9, 30)


@transaction.atomic
def take_in(*, agency: UUID, person: Person, unit: UUID, words: str) -> Stay:
    """Open a file for somebody at the door and give her a unit from tonight; raise ValidationError, Refused."""
    made = open_dossier(agency=agency, by=frozenset({Role.SHELTER}))
    leave_on = today() + NIGHTS
    wish = Wish(
        "night", words, "short", arrive_on=today(), leave_on=leave_on, latest_on=leave_on, sure=UNSURE, needs={}
    )
    ask(dossier=made.pk, wish=wish, people=[person])
    return actions.give_at_night(dossier=made.pk, unit=unit, until_on=leave_on, review_by=next_morning())


@transaction.atomic
def review(*, dossier: UUID) -> Stay:
    """Write down that another looked again at a stay of the night; raise Refused where there is none to look at."""
    admitted = admit_to_give(dossier)
    stay = open_stay(dossier)
    if stay is None or stay.review_by is None or stay.reviewed_at or stay.given_by_id == me():
        raise Refused("nothing to look at again, or her own")
    stay.reviewed_by_id, stay.reviewed_at = me(), now()
    stay.save(update_fields=["reviewed_by", "reviewed_at"])
    noted(admitted, Part.WHEREABOUTS, Action.UPDATE, "stay", stay.pk)
    return stay


def next_morning() -> datetime.datetime:
    """Return half past nine of the next morning that comes."""
    here = timezone.localtime(now())
    day = here.date() if here.time() < _MORNING else here.date() + datetime.timedelta(days=1)
    return timezone.make_aware(datetime.datetime.combine(day, _MORNING))
