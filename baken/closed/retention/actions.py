# SPDX-License-Identifier: EUPL-1.2
"""Every write about keeping: held, lifted, asked, decided. Each checks, changes and logs in one transaction."""

from datetime import date
from functools import partial
from uuid import UUID

from django.db import connection, transaction
from django.db.models import QuerySet

from baken.closed.access import reads as access
from baken.closed.access.actions import me
from baken.closed.access.admitting import note
from baken.closed.access.parts import Part
from baken.closed.access.rules import Standing
from baken.closed.audit.acting import acting
from baken.closed.audit.activities import Action, Activity
from baken.closed.retention import erasing, reads, rights, rules
from baken.closed.retention.models import Erasure, Hold, Why
from baken.core.clock import now, today


@transaction.atomic
def place_hold(*, dossier: UUID, reason: str, words: str = "") -> Hold:
    """Keep a dossier from being erased, as the agency's privacy officer, until the hold is lifted."""
    standing = access.standing(dossier)
    rights.check(rights.can_hold(standing), "places no holds here")
    _one_at_a_time(dossier)
    rights.check(not _live(dossier).filter(approved=True).exists(), "two people decided that it goes")
    made = Hold(dossier_id=dossier, reason=Hold.Reason(reason), note=words, placed_by_id=me())
    made.save(force_insert=True)
    _noted(standing, Activity.LEGAL_HOLD, Action.CREATE, "hold", made.pk, reason=made.reason)
    return made


@transaction.atomic
def lift_hold(*, hold: Hold) -> None:
    """Lift a hold; from now on the file may be erased, unless another holds it."""
    standing = access.standing(hold.dossier_id)
    rights.check(rights.can_hold(standing), "lifts no holds here")
    _one_at_a_time(hold.dossier_id)
    rights.check(Hold.objects.filter(pk=hold.pk, lifted_at=None).exists(), "lifts once")
    hold.lifted_by_id, hold.lifted_at = me(), now()
    hold.save(update_fields=["lifted_by", "lifted_at"])
    _noted(standing, Activity.LEGAL_HOLD, Action.UPDATE, "hold", hold.pk, reason=hold.reason)


@transaction.atomic
def ask_erasure(*, dossier: UUID, reason: str, requested_on: date | None = None) -> Erasure:
    """Ask that a dossier is erased; nothing happens until another person decides.

    Raises Refused under a hold, while it was asked already, and before the term unless the person asked for it.
    """
    standing = access.standing(dossier)
    rights.check(rights.can_ask(standing), "asks for no erasure here")
    _one_at_a_time(dossier)
    rights.check(not reads.is_held(dossier), "a legal hold keeps it")
    rights.check(not _live(dossier).exists(), "asked already")
    why = Why(reason)
    rule = _rule(dossier, why, requested_on)
    asked_on = requested_on if why == Why.REQUEST else None
    made = Erasure(dossier_id=dossier, agency_id=standing.agency, made_by_id=me())
    made.reason, made.rule, made.requested_on = why, rule, asked_on
    made.save(force_insert=True)
    _noted(standing, Activity.ERASURE, Action.CREATE, "erasure", made.pk, reason=why, rule=rule)
    return made


def _rule(dossier: UUID, why: Why, requested_on: date | None) -> str:
    """Return the key of the rule by which a dossier goes; raise Refused before its term, or without a day asked on."""
    found = access.dossiers().get(pk=dossier)
    if why == Why.REQUEST:
        rights.check(requested_on is not None and requested_on <= today(), "the person asked on no such day")
        return rules.answer_by(found.kind, requested_on or today(), today()).rule.key
    due = reads.due_of(found)
    rights.check(due.day <= today(), "its term is not over")
    return due.rule.key


@transaction.atomic
def approve_erasure(*, erasure: Erasure) -> None:
    """Agree that a dossier goes. Its key is destroyed as soon as this is committed, and nothing brings it back."""
    standing = _decide(erasure, approved=True)
    _noted(standing, Activity.ERASURE, Action.UPDATE, "erasure", erasure.pk, reason=erasure.reason, decision="approved")
    transaction.on_commit(partial(erasing.carry_out, erasure.pk, by=acting()))


@transaction.atomic
def decline_erasure(*, erasure: Erasure) -> None:
    """Decline that a dossier goes; it may be asked again."""
    standing = _decide(erasure, approved=False)
    _noted(standing, Activity.ERASURE, Action.UPDATE, "erasure", erasure.pk, reason=erasure.reason, decision="declined")


def _decide(erasure: Erasure, *, approved: bool) -> Standing:
    standing = access.standing(erasure.dossier_id)
    rights.check(rights.can_decide(standing, erasure.made_by_id), "decides about what another asked")
    _one_at_a_time(erasure.dossier_id)
    rights.check(Erasure.objects.filter(pk=erasure.pk, decided_at=None).exists(), "decides once")
    rights.check(not (approved and reads.is_held(erasure.dossier_id)), "a legal hold keeps it")
    erasure.decided_by_id, erasure.decided_at, erasure.approved = me(), now(), approved
    erasure.save(update_fields=["decided_by", "decided_at", "approved"])
    return standing


def _live(dossier: UUID) -> QuerySet[Erasure]:
    return Erasure.objects.filter(dossier=dossier).exclude(approved=False)


def _one_at_a_time(dossier: UUID) -> None:
    """Let whoever holds a dossier and whoever has it erased wait for each other, until this transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"retention {dossier}"])


def _noted(standing: Standing, activity: Activity, action: Action, kind: str, row: UUID, **facts: str) -> None:
    told = {name: str(value) for name, value in facts.items()}
    note(standing, activity, action, part=Part.COVER, kind=kind, objects=[row], facts=told)
