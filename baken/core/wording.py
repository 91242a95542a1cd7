# SPDX-License-Identifier: EUPL-1.2
"""Words of a table that stand there in Dutch and in English."""

from typing import Any

from django.utils.translation import get_language


def said(row: Any, what: str = "") -> str:
    """Return a word of a row in the language of the page: of its fields ``nl`` and ``en``, or those of ``what``."""
    language = "nl" if (get_language() or "").startswith("nl") else "en"
    return str(getattr(row, f"{what}_{language}" if what else language))
