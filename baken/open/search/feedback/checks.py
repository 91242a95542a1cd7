# SPDX-License-Identifier: EUPL-1.2
"""What `baken check` asks of the setting by which questions are counted."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error

from baken.open.search.feedback.rules import FEWEST, OFF, ROUND


def check_candidate_days(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Return an error where so few days are enough that they may be one person's, or more than there are."""
    if settings.SEARCH_CANDIDATE_DAYS in {OFF, *range(FEWEST, ROUND + 1)}:
        return []
    said = f"BAKEN_SEARCH_CANDIDATE_DAYS is {OFF}, which counts nothing, or from {FEWEST} to {ROUND}"
    return [Error(said, id="search.E001")]
