# SPDX-License-Identifier: EUPL-1.2
"""The words of what goes to CoMensha, for templates."""

from collections.abc import Mapping
from typing import Any

from django import template

from baken.closed.registration import labels
from baken.closed.registration.sheet_form import spoken

register = template.Library()
_NAMES: dict[str, Mapping[Any, Any]] = {
    "purpose": dict(labels.PURPOSES),
    "what": dict(labels.WHAT),
    "by": dict(labels.BY),
    "how": dict(labels.HOW),
    "adviser": dict(labels.ADVISERS),
    "state": labels.STATES,
    "way": dict(labels.WAYS),
    "reply": dict(labels.REPLIES),
    "fault": labels.FAULTS,
}


@register.filter
def registered(code: str, what: str) -> Any:
    """Return what a code is called."""
    return _NAMES[what].get(code, code)


@register.filter
def spelled(words: Any) -> str:
    """Return what something of the sheet's table is called in the language of the page."""
    return spoken(words)
