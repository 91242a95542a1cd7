# SPDX-License-Identifier: EUPL-1.2
"""The words of what two dossiers have in common."""

from typing import Any

from django import template

from baken.closed.intake.sameness.labels import REASONS
from baken.closed.intake.sameness.rules import Reason

register = template.Library()


@register.filter
def reason(value: Reason) -> Any:
    """Return what a reason is called."""
    return REASONS[value]
