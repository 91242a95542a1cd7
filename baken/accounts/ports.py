# SPDX-License-Identifier: EUPL-1.2
"""What accounts asks of the door that uses it: to hear of events, and who may invite or reset whom.

The names stand in settings and may be empty. Nobody hears the events then, and nobody may invite or reset.
"""

from typing import Any

from allauth.core import context
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.utils.module_loading import import_string

from baken.accounts.models import User


def tell(event: str, user: User | None, **facts: Any) -> None:
    """Tell `ACCOUNTS_ON_EVENT` what happened, to whom, at which request (None from a command), with facts."""
    if settings.ACCOUNTS_ON_EVENT:
        import_string(settings.ACCOUNTS_ON_EVENT)(event, user, context.request, facts)


def check_may_invite(by: User, email: str) -> None:
    """Ask `ACCOUNTS_MAY_INVITE`; raise PermissionDenied unless it says yes."""
    if not (settings.ACCOUNTS_MAY_INVITE and import_string(settings.ACCOUNTS_MAY_INVITE)(by, email)):
        raise PermissionDenied("this person may not invite this address")


def check_may_reset(by: User, user: User) -> None:
    """Ask `ACCOUNTS_MAY_RESET`, which knows whether two people agreed; raise PermissionDenied unless it says yes."""
    if not (settings.ACCOUNTS_MAY_RESET and import_string(settings.ACCOUNTS_MAY_RESET)(by, user)):
        raise PermissionDenied("this person may not reset this account")
