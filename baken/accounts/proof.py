# SPDX-License-Identifier: EUPL-1.2
"""What a session has proved of who it is, as allauth's own records of it tell."""

from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from django.conf import settings
from django.http import HttpRequest

from baken.accounts import rules
from baken.accounts.models import User
from baken.core import clock


def is_proved(request: HttpRequest) -> bool:
    """Return whether this session has ever proved a second factor. One that never did may only enrol."""
    return _proved_at(request) is not None


def is_fresh(request: HttpRequest) -> bool:
    """Return whether this session proved a second factor within the last minutes, at signing in or since."""
    at = _proved_at(request)
    return at is not None and clock.now().timestamp() - at < settings.ACCOUNTS_STEP_UP_SECONDS


def record(request: HttpRequest, user: User, kind: str) -> None:
    """Note that this session has proved a factor of a kind: one enrolled in it, or one that an agency vouches for."""
    record_authentication(request, user, "mfa", type=kind)


def _proved_at(request: HttpRequest) -> float | None:
    if not request.user.is_authenticated:
        return None
    return rules.proved_at(get_authentication_records(request, request.user))
