# SPDX-License-Identifier: EUPL-1.2
"""Made-up people for tests of any room: with a second factor, and signed in as if they had shown it."""

from allauth.account.internal.flows.login import (
    _AUTHENTICATION_METHODS_USER_SESSION_KEY,
    AUTHENTICATION_METHODS_SESSION_KEY,
)
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.conf import settings
from django.test import Client

from baken.accounts import sessions
from baken.accounts.actions import add_app
from baken.accounts.models import User
from baken.core import clock

PASSWORD = "verzonnen wachtzin van een test"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def person(email: str = "testpersoon.a@example.org", **fields) -> User:
    """Store somebody who has an authenticator app with the secret `SECRET`."""
    stored = User.objects.create_user(email, PASSWORD, **fields)
    add_app(user=stored, secret=SECRET)
    return stored


def sign_in(client: Client, user: User, *, proved_ago: float = 0) -> Client:
    """Sign somebody in as if the second factor was shown, so many seconds ago; six minutes is too stale for step-up."""
    client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
    session = client.session
    sessions.begin(session, "")
    at = clock.now().timestamp() - proved_ago
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "mfa", "type": "totp", "at": at}]
    session[_AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(user.pk)
    session.save()
    return client


def code(later: int = 0) -> str:
    """Return the code that the app shows now, or so many half minutes later."""
    return format_hotp_value(hotp_value(SECRET, int(clock.now().timestamp()) // 30 + later))
