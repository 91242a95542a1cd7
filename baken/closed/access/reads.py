# SPDX-License-Identifier: EUPL-1.2
"""How the person who asks stands to a dossier, and what lies around it."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from baken.closed.access.models import Agency, Appointment, Consent, Dossier, Glass, Invitation, Reset, TeamPlace
from baken.closed.access.parts import OVERSEERS, Role
from baken.closed.access.rules import Breakage, Grant, Place, Post, Refused, Span, Standing, is_live
from baken.closed.audit.acting import acting
from baken.closed.audit.rules import Seen
from baken.core.clock import now


def standing(dossier: UUID) -> Standing:
    """Return how the acting user stands to a dossier; raise Refused for one that does not exist."""
    found = _asked("SELECT access_standing(%s)", [dossier])
    user = acting().user
    if found is None or user is None:
        raise Refused("no such dossier")
    facts = json.loads(found) if isinstance(found, str) else found
    return Standing(
        now=now(),
        dossier=dossier,
        agency=UUID(facts["agency"]),
        user=user,
        active=bool(facts["active"]),
        subject=UUID(facts["subject"]) if facts["subject"] else None,
        posts=tuple(_post(each) for each in facts["posts"]),
        places=tuple(Place(UUID(row), _span(since, until)) for row, since, until in facts["places"]),
        grants=tuple(_grant(each) for each in facts["grants"]),
        breakages=tuple(Breakage(UUID(row), _span(since, until)) for row, since, until in facts["breakages"]),
    )


def _post(fact: list[Any]) -> Post:
    agency, role, since, until, suspended = fact
    return Post(UUID(agency), Role(role), _span(since, until), suspended)


def _grant(fact: list[Any]) -> Grant:
    row, agency, parts, purpose, since, until, withdrawn = fact
    return Grant(UUID(row), UUID(agency), frozenset(parts), purpose, _span(since, until), withdrawn)


def _span(since: str, until: str | None) -> Span:
    return Span(datetime.fromisoformat(since), datetime.fromisoformat(until) if until else None)


def _asked(question: str, words: list[Any]) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(question, words)
        row = cursor.fetchone()
    return row[0] if row else None


def posts_of(user: UUID) -> list[Appointment]:
    """Return somebody's appointments that count now, the first ones first."""
    found = Appointment.objects.filter(user=user, agency__suspended_at=None).select_related("agency")
    return [each for each in found.order_by("since") if is_live(Span(each.since, each.until), now())]


def my_roles() -> dict[UUID, frozenset[Role]]:
    """Return the acting user's roles, by agency, as they were when she began to act."""
    roles: dict[UUID, set[Role]] = {}
    for agency, role in acting().posts:
        roles.setdefault(agency, set()).add(Role(role))
    return {agency: frozenset(each) for agency, each in roles.items()}


def agencies_where(wanted: Iterable[Role]) -> list[UUID]:
    """Return the agencies where the acting user has one of these roles now."""
    return [agency for agency, roles in my_roles().items() if roles & set(wanted)]


def dossiers() -> QuerySet[Dossier]:
    """Return every dossier whose cover the acting user may see, newest first."""
    return Dossier.objects.select_related("agency").order_by("-opened_at", "number")


def my_places() -> QuerySet[TeamPlace]:
    """Return the acting user's places on teams now."""
    return TeamPlace.objects.filter(Q(until=None) | Q(until__gt=now()), user=acting().user, since__lte=now())


def my_dossiers() -> QuerySet[Dossier]:
    """Return the dossiers on whose team the acting user is now, newest first."""
    # Asked for by their keys: within one question PostgreSQL would read the dossiers of all agencies to find hers.
    return dossiers().filter(pk__among=list(my_places().values_list("dossier", flat=True)))


def my_open_dossiers() -> QuerySet[Dossier]:
    """Return those of them that are open: few, however long somebody worked here, and found among all open ones."""
    places = my_places().values("dossier")
    return dossiers().filter(agency__in=list(my_roles()), closed_at=None, pk__in=places)


