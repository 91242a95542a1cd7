# SPDX-License-Identifier: EUPL-1.2
"""Proving at a command that somebody is there herself: the code that her app shows now, counted as at signing in."""

from allauth.core import context
from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import validate_totp_code
from django.http import HttpRequest

from baken.accounts import factors, limits, ports, reads, sealing
from baken.accounts.models import User

STEP = "command"


class NotPresent(Exception):
    """The code was none of hers, was used before, or there were too many tries; the message says which."""


def check_present(*, user: User, code: str) -> None:
    """Tell the door that somebody proved to be there, by a code used once; raise NotPresent, of which it hears too."""
    if why := _fault(user, normalize_user_code(code)):
        ports.tell("sign-in-failed", user, step=STEP, reason=why)
        raise NotPresent(
            "too many tries: wait, at most until tomorrow"
            if why == "too-many"
            else "this code is not right, or was used already"
        )
    ports.tell("stepped-up", user, step=STEP)


def has_app(user: User) -> bool:
    """Return whether somebody has an app that shows codes: a passkey answers a browser, and no command."""
    return reads.has_factor(user, reads.APP)


def _fault(user: User, code: str) -> str:
    # The limits ask for a request; a command has none, and its address is nobody's.
    asked = HttpRequest()
    asked.method = "POST"
    with context.request_context(asked):
        if not limits.try_at_command(user) or not limits.try_second_step(user):
            return "too-many"
        if not _is_shown(user, code) or not limits.use_once(user, code):
            return "wrong"
        limits.clear_second_step(user)
        return ""


def _is_shown(user: User, code: str) -> bool:
    """Return whether an app of hers shows this code now; one whose secret was changed shows none."""
    rows = Authenticator.objects.filter(user_id=user.pk, type=reads.APP)
    try:
        return any(validate_totp_code(factors.unseal(each.data["secret"], user.pk), code) for each in rows)
    except sealing.Tampered:
        factors.log.exception("a second factor was refused: its stored secret does not open")
        return False
