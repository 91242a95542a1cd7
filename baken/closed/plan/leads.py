# SPDX-License-Identifier: EUPL-1.2
"""Questions about who has the next step in a file, and to whom it is offered. What a page shows is logged."""

from collections.abc import Set
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection

from baken.accounts.models import User
from baken.closed.access import reads as access
from baken.closed.access.admitting import admit, note
from baken.closed.access.models import Dossier
from baken.closed.access.parts import Part
from baken.closed.access.rules import Refused
from baken.closed.audit.acting import acting
from baken.closed.audit.activities import Action, Activity
from baken.closed.plan import rules
from baken.closed.plan.models import Handover, Lead

LATELY = 20  # handovers on the page


@dataclass(frozen=True)
class Leading:
    """Who has the next step in one file, who had it, and to whom it was offered."""

    dossier: Dossier
    lead: User | None
    leads_it: bool
    may_take: bool
    opener: bool
    rows: list[Lead]
    handovers: list[Handover]
    receivers: list[User]

    @property
    def waiting(self) -> Handover | None:
        """The offer that nobody answered yet."""
        return next((each for each in self.handovers if each.ended_at is None), None)


@dataclass(frozen=True)
class Offer:
    """What somebody may know who was offered a file: its number, and whose it is."""

    handover: UUID
    dossier: UUID
    agency: UUID
    number: str

    @property
    def file(self) -> Dossier:
        """The file as the log names it."""
        return Dossier(id=self.dossier, agency_id=self.agency, number=self.number)


def leading_of(dossier: UUID) -> Leading:
    """Return who has the next step in a file; raise Refused without a ground for its notes."""
    standing, _ = admit(dossier, Part.NOTES, kind="lead")
    found, lead = access.dossiers().get(pk=dossier), led_by(dossier)
    rows = list(Lead.objects.filter(dossier=dossier).select_related("user").order_by("-since"))
    handovers = Handover.objects.filter(dossier=dossier).select_related("offered_by", "to").order_by("-offered_at")
    leads_it = lead == acting().user
    return Leading(
        dossier=found,
        lead=_person(lead),
        leads_it=leads_it,
        may_take=lead is None and found.closed_at is None and rules.can_lead(standing),
        opener=lead is not None and not rows,
        rows=rows,
        handovers=list(handovers[:LATELY]),
        receivers=named(receivers(dossier)) if leads_it and found.closed_at is None else [],
    )


def named(people: Set[UUID]) -> list[User]:
    """Return people by name."""
    return sorted(User.objects.filter(pk__in=people), key=str)


def lead_of(dossier: UUID) -> User | None:
    """Return who has the next step in a file now."""
    return _person(led_by(dossier))


def _person(key: UUID | None) -> User | None:
    return User.objects.filter(pk=key).first() if key else None


def led_by(dossier: UUID) -> UUID | None:
    """Return who has the next step in a file now; None where nobody has."""
    found: UUID | None = _asked("SELECT plan_led_by(%s)", [dossier])[0][0]
    return found


def receivers(dossier: UUID) -> set[UUID]:
    """Return to whom the acting user, who leads a file, may offer it."""
    return {row[0] for row in _asked("SELECT plan_receivers(%s)", [dossier])}


def open_handover(dossier: UUID) -> Handover | None:
    """Return the offer of a file that nobody answered yet."""
    return Handover.objects.filter(dossier=dossier, ended_at=None).first()


def offers() -> list[Offer]:
    """Return what is offered to the acting user; she may have no place in any of these files."""
    return [Offer(*row) for row in _asked("SELECT handover, dossier, agency, number FROM plan_offers()", [])]


def offer_to_me(handover: UUID) -> Offer:
    """Return an offer to the acting user; raise Refused for one that is none, or none any more."""
    found = next((each for each in offers() if each.handover == handover), None)
    if found is None:
        raise Refused("no such offer to this person")
    return found


def offered(handover: UUID) -> tuple[Offer, Handover]:
    """Return an offer to the acting user with its words, to be shown and logged; raise Refused for no such offer."""
    found = offer_to_me(handover)
    standing = access.standing(found.dossier)
    note(standing, Activity.READ, Action.READ, part=Part.NOTES, kind="handover", objects=[handover])
    return found, Handover.objects.select_related("offered_by").get(pk=handover)


def is_answered(handover: UUID) -> bool:
    """Return whether the acting user answered this offer before: she clicked twice."""
    return Handover.objects.filter(pk=handover, to=acting().user, ended_by=acting().user).exists()


def _asked(question: str, words: list[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(question, words)
        return list(cursor.fetchall())
