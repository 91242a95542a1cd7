# SPDX-License-Identifier: EUPL-1.2
"""What `baken check` asks of the settings of signing in."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error

_SHORTEST = 32


def check_factor_keys(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Return an error where second factors have no key, or one that could be guessed."""
    if not settings.ACCOUNTS_FACTOR_KEYS:
        return [Error("there is no key for second factors: see BAKEN_FACTOR_KEY", id="accounts.E001")]
    if any(len(key) < _SHORTEST for key in settings.ACCOUNTS_FACTOR_KEYS):
        return [Error(f"a key for second factors has at least {_SHORTEST} characters", id="accounts.E002")]
    return []
