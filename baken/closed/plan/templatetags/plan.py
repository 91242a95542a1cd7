# SPDX-License-Identifier: EUPL-1.2
"""What areas of life and endings are called, for templates."""

from django import template
from django.utils.functional import Promise

from baken.closed.plan.labels import AREAS, GOAL_ENDINGS, OUTCOMES

register = template.Library()


@register.filter
def area(code: str) -> str | Promise:
    """Return the name of an area of life."""
    return dict(AREAS).get(code, code)


@register.filter
def ending(code: str) -> str | Promise:
    """Return how a goal ended, in words."""
    return dict(GOAL_ENDINGS).get(code, code)


@register.filter
def outcome(code: str) -> str | Promise:
    """Return how a file ended, in words."""
    return dict(OUTCOMES).get(code, code)
