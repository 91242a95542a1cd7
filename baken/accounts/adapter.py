# SPDX-License-Identifier: EUPL-1.2
"""How allauth behaves here: nobody makes an account alone, and a stranger learns nothing."""

from typing import Any, cast

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.internal.ratelimit import get_ip
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from baken.accounts import actions, ports, proof, rules, sessions
from baken.accounts.models import User


class InvitationOnlyAdapter(DefaultAccountAdapter):
    """Closes self-registration; tells the door what happens; lets no stranger shut somebody else out."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _("This e-mail address and password do not belong together."),
        "incorrect_password": _("This is not your password."),
        "too_many_login_attempts": _("Too many tries. Wait five minutes and try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Answer no, whoever asks."""
        return False

    def is_safe_url(self, url: str) -> bool:
        """Return whether to lead on to an address after signing in: only within this door."""
        return url_has_allowed_host_and_scheme(url, allowed_hosts={self.request.get_host()})

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count a try, and tell of one too many."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            ports.tell("sign-in-failed", _known(credentials), step="password", reason="too-many")
            raise

    def authenticate(self, request: HttpRequest, **credentials: Any) -> User | None:
        """Find who signs in. A suspended account is to the outside an unknown one: its tries count as wrong."""
        person: User | None = super().authenticate(request, **credentials)
        if person is None or person.is_active:
            return person
        self.pre_authenticate(request, **credentials)
        self.authentication_failed(request, **credentials)
        return None

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Tell of a wrong address or password."""
        ports.tell("sign-in-failed", _known(credentials), step="password", reason="wrong")

    def login(self, request: HttpRequest, user: User) -> None:
        """Sign somebody in, start the session's clocks, and tell."""
        super().login(request, user)
        sessions.begin(request.session, rules.device(request.headers.get("User-Agent", "")))
        actions.forget_old_sessions()
        ports.tell("signed-in", user, second_factor=proof.is_proved(request))

    def logout(self, request: HttpRequest) -> None:
        """Sign out, and tell."""
        person = cast(User, request.user)
        super().logout(request)
        ports.tell("signed-out", person)

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:
        """Send somebody who is suspended back to the sign-in page."""
        messages.error(request, self.error_messages["email_password_mismatch"])
        return redirect("account_login")

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Ask for the second factor again where allauth would change what an account is entered by."""
        return not proof.is_fresh(self.request)

    def get_reauthentication_methods(self, user: User) -> list[dict[str, Any]]:
        """Name the one page where somebody confirms who they are."""
        return [{"id": "mfa_reauthenticate", "description": "", "url": reverse("account_reauthenticate")}]

    def get_login_stages(self) -> list[str]:
        """Name what comes between the password and being signed in."""
        return ["baken.accounts.stages.SecondStep"]

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Count tries for an account from an address: a stranger elsewhere shuts nobody out."""
        return f"{get_ip(request)} {super()._get_login_attempts_cache_key(request, **credentials)}"


def _known(credentials: dict[str, Any]) -> User | None:
    return User.objects.filter(email=credentials.get("email", "").lower()).first()
