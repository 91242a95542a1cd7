# SPDX-License-Identifier: EUPL-1.2
"""Users and signing in, for both doors."""

from django.apps import AppConfig
from django.core.checks import Tags, register


class AccountsConfig(AppConfig):
    """Mechanism only: who may be invited is told by the door that uses it."""

    name = "baken.accounts"

    def ready(self) -> None:
        """Let `baken check` look at the key of second factors."""
        from baken.accounts.checks import check_factor_keys  # noqa: PLC0415 - Django is ready only now

        register(check_factor_keys, Tags.security, deploy=True)
