# SPDX-License-Identifier: EUPL-1.2
"""The peer's one application."""

from django.apps import AppConfig


class PlainConfig(AppConfig):
    """Pages of a plain Wagtail site."""

    name = "bench.plain"
    label = "plain"
    default_auto_field = "django.db.models.BigAutoField"