def dossier_numbered(number: str) -> UUID | None:
    """Return the dossier of a number where the acting user works with files: for breaking the glass only."""
    found: UUID | None = _asked("SELECT access_numbered(%s)", [number])
    return found


def next_number(agency: UUID, year: int) -> str:
    """Return the next free file number of a year at an agency, such as 2026-0147."""
    return str(_asked("SELECT access_next_number(%s, %s)", [agency, year]))


def to_alarm(dossier: UUID) -> list[UUID]:
    """Return who is told when the glass over a dossier is broken: overseers of its agency."""
    return _all_asked("SELECT access_alarmed(%s)", dossier)


def everybody_at(agency: UUID) -> list[UUID]:
    """Return everybody of an agency whose kill switch the acting user may pull."""
    return _all_asked("SELECT access_everybody(%s)", agency)


def _all_asked(question: str, word: UUID) -> list[UUID]:
    with connection.cursor() as cursor:
        cursor.execute(question, [word])
        return [row[0] for row in cursor.fetchall()]


def told(dossier: UUID) -> list[Seen]:
    """Return what the person concerned is told of who saw her dossier, oldest first; refusals showed nobody anything.

    Empty for whoever does not tell her.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT at, agency, roles, activity, part, ground FROM access_told(%s)", [dossier])
        return [Seen(at, agency, tuple(roles), *rest) for at, agency, roles, *rest in cursor.fetchall()]


def team(dossier: UUID) -> QuerySet[TeamPlace]:
    """Return the places on a dossier's team, present ones first."""
    return TeamPlace.objects.filter(dossier=dossier).select_related("user").order_by("until", "since")


def consents(dossier: UUID) -> QuerySet[Consent]:
    """Return what was consented to about a dossier, latest first."""
    return Consent.objects.filter(dossier=dossier).select_related("agency").order_by("-since")


def colleagues(agency: UUID) -> QuerySet[Appointment]:
    """Return who works at an agency now, by name."""
    people = Appointment.objects.filter(agency=agency, until=None).select_related("user")
    return people.order_by("user__last_name", "user__first_name", "role")


def invitations(agencies: Iterable[UUID]) -> QuerySet[Invitation]:
    """Return invitations nobody decided on yet, oldest first."""
    waiting = Invitation.objects.filter(agency__in=list(agencies), decided_at=None)
    return waiting.select_related("made_by", "agency").order_by("made_at")


def resets(agencies: Iterable[UUID]) -> QuerySet[Reset]:
    """Return requests to start an account anew that nobody decided on yet, oldest first."""
    return Reset.objects.filter(agency__in=list(agencies), decided_at=None).select_related("made_by", "user")


def glasses_to_review() -> QuerySet[Glass]:
    """Return the broken glasses that the acting user may and must review, oldest first."""
    overseen = agencies_where(OVERSEERS)
    waiting = Glass.objects.filter(reviewed_at=None, dossier__agency__in=overseen).exclude(user=acting().user)
    return waiting.select_related("user", "dossier").order_by("since")


def works_elsewhere(user: UUID, agency: UUID) -> bool:
    """Return whether somebody works at another agency than this, which the acting user oversees."""
    return bool(_asked("SELECT access_works_elsewhere(%s, %s)", [user, agency]))


def unreviewed() -> int:
    """Return how many of the acting user's own broken glasses nobody reviewed yet."""
    return Glass.objects.filter(user=acting().user, reviewed_at=None).count()


def agencies() -> QuerySet[Agency]:
    """Return every agency, by name."""
    return Agency.objects.order_by("name")


def invitations_to_decide() -> list[Invitation]:
    """Return the invitations of others that the acting user may approve or decline."""
    user = acting().user
    waiting = invitations(agencies_where({Role.MANAGER, Role.PRIVACY_OFFICER}))
    return [each for each in waiting if each.made_by_id != user]
