# SPDX-License-Identifier: EUPL-1.2
"""Every write about an agency's people: asked in by one and approved by another, appointed, dismissed, shut out."""

from uuid import UUID

from django.db import transaction

from baken.accounts.actions import end_sessions, invite, reset_second_factor
from baken.accounts.models import User
from baken.closed.access import reads
from baken.closed.access.actions import me
from baken.closed.access.models import Agency, Appointment, Invitation, Reset, TeamPlace
from baken.closed.access.parts import OVERSEERS, Role
from baken.closed.access.rules import Refused
from baken.closed.audit.actions import record
from baken.closed.audit.activities import Action, Activity
from baken.core.clock import now


@transaction.atomic
def ask_in(*, agency: UUID, email: str, role: Role) -> Invitation:
    """Ask somebody in, as a manager; nothing happens until another person approves it."""
    if agency not in reads.agencies_where({Role.MANAGER}):
        raise Refused("manages nobody here")
    made = Invitation(agency_id=agency, email=email.strip().lower(), role=role.value, made_by_id=me())
    made.full_clean(exclude=["agency", "made_by", "decided_by", "decided_at", "approved"])
    made.save(force_insert=True)
    record(activity=Activity.INVITED, action=Action.CREATE, kind="invitation", objects=[made.pk], facts={"role": role})
    return made


@transaction.atomic
def let_in(*, invitation: Invitation) -> str | None:
    """Approve another's invitation; return the link by which the person makes her account, or None if she has one."""
    _decide(invitation, approved=True)
    link = _link(invitation)
    user = User.objects.get(email=invitation.email)
    role = {"user": user, "agency_id": invitation.agency_id, "role": invitation.role}
    post = Appointment.objects.filter(**role, until=None).first()
    if post is None:  # asked in twice, she has it once
        post = Appointment(**role)
        post.save(force_insert=True)
    facts = {"role": invitation.role}
    record(activity=Activity.APPOINTED, action=Action.CREATE, kind="post", objects=[post.pk, user.pk], facts=facts)
    return link


def _link(invitation: Invitation) -> str | None:
    """Return a new link, but none to an account with a password, or to one that another agency waits for."""
    known = User.objects.filter(email=invitation.email, is_active=True).first()
    if known and (known.has_usable_password() or reads.works_elsewhere(known.pk, invitation.agency_id)):
        return None
    return invite(email=invitation.email, by=User.objects.get(pk=me()))


@transaction.atomic
def turn_away(*, invitation: Invitation) -> None:
    """Decline another's invitation."""
    _decide(invitation, approved=False)
    record(activity=Activity.REFUSAL, action=Action.UPDATE, kind="invitation", objects=[invitation.pk])


@transaction.atomic
def ask_reset(*, post: Appointment) -> Reset:
    """Ask to start the account of somebody anew who lost the second factor; another person approves it."""
    if post.agency_id not in reads.agencies_where(OVERSEERS) or post.user_id == me() or post.until is not None:
        raise Refused("manages nobody here")
    _check_own(post.user_id, post.agency)
    made = Reset(agency_id=post.agency_id, user_id=post.user_id, made_by_id=me())
    made.save(force_insert=True)
    record(activity=Activity.RESET, action=Action.CREATE, kind="reset", objects=[made.pk, made.user_id])
    return made


@transaction.atomic
def approve_reset(*, reset: Reset) -> str:
    """Approve another's request and return the link by which the person starts anew; never of one's own account."""
    if reset.user_id == me():
        raise Refused("nobody approves her own reset")
    _check_own(reset.user_id, reset.agency)
    _decide(reset, approved=True)
    link = reset_second_factor(user=reset.user, by=User.objects.get(pk=me()))
    record(activity=Activity.RESET, action=Action.EXECUTE, kind="reset", objects=[reset.pk, reset.user_id])
    return link


def _check_own(user: UUID, agency: Agency) -> None:
    """Raise Refused where somebody works at two agencies: only the centre starts such an account anew."""
    if agency.kind != Agency.Kind.CENTRE and reads.works_elsewhere(user, agency.pk):
        raise Refused("another agency's account too")


def _decide(asked: Invitation | Reset, *, approved: bool) -> None:
    may = asked.agency_id in reads.agencies_where(OVERSEERS) and asked.made_by_id != me()
    # Whoever decides at the same moment waits here, and then finds it decided.
    if not may or not type(asked).objects.select_for_update().filter(pk=asked.pk, decided_at=None).first():
        raise Refused("decides about what another asked, once")
    asked.decided_by_id, asked.decided_at, asked.approved = me(), now(), approved
    asked.save(update_fields=["decided_by", "decided_at", "approved"])


@transaction.atomic
def dismiss(*, post: Appointment) -> None:
    """End somebody's role from this moment on, and her sessions; with her last role there her places in teams too.

    Her places only where a manager ends it: a privacy officer has no say in teams.
    """
    if post.agency_id not in reads.agencies_where(OVERSEERS) or post.until is not None:
        raise Refused("manages nobody here")
    post.until = now()
    post.save(update_fields=["until"])
    end_sessions(user=post.user)
    if not reads.colleagues(post.agency_id).filter(user=post.user_id).exists():
        TeamPlace.objects.filter(user=post.user_id, dossier__agency=post.agency_id, until=None).update(until=now())
    record(activity=Activity.DISMISSED, action=Action.UPDATE, kind="post", objects=[post.pk, post.user_id])


@transaction.atomic
def shut_out(*, agency: Agency) -> None:
    """Pull an agency's kill switch: from this moment on nobody of it sees anything."""
    _check_can_switch(agency)
    agency.suspended_at = now()
    agency.save(update_fields=["suspended_at"])
    for user in User.objects.filter(pk__in=reads.everybody_at(agency.pk)):
        end_sessions(user=user)
    record(activity=Activity.AGENCY_BLOCKED, action=Action.UPDATE, kind="agency", objects=[agency.pk])


@transaction.atomic
def readmit(*, agency: Agency) -> None:
    """Undo the kill switch."""
    _check_can_switch(agency)
    agency.suspended_at = None
    agency.save(update_fields=["suspended_at"])
    record(activity=Activity.AGENCY_UNBLOCKED, action=Action.UPDATE, kind="agency", objects=[agency.pk])


def _check_can_switch(agency: Agency) -> None:
    """Raise Refused unless the acting user oversees this agency, or the centre."""
    mine = reads.agencies_where(OVERSEERS)
    if agency.pk not in mine and not Agency.objects.filter(pk__in=mine, kind=Agency.Kind.CENTRE).exists():
        raise Refused("may not switch this agency")
