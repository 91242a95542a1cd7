# SPDX-License-Identifier: EUPL-1.2
"""Law, case law and literature: what the articles stand on."""

from django.apps import AppConfig


class SourcesConfig(AppConfig):
    """Sources are objects of their own, with permanent addresses; never pages."""

    name = "baken.open.sources"
    label = "sources"
