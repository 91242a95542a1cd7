# SPDX-License-Identifier: EUPL-1.2
"""What `baken check` asks of the setting by which countries are told apart."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error

from baken.closed.casework.person.countries import is_one


def check_countries(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Return an error for whatever is no country: it would be a category in which nobody can ever be."""
    wrong = [each for each in settings.FIGURES_COUNTRIES if not is_one(each)]
    if not wrong:
        return []
    said = f"BAKEN_FIGURES_COUNTRIES has what is no country (two letters, ISO 3166-1): {', '.join(wrong)}"
    return [Error(said, id="figures.E001")]
