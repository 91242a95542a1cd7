# SPDX-License-Identifier: EUPL-1.2
"""Passphrases: who holds sealed places, and who helps after forgetting."""

from django.apps import AppConfig


class CeremoniesConfig(AppConfig):
    """Pages of people's own keys."""

    name = "baken.closed.ceremonies"
    label = "ceremonies"
