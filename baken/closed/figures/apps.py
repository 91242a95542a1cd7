# SPDX-License-Identifier: EUPL-1.2
"""Figures of an agency."""

from django.apps import AppConfig


class FiguresConfig(AppConfig):
    """Questions, and figures that were released."""

    name = "baken.closed.figures"
    label = "figures"
