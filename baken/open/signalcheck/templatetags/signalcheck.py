# SPDX-License-Identifier: EUPL-1.2
"""The words of the signal check's tables, in the reader's language."""

from django import template
from django.utils.translation import get_language

register = template.Library()


@register.filter
def said(row: object, field: str = "") -> str:
    """Return a row's text in the reader's language, or its field of that name."""
    language = "en" if get_language() == "en" else "nl"
    return str(getattr(row, f"{field}_{language}" if field else language))
