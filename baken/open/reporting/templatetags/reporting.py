# SPDX-License-Identifier: EUPL-1.2
"""What the pages of reporting say that no view knows: where the site begins, and what somebody is about to send."""

from collections.abc import Iterator
from typing import Any

from django import template
from django.utils.translation import get_language

from baken.open.languages import localised
from baken.open.reporting.forms import Steps
from baken.open.reporting.languages import called, further

register = template.Library()


@register.simple_tag
def home() -> str:
    """Return where the site begins, in English for who reads neither of its languages."""
    language = get_language() or "nl"
    return localised("/", "en" if language in further() else language)


@register.simple_tag
def language_here() -> str:
    """Return what the language of this page calls itself."""
    return called(get_language() or "nl")


@register.filter
def summary(steps: Steps) -> Iterator[tuple[Any, str]]:
    """Yield what was asked and what was said, of every step but the last; what was left open is left out."""
    for kind in steps.kinds[:-1]:
        for name, field in kind.base_fields.items():
            if value := steps.sent.get(name, ""):
                yield field.label, str(dict(getattr(field, "choices", ())).get(value, value))
