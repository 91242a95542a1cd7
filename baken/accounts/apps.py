# SPDX-License-Identifier: EUPL-1.2
"""Users and signing in, for both doors."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Mechanism only: who may be invited is told by the door that uses it."""

    name = "baken.accounts"
