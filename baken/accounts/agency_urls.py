# SPDX-License-Identifier: EUPL-1.2
"""Addresses of signing in through an agency's own server; none where no server is set.

They have no language before them: the server knows them by heart.
"""

from typing import Any

from django.conf import settings
from django.urls import path
from django.urls.resolvers import URLPattern
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from baken.accounts import views
from baken.accounts.gate import View, before_second_factor
from baken.accounts.urls import page


def patterns(providers: dict[str, Any]) -> list[URLPattern]:
    """Return what to mount for the servers that are set."""
    if not providers:
        return []
    found = [page("account/agency/", views.agency, "account_agency")]
    if "openid_connect" in providers:
        found += _openid_connect()
    return found + (_saml() if "saml" in providers else [])


def _openid_connect() -> list[URLPattern]:
    from allauth.socialaccount.providers.openid_connect import views as oidc  # noqa: PLC0415 - only where it is on

    return [
        _way("sign-in/with/<str:provider_id>/", require_POST(oidc.login), "openid_connect_login"),
        _way("sign-in/with/<str:provider_id>/back/", oidc.callback, "openid_connect_callback"),
    ]


def _saml() -> list[URLPattern]:
    from allauth.socialaccount.providers.saml import views as saml  # noqa: PLC0415 - only where it is installed

    return [
        _way("sign-in/saml/<str:organization_slug>/", require_POST(saml.login), "saml_login"),
        _way("sign-in/saml/<str:organization_slug>/back/", saml.acs, "saml_acs"),
        _way("sign-in/saml/<str:organization_slug>/finish/", saml.finish_acs, "saml_finish_acs"),
        _way("sign-in/saml/<str:organization_slug>/out/", saml.sls, "saml_sls"),
        _way("sign-in/saml/<str:organization_slug>/metadata/", saml.metadata, "saml_metadata"),
    ]


def _way(address: str, view: View, name: str) -> URLPattern:
    return path(address, never_cache(require_http_methods(["GET", "POST"])(before_second_factor(view))), name=name)


urlpatterns = patterns(settings.SOCIALACCOUNT_PROVIDERS)
