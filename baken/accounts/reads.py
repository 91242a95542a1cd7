# SPDX-License-Identifier: EUPL-1.2
"""Questions about an account: its second factors, its sessions, and whose a one-time link is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.db.models import Q, QuerySet

from baken.accounts import links
from baken.accounts.models import Session, User, Welcome
from baken.core import clock

PASSKEY, APP = Authenticator.Type.WEBAUTHN.value, Authenticator.Type.TOTP.value


@dataclass(frozen=True)
class Factor:
    """A second factor as its owner sees it; the name is the owner's own, and empty for an app."""

    key: int
    kind: str
    name: str
    added: datetime
    used: datetime | None


def factors(user: User) -> Sequence[Factor]:
    """Return somebody's second factors, oldest first."""
    found = Authenticator.objects.filter(user_id=user.pk).order_by("pk")
    return [Factor(each.pk, each.type, each.data.get("name", ""), each.created_at, each.last_used_at) for each in found]


def has_factor(user: Any, kind: str | None = None) -> bool:
    """Return whether somebody has a second factor, of a kind (`PASSKEY` or `APP`) or any."""
    found = Authenticator.objects.filter(user_id=user.pk)
    return bool((found.filter(type=kind) if kind else found).exists())


def has_agency(user: User) -> bool:
    """Return whether somebody may sign in through an agency's server."""
    return bool(SocialAccount.objects.filter(user=user).exists())


def sessions(user: User) -> QuerySet[Session]:
    """Return the sessions in which somebody is signed in now, the latest first."""
    alive = Q(began_at__gt=_ago(settings.ACCOUNTS_ABSOLUTE_SECONDS))
    if settings.ACCOUNTS_IDLE_SECONDS is not None:
        alive &= Q(seen_at__gt=_ago(settings.ACCOUNTS_IDLE_SECONDS))
    return Session.objects.filter(alive, user=user).order_by("-began_at")


def welcomed(word: str) -> User | None:
    """Return whom a one-time link is for, while it may be used."""
    found = Welcome.objects.filter(digest=links.digest(word), expires_at__gt=clock.now()).select_related("user").first()
    return found.user if found and found.user.is_active else None


def _ago(seconds: int) -> datetime:
    return clock.now() - timedelta(seconds=seconds)
