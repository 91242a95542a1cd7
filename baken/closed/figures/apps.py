# SPDX-License-Identifier: EUPL-1.2
"""Figures of an agency."""

from django.apps import AppConfig
from django.core.checks import register

from baken.closed.figures.checks import check_countries


class FiguresConfig(AppConfig):
    """Questions, and figures that were released."""

    name = "baken.closed.figures"
    label = "figures"

    def ready(self) -> None:
        """Let `baken check` look at the setting."""
        register(check_countries)
