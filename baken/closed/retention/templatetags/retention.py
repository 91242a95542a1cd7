# SPDX-License-Identifier: EUPL-1.2
"""Lets the page of a file, a floor below, know whether to lead here."""

from django import template

from baken.closed.access.rules import Standing
from baken.closed.retention.rights import can_look

register = template.Library()


@register.filter
def sees_keeping(standing: Standing) -> bool:
    """Return whether how long a file is kept is somebody's business."""
    return can_look(standing)
