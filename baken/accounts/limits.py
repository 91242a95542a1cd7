# SPDX-License-Identifier: EUPL-1.2
"""What allauth's limits leave open at the second step: a long attack by somebody who knows the password.

allauth counts five wrong tries in five minutes, which over weeks is enough for a code of six digits. So there
is a count for each day too. Only who knows the password comes this far: the account may well be shut for it.
"""

from uuid import UUID

from allauth.core import context, ratelimit
from allauth.mfa import app_settings
from django.core.cache import cache

from baken.accounts.models import User

_DAY = "second_step_day"
_COMMAND = "command"
_VAULT = "passphrase"


def try_second_step(user: User) -> bool:
    """Count a try at the second step and return whether it is still allowed today."""
    return bool(ratelimit.consume(context.request, action=_DAY, key=str(user.pk)))


def try_at_command(user: User) -> bool:
    """Count a try at a command, where no address is known, and return whether it is still allowed these minutes."""
    return bool(ratelimit.consume(context.request, action=_COMMAND, key=str(user.pk)))


def try_passphrase(user: UUID) -> bool:
    """Count a try at somebody's own vault passphrase and return whether it is still allowed this minute."""
    return bool(ratelimit.consume(context.request, action=_VAULT, key=str(user)))


def clear_passphrase(user: UUID) -> None:
    """Forget the tries at somebody's vault passphrase: she typed the right one."""
    ratelimit.clear(context.request, action=_VAULT, key=str(user))


def clear_second_step(user: User) -> None:
    """Forget the tries of today: the right person came."""
    ratelimit.clear(context.request, action=_COMMAND, key=str(user.pk))
    ratelimit.clear(context.request, action=_DAY, key=str(user.pk))


def use_once(user: User, code: str) -> bool:
    """Return whether a code is used for the first time. It is remembered for as long as it could be right."""
    lifetime = app_settings.TOTP_PERIOD * (2 * app_settings.TOTP_TOLERANCE + 1)
    return bool(cache.add(f"allauth.baken.code:{user.pk}:{code}", "used", timeout=lifetime))
