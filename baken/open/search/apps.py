# SPDX-License-Identifier: EUPL-1.2
"""The public search: ours, because it must cross languages, explain itself and keep secrets."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """A thin front over a pure engine."""

    name = "baken.open.search"
    label = "search"
