# SPDX-License-Identifier: EUPL-1.2
"""The public search: ours, because it must cross languages, explain itself and keep secrets."""

from django.apps import AppConfig
from django.core.checks import register

from baken.open.search.feedback.checks import check_candidate_days


class SearchConfig(AppConfig):
    """A thin front over a pure engine."""

    name = "baken.open.search"
    label = "search"

    def ready(self) -> None:
        """Let `baken check` look at the setting by which questions are counted."""
        register(check_candidate_days)
