# SPDX-License-Identifier: EUPL-1.2
"""The vault: keys, and what they seal. No pages: its rooms are used by others."""

from django.apps import AppConfig

from baken.core import among


class VaultConfig(AppConfig):
    """The ground floor of the closed wing, beside the log."""

    name = "baken.closed.vault"
    label = "vault"

    def ready(self) -> None:
        """Let every room of the closed wing ask for many keys at once."""
        among.register()
