# SPDX-License-Identifier: EUPL-1.2
"""What `accounts` asks of this door: to hear of events, and whether two people agreed."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest

from baken.accounts.models import User
from baken.closed.access.context import enter, who
from baken.closed.access.models import Invitation, Reset
from baken.closed.audit.acting import Acting, acting, acting_as
from baken.closed.audit.actions import record
from baken.closed.audit.activities import Action, Activity, Outcome

_FAILED = "sign-in-failed"
_EVENTS = {
    "signed-in": Activity.SIGN_IN,
    _FAILED: Activity.SIGN_IN_FAILED,
    "signed-out": Activity.SIGN_OUT,
    "stepped-up": Activity.STEP_UP,
}


def on_event(event: str, user: User | None, request: HttpRequest | None, facts: dict[str, Any]) -> None:
    """Log what happened to an account: by whoever acts now, else by its owner, in a transaction of its own."""
    if acting().user:
        # Never `enter` here: the rest of the request would go on in the name of the account that was touched.
        _log(event, user, facts)
        return
    # Whoever failed to sign in is not acting: the account that was tried is what was touched.
    owner = user.pk if user and event != _FAILED else None
    with transaction.atomic(), acting_as(enter(who(request, owner) if request else Acting(user=owner))):
        _log(event, user, facts)


def _log(event: str, user: User | None, facts: dict[str, Any]) -> None:
    record(
        activity=_EVENTS.get(event, Activity.ACCOUNT_CHANGED),
        action=Action.EXECUTE,
        outcome=Outcome.FAILED if event == _FAILED else Outcome.DONE,
        kind="account",
        objects=[user.pk] if user else [],
        facts={"event": event} | {name: str(value) for name, value in facts.items()},
    )


def may_invite(by: User, email: str) -> bool:
    """Return whether this person has just approved another's invitation of this address."""
    asked = Invitation.objects.filter(email=email, decided_by=by, approved=True)
    return _by_two(asked.values_list("made_by", flat=True).first(), by)


def may_reset(by: User, user: User) -> bool:
    """Return whether this person has just approved another's request to start this account anew."""
    asked = Reset.objects.filter(user=user, decided_by=by, approved=True)
    return user.pk != by.pk and _by_two(asked.order_by("-made_at").values_list("made_by", flat=True).first(), by)


def _by_two(asker: UUID | None, by: User) -> bool:
    return asker is not None and asker != by.pk
