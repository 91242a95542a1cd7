# SPDX-License-Identifier: EUPL-1.2
"""Every write that changes who may see whom. Each checks, changes and logs in one transaction."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.db import transaction

from baken.closed.access import reads, rules
from baken.closed.access.admitting import note
from baken.closed.access.models import Consent, Dossier, Glass, TeamPlace
from baken.closed.access.parts import OPENERS, OVERSEERS, Part, Role
from baken.closed.access.rules import Refused
from baken.closed.audit.acting import acting
from baken.closed.audit.activities import Action, Activity
from baken.closed.vault.actions import make_dossier_key
from baken.core.clock import now, today

GLASS_MINUTES = 60


@transaction.atomic
def open_dossier(
    *,
    agency: UUID,
    kind: str = Dossier.Kind.CASE,
    subject: UUID | None = None,
    key: UUID | None = None,
    by: frozenset[Role] = OPENERS,
) -> Dossier:
    """Open a dossier at an agency and sit down on its team; its key is kept before it exists.

    At night the shelter opens one for who stands at its door: ``by`` says in which roles it is done. An import of
    made-up cases gives a ``key`` by which it finds the file again, and has made what seals it before.
    """
    if agency not in reads.agencies_where(by):
        raise Refused("opens no dossiers at this agency")
    year = today().year
    made = Dossier(id=key or uuid4(), agency_id=agency, kind=kind, bucket=str(year), subject_id=subject)
    made.number = reads.next_number(agency, year)
    if key is None:
        make_dossier_key(dossier=made.pk, agency=agency, bucket=made.bucket)
    made.save(force_insert=True)
    _seat(made.pk, me(), None)
    note(reads.standing(made.pk), Activity.CREATE, Action.CREATE, part=Part.COVER, kind="dossier", objects=[made.pk])
    return made


@transaction.atomic
def join_team(*, dossier: UUID, user: UUID, until: datetime | None = None) -> TeamPlace:
    """Give a colleague a place on the care team; raise Refused for somebody who does not work at the agency."""
    standing = reads.standing(dossier)
    if not rules.can_seat(standing):
        raise Refused("does not change this team")
    if not reads.colleagues(standing.agency).filter(user=user).exists():
        raise Refused("does not work at the agency")
    place = _seat(dossier, user, until)
    note(standing, Activity.TEAM_JOINED, Action.CREATE, part=Part.COVER, kind="place", objects=[place.pk, user])
    return place


def _seat(dossier: UUID, user: UUID, until: datetime | None) -> TeamPlace:
    place = TeamPlace(dossier_id=dossier, user_id=user, until=until, given_by_id=me())
    place.save(force_insert=True)
    return place


@transaction.atomic
def leave_team(*, place: TeamPlace) -> None:
    """End a place on the care team, from this moment on."""
    standing = reads.standing(place.dossier_id)
    if not rules.can_seat(standing) or place.until is not None:
        raise Refused("does not change this team")
    place.until = now()
    place.save(update_fields=["until"])
    objects = [place.pk, place.user_id]
    note(standing, Activity.TEAM_LEFT, Action.UPDATE, part=Part.COVER, kind="place", objects=objects)


@transaction.atomic
def give_consent(*, dossier: UUID, agency: UUID, parts: Sequence[str], purpose: str, until: datetime) -> Consent:
    """Write down what the person lets an agency read, for what and until when."""
    standing = reads.standing(dossier)
    if not rules.can_record_consent(standing):
        raise Refused("does not record consent here")
    if not all(rules.is_shareable(Part(part)) for part in parts):
        raise Refused("whereabouts are shared with named holders, never by consent to an agency")
    # Without the cover nobody finds the file that she may read.
    parts = list(dict.fromkeys([Part.COVER.value, *parts]))
    made = Consent(dossier_id=dossier, agency_id=agency, parts=parts, purpose=purpose, until=until, recorded_by_id=me())
    made.full_clean(exclude=["dossier", "agency", "recorded_by", "withdrawn_at", "withdrawn_by"])
    made.save(force_insert=True)
    facts = {"agency": str(agency), "parts": ",".join(parts), "purpose": purpose, "until": until.isoformat()}
    note(standing, Activity.CONSENT_GIVEN, Action.CREATE, kind="consent", objects=[made.pk], facts=facts)
    return made


@transaction.atomic
def withdraw_consent(*, consent: Consent) -> None:
    """Take a consent back; from this moment on it opens nothing."""
    standing = reads.standing(consent.dossier_id)
    if not rules.can_record_consent(standing) or consent.withdrawn_at is not None:
        raise Refused("does not record consent here")
    consent.withdrawn_at, consent.withdrawn_by_id = now(), me()
    consent.save(update_fields=["withdrawn_at", "withdrawn_by"])
    note(standing, Activity.CONSENT_WITHDRAWN, Action.UPDATE, kind="consent", objects=[consent.pk])


@transaction.atomic
def break_glass(*, number: str, reason: str) -> Glass:
    """Open a dossier for an hour without another ground; whoever oversees its agency is alarmed.

    Raises Refused for an unknown number, a missing role, or while an earlier breakage is unreviewed.
    """
    dossier = reads.dossier_numbered(number)
    if dossier is None:
        raise Refused("no such number where this person works with files")
    standing = reads.standing(dossier)
    if not rules.can_break(standing, reads.unreviewed()) or not reason.strip():
        raise Refused("may not break the glass")
    alarmed = reads.to_alarm(dossier)
    until = now() + timedelta(minutes=GLASS_MINUTES)
    made = Glass(dossier_id=dossier, user_id=me(), reason=reason.strip(), until=until, alarmed=alarmed)
    made.save(force_insert=True)
    note(standing, Activity.BREAK_GLASS, Action.EXECUTE, kind="glass", objects=[made.pk, *alarmed])
    return made


@transaction.atomic
def review_glass(*, glass: Glass, verdict: str) -> None:
    """Say afterwards whether breaking the glass was justified; never of one's own."""
    standing = reads.standing(glass.dossier_id)
    may = standing.agency in reads.agencies_where(OVERSEERS) and glass.user_id != me()
    if not may or not Glass.objects.select_for_update().filter(pk=glass.pk, reviewed_at=None).first():
        raise Refused("reviews another's breakage, once")
    glass.reviewed_by_id, glass.reviewed_at, glass.verdict = me(), now(), Glass.Verdict(verdict)
    glass.save(update_fields=["reviewed_by", "reviewed_at", "verdict"])
    facts = {"verdict": verdict}
    note(standing, Activity.GLASS_REVIEW, Action.UPDATE, kind="glass", objects=[glass.pk], facts=facts)


def me() -> UUID:
    """Return who acts; raise Refused where nobody does."""
    user = acting().user
    if user is None:
        raise Refused("nobody is signed in")
    return user
