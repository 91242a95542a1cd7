# SPDX-License-Identifier: EUPL-1.2
"""What holds for whoever is signed in: no session outlasts its time; no second factor, no page but enrolment."""

from collections.abc import Callable
from typing import cast

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from baken.accounts import gate, ports, proof, reads, rules
from baken.accounts.models import User
from baken.accounts.rules import Ending
from baken.accounts.sessions import BEGAN, SEEN
from baken.core import clock

# How stale "last seen" may be, in seconds; each refreshment writes the session. The idle limit errs to the short side.
_NOTED_EVERY = 60


class SessionLimitsMiddleware:
    """Ends a session that was idle for too long or is too old."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, or send back to signing in."""
        if is_signed_in(request) and (reason := _ending(request)):
            return _ended(request, reason)
        return self.get_response(request)


class SecondFactorMiddleware:
    """Keeps whoever has not proved a second factor at the pages where one is enrolled."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer as the view does."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: gate.View, *_: object) -> HttpResponseBase | None:
        """Lead to enrolment, or out where the account has got a factor that this session never proved."""
        if not is_signed_in(request) or proof.is_proved(request):
            return None
        if reads.has_factor(request.user):
            return _ended(request, Ending.UNPROVED)
        return None if gate.is_open(view) else redirect("account_second_factor")


def is_signed_in(request: HttpRequest) -> bool:
    """Return whether somebody is signed in, without a question for readers, who have no session."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated


def _ending(request: HttpRequest) -> Ending | None:
    now, session = clock.now().timestamp(), request.session
    began, seen = session.setdefault(BEGAN, now), session.setdefault(SEEN, now)
    absolute = settings.ACCOUNTS_ABSOLUTE_SECONDS if proof.is_proved(request) else settings.ACCOUNTS_ENROL_SECONDS
    if reason := rules.ending(now, began, seen, idle=settings.ACCOUNTS_IDLE_SECONDS, absolute=absolute):
        return reason
    # A page that looks by itself whether something changed keeps nobody signed in.
    if now - seen >= _NOTED_EVERY and "X-By-Itself" not in request.headers:
        session[SEEN] = now
    return None


def _ended(request: HttpRequest, reason: Ending) -> HttpResponseBase:
    ports.tell("session-ended", cast(User, request.user), reason=reason.value)
    logout(request)
    told = {
        Ending.IDLE: _("You were away for a while, so you were signed out. Sign in to go on."),
        Ending.ABSOLUTE: _("You were signed in for as long as is allowed. Sign in again to go on."),
        Ending.UNPROVED: _("This account has a second step now. Sign in with it."),
    }
    messages.info(request, told[reason])
    return redirect_to_login(request.get_full_path() if request.method == "GET" else "/")
