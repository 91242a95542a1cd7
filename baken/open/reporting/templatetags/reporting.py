# SPDX-License-Identifier: EUPL-1.2
"""What somebody is about to send, as she reads it once more."""

from collections.abc import Iterator
from typing import Any

from django import template

from baken.open.reporting.forms import Steps

register = template.Library()


@register.filter
def summary(steps: Steps) -> Iterator[tuple[Any, str]]:
    """Yield what was asked and what was said, of every step but the last; what was left open is left out."""
    for kind in steps.kinds[:-1]:
        for name, field in kind.base_fields.items():
            if value := steps.sent.get(name, ""):
                yield field.label, str(dict(getattr(field, "choices", ())).get(value, value))
