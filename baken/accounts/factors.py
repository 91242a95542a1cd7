# SPDX-License-Identifier: EUPL-1.2
"""How allauth's second factor behaves here: its secrets are sealed for their owner."""

import logging
from uuid import UUID

from allauth.account.internal.stagekit import unstash_login
from allauth.core import context
from allauth.mfa import app_settings
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from baken.accounts import sealing

log = logging.getLogger(__name__)


class FactorAdapter(DefaultMFAAdapter):
    """Seals what allauth would keep in the clear; a secret that does not open counts as a wrong code."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("This code is not right, or it was used already. Wait for the next one."),
    }

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Name this site to the browser and its owner; a passkey is bound to the host."""
        return {**super().get_public_key_credential_rp_entity(), "name": app_settings.TOTP_ISSUER}

    def encrypt(self, text: str) -> str:
        """Seal a secret for the person at this request."""
        return seal(text, _owner())

    def decrypt(self, encrypted_text: str) -> str:
        """Open a secret of the person at this request; refuse whoever's was changed, and tell the operator."""
        try:
            return sealing.unseal(_keys(), encrypted_text, _owner())
        except sealing.Tampered:
            log.exception("a second factor was refused: its stored secret does not open")
            raise self.validation_error("incorrect_code") from None


def seal(secret: str, owner: UUID) -> str:
    """Return a secret sealed for its owner; raise ImproperlyConfigured where the door has no key for it."""
    return sealing.seal(_keys(), secret, owner)


def unseal(sealed: str, owner: UUID) -> str:
    """Return a secret of its owner; raise Tampered when it is not what was sealed for them."""
    return sealing.unseal(_keys(), sealed, owner)


def _keys() -> list[str]:
    if not settings.ACCOUNTS_FACTOR_KEYS:
        raise ImproperlyConfigured("there is no key for second factors: see BAKEN_FACTOR_KEY")
    return list(settings.ACCOUNTS_FACTOR_KEYS)


def _owner() -> UUID:
    """Return who is at this request: signed in, or about to be."""
    if context.request.user.is_authenticated:
        return UUID(str(context.request.user.pk))
    return UUID(str(unstash_login(context.request, peek=True).user.pk))
