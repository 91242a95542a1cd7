# SPDX-License-Identifier: EUPL-1.2
"""The words of what goes to CoMensha, for templates."""

from typing import Any

from django import template

from baken.closed.registration import labels

register = template.Library()
_NAMES = {
    "purpose": dict(labels.PURPOSES),
    "what": dict(labels.WHAT),
    "by": dict(labels.BY),
    "how": dict(labels.HOW),
    "adviser": dict(labels.ADVISERS),
    "state": labels.STATES,
}


@register.filter
def registered(code: str, what: str) -> Any:
    """Return what a code is called."""
    return _NAMES[what].get(code, code)
