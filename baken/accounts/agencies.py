# SPDX-License-Identifier: EUPL-1.2
"""Signing in through an agency's own server, for who was invited here and connected the two themselves.

An address alone opens nothing: whoever runs the agency's server could hand out any address. So somebody who is
signed in, with the second factor, connects their account there to their account here, and both must carry the same
verified address. After that the server takes the place of the password; the second factor here is still asked for,
unless the server is trusted to have done so and says it did.
"""

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter, _build_apps_from_settings
from allauth.socialaccount.models import SocialAccount, SocialLogin
from allauth.socialaccount.providers.base.constants import AuthProcess
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from baken.accounts import ports, proof
from baken.accounts.models import User
from baken.accounts.stages import VOUCHED


class AgencyAdapter(DefaultSocialAccountAdapter):
    """Lets nobody in who did not connect the two, and nobody make an account."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Answer no, whoever asks."""
        return False

    def list_apps(self, request: HttpRequest, provider: str | None = None, client_id: str | None = None) -> list[Any]:
        """Name the servers in the settings; what somebody may have written into our tables is none."""
        found = _build_apps_from_settings(provider=provider, client_id=client_id)
        return [app for apps in found.values() for app in apps]

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Refuse what is neither signing in nor connecting, and everybody for whom these are not allowed."""
        process = sociallogin.state.get("process")
        if process == AuthProcess.CONNECT:
            _check_may_connect(request, sociallogin)
        elif process != AuthProcess.LOGIN or not _is_connected(sociallogin):
            ports.tell("sign-in-failed", None, step="agency", reason="not-connected")
            raise _back(request, _("This account is not known here. Sign in with your password and connect it first."))
        elif _vouches(sociallogin):
            proof.record(request, sociallogin.user, VOUCHED)

    def get_connect_redirect_url(self, request: HttpRequest, socialaccount: SocialAccount) -> str:
        """Tell that two accounts were connected, if they were, and lead back."""
        if socialaccount.user_id == request.user.pk:
            ports.tell("factor-added", request.user, kind=VOUCHED)
        return reverse("account_agency")

    def on_authentication_error(self, request: HttpRequest, provider: Any, **kwargs: Any) -> None:
        """Lead back to the sign-in page when the server says no, or nonsense."""
        ports.tell("sign-in-failed", None, step="agency", reason="refused")
        raise _back(request, _("Signing in through your organisation did not work. Nothing was changed."))


def _is_connected(login: SocialLogin) -> bool:
    """Return whether an account here was connected, is in use, and still carries the same address."""
    return login.account.pk is not None and login.user.is_active and _same_address(login, login.user)


def _same_address(login: SocialLogin, user: User) -> bool:
    return any(each.verified and each.email.lower() == user.email.lower() for each in login.email_addresses)


def _check_may_connect(request: HttpRequest, login: SocialLogin) -> None:
    if not proof.is_fresh(request):
        raise _back(request, _("That took too long. Confirm that it is you, and connect again."))
    if not _same_address(login, request.user):  # type: ignore[arg-type]
        raise _back(request, _("The account there has another e-mail address, so it cannot be connected."))


def _vouches(login: SocialLogin) -> bool:
    """Return whether a server that is trusted in this says that it asked for several factors (RFC 8176)."""
    claims = login.account.extra_data.get("id_token") or {}
    return bool(settings.ACCOUNTS_TRUST_AGENCY_FACTOR) and "mfa" in (claims.get("amr") or [])


def _back(request: HttpRequest, words: str) -> ImmediateHttpResponse:
    messages.error(request, words)
    place = "account_second_factor" if request.user.is_authenticated else "account_login"
    return ImmediateHttpResponse(redirect(place))
