# SPDX-License-Identifier: EUPL-1.2
"""Every write about who has the next step: offered, withdrawn, refused, accepted, taken where nobody has it.

Each checks, changes and logs in one transaction, one at a time in a file: of two who answer at once the second is
refused.
"""

from uuid import UUID

from django.db import transaction

from baken.closed.access import reads as access
from baken.closed.access import rules as grounds
from baken.closed.access.actions import me
from baken.closed.access.admitting import note
from baken.closed.access.models import Dossier, TeamPlace
from baken.closed.access.parts import Part
from baken.closed.access.rules import Refused, Standing
from baken.closed.audit.activities import Action, Activity
from baken.closed.plan import leads, rules
from baken.closed.plan.actions import admitted_alone, one_at_a_time
from baken.closed.plan.labels import ACCEPTED, REFUSED, WITHDRAWN
from baken.closed.plan.models import Handover, Lead, Task
from baken.core.clock import now


@transaction.atomic
def offer(*, dossier: UUID, to: UUID, words: str) -> Handover:
    """Offer the next step to a colleague, as the lead; until she accepts nothing changes."""
    standing, _ground = admitted_alone(dossier)
    if leads.led_by(dossier) != me() or to not in leads.receivers(dossier):
        raise Refused("the lead offers a file, to a colleague in a role that leads")
    if not Dossier.objects.filter(pk=dossier, closed_at=None).exists() or leads.open_handover(dossier):
        raise Refused("the file is closed, or offered already")
    made = Handover(dossier_id=dossier, offered_by_id=me(), to_id=to, words=words)
    made.save(force_insert=True)
    _noted(standing, Action.CREATE, "handover", made.pk, to)
    return made


@transaction.atomic
def withdraw(*, dossier: UUID, handover: UUID) -> None:
    """Take an offer back, as the lead."""
    standing, _ground = admitted_alone(dossier)
    row = leads.open_handover(dossier)
    if row is None or row.pk != handover or leads.led_by(dossier) != me():
        raise Refused("the lead withdraws an open offer")
    _end(row, WITHDRAWN)
    _noted(standing, Action.UPDATE, "handover", row.pk)


@transaction.atomic
def refuse(*, handover: UUID, answer: str) -> None:
    """Refuse what was offered to oneself, with a reason for who offered it."""
    row, standing = _offered(handover)
    if not answer.strip():
        raise Refused("refusing takes a reason")
    _end(row, REFUSED, answer)
    _noted(standing, Action.UPDATE, "handover", row.pk)


@transaction.atomic
def accept(*, handover: UUID) -> Handover:
    """Take over what was offered to oneself: a place on the team, the lead, and the open tasks of the lead before."""
    row, standing = _offered(handover)
    placed = _sit_down(row, standing)
    became = _become_lead(row.dossier_id)
    tasks = Task.objects.filter(dossier=row.dossier_id, owner=row.offered_by_id, ended_at=None)
    moved = list(tasks.values_list("pk", flat=True))
    tasks.update(owner=me())
    _end(row, ACCEPTED)
    _noted(standing, Action.UPDATE, "handover", row.pk, became.pk, *placed, *moved)
    return row


@transaction.atomic
def take_lead(*, dossier: UUID) -> Lead:
    """Take the next step where nobody has it, on the team in a role that leads."""
    standing, _ground = admitted_alone(dossier)
    if leads.led_by(dossier) is not None or not rules.can_lead(standing):
        raise Refused("takes no lead here")
    made = _become_lead(dossier)
    _noted(standing, Action.CREATE, "lead", made.pk)
    return made


def _offered(handover: UUID) -> tuple[Handover, Standing]:
    """Return an open offer to the acting user, alone for now; raise Refused where it is none any more."""
    one_at_a_time(leads.offer_to_me(handover).dossier)
    found = leads.offer_to_me(handover)  # again: somebody may have been before
    return Handover.objects.get(pk=handover), access.standing(found.dossier)


def _sit_down(row: Handover, standing: Standing) -> list[UUID]:
    """Give the acting user a place on the team, as from who offered it; she may have one."""
    if grounds.ground_to_write(standing, Part.NOTES):
        return []
    place = TeamPlace(dossier_id=row.dossier_id, user_id=me(), given_by_id=row.offered_by_id)
    place.save(force_insert=True)
    objects = [place.pk, me()]
    note(standing, Activity.TEAM_JOINED, Action.CREATE, part=Part.COVER, kind="place", objects=objects)
    return [place.pk]


def _become_lead(dossier: UUID) -> Lead:
    Lead.objects.filter(dossier=dossier, until=None).update(until=now())
    made = Lead(dossier_id=dossier, user_id=me())
    made.save(force_insert=True)
    return made


def _end(row: Handover, how: str, answer: str = "") -> None:
    row.how, row.answer, row.ended_by_id, row.ended_at = how, answer, me(), now()
    row.save(update_fields=["how", "answer", "ended_by", "ended_at"])


def _noted(standing: Standing, action: Action, kind: str, *objects: UUID) -> None:
    activity = Activity.CREATE if action == Action.CREATE else Activity.UPDATE
    now_standing = access.standing(standing.dossier)  # whoever accepted stands otherwise than before
    ground = grounds.ground(now_standing, Part.COVER)
    note(standing, activity, action, part=Part.COVER, ground=ground, kind=kind, objects=list(objects))
