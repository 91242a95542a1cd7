# SPDX-License-Identifier: EUPL-1.2
"""Signing in through an agency's own server: OpenID Connect, and SAML where its package is installed. Off by default.

Nobody gets an account by it: somebody who was invited connects the two from within (`baken.accounts.agencies`).
"""

from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from baken.settings import environment

AGENCY = "agency"  # as it stands in addresses
_SAML_PACKAGE = "onelogin"


def applications() -> list[str]:
    """Return what is installed for it, whether or not it is on: its tables are there when it is switched on."""
    base = ["allauth.socialaccount", "allauth.socialaccount.providers.openid_connect"]
    return [*base, "allauth.socialaccount.providers.saml"] if _has_saml() else base


def providers() -> dict[str, Any]:
    """Return what allauth is told of the agency's server: nothing where none is set."""
    found = {}
    if environment.text("BAKEN_OIDC_ISSUER"):
        found["openid_connect"] = {"APPS": [_oidc()]}
    if _has_saml():
        found["saml"] = {"APPS": [_saml()]}
    return found


def origins() -> list[str]:
    """Return where a form may lead on to: the server on which somebody signs in."""
    addresses = [environment.text("BAKEN_OIDC_ISSUER"), environment.text("BAKEN_SAML_ADDRESS") if _has_saml() else ""]
    return [f"{parts.scheme}://{parts.netloc}" for parts in map(urlsplit, filter(None, addresses))]


def _oidc() -> dict[str, Any]:
    return {
        "provider_id": AGENCY,
        "name": environment.text("BAKEN_AGENCY_NAME", "SSO"),
        "client_id": environment.text("BAKEN_OIDC_CLIENT"),
        "secret": _content("BAKEN_OIDC_SECRET"),
        "settings": {"server_url": environment.text("BAKEN_OIDC_ISSUER"), "oauth_pkce_enabled": True},
    }


def _has_saml() -> bool:
    return bool(environment.text("BAKEN_SAML_ENTITY")) and find_spec(_SAML_PACKAGE) is not None


def _saml() -> dict[str, Any]:
    return {
        "provider_id": AGENCY,
        "name": environment.text("BAKEN_AGENCY_NAME", "SSO"),
        "client_id": AGENCY,
        "settings": {
            "idp": {
                "entity_id": environment.text("BAKEN_SAML_ENTITY"),
                "sso_url": environment.text("BAKEN_SAML_ADDRESS"),
                "x509cert": _content("BAKEN_SAML_CERTIFICATE"),
            },
            "advanced": {"strict": True, "want_assertion_signed": True, "reject_idp_initiated_sso": True},
        },
    }


def _content(name: str) -> str:
    path = environment.text(name)
    return Path(path).read_text(encoding="utf-8").strip() if path else ""
