# SPDX-License-Identifier: EUPL-1.2
"""The day's work of whoever signs in, gathered from every room below."""

from django.apps import AppConfig


class TodayConfig(AppConfig):
    """Holds no tables of its own."""

    name = "baken.closed.today"
    label = "today"
