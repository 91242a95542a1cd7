# SPDX-License-Identifier: EUPL-1.2
"""What was done to somebody, the risks around her, and how safe she is."""

from django.apps import AppConfig


class TraffickingConfig(AppConfig):
    """Trafficking and safety in a person's file."""

    name = "baken.closed.trafficking"
    label = "trafficking"
