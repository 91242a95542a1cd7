# SPDX-License-Identifier: EUPL-1.2
"""Only the named addresses of allauth are mounted: its sign-up, e-mail and reset pages stay shut."""

from functools import wraps
from typing import Any

from allauth.account import views as allauth_views
from allauth.mfa.base import views as mfa_views
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.template.response import SimpleTemplateResponse
from django.urls import path
from django.urls.resolvers import URLPattern
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from baken.accounts import views
from baken.accounts.gate import View, before_second_factor


def page(address: str, view: View, name: str) -> URLPattern:
    """Mount a page that is read and sent, and that nobody keeps."""
    return path(address, never_cache(require_http_methods(["GET", "HEAD", "POST"])(finished(view))), name=name)


def finished(view: View) -> View:
    """Render what a view would leave to be rendered later, outside the transaction that its door may have opened."""

    @wraps(view)
    def finishing(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        return response.render() if isinstance(response, SimpleTemplateResponse) else response

    return finishing


urlpatterns = [
    page("sign-in/", before_second_factor(allauth_views.login), "account_login"),
    page("sign-in/second-step/", before_second_factor(mfa_views.authenticate), "mfa_authenticate"),
    page("sign-out/", before_second_factor(allauth_views.logout), "account_logout"),
    page("welcome/<str:word>/", views.welcome, "account_welcome"),
    page("account/second-factor/", views.second_factor, "account_second_factor"),
    page("account/second-factor/passkey/", views.add_passkey, "account_add_passkey"),
    page("account/second-factor/app/", views.add_app, "account_add_app"),
    page("account/second-factor/<int:key>/remove/", views.remove_factor, "account_remove_factor"),
    page("account/sessions/", views.own_sessions, "account_sessions"),
    page("account/password/", views.change_password, "account_change_password"),
    page("account/confirm/", views.confirm, "account_reauthenticate"),
]
