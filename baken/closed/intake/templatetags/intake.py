# SPDX-License-Identifier: EUPL-1.2
"""How what a report says is shown."""

from collections.abc import Iterator
from typing import Any

from django import template

from baken.closed.intake.labels import AGES, ANSWERS, DANGER, INFORMED, WHO
from baken.closed.intake.reads import hours_since

register = template.Library()
register.filter("waited", hours_since)
_KINDS = {"danger": dict(DANGER), "age": dict(AGES), "who": WHO, "informed": INFORMED}


@register.filter
def marks(content: dict[str, Any] | None) -> Iterator[tuple[str, Any]]:
    """Yield what a report says of itself in a word each: name of the question, words of the answer."""
    said = content or {}
    yield from ((name, words[said[name]]) for name, words in _KINDS.items() if said.get(name) in words)


@register.filter
def answers(content: dict[str, Any]) -> Iterator[tuple[Any, str]]:
    """Yield what was asked and what was said, leaving out what was left open."""
    yield from ((label, content[name]) for name, label in ANSWERS if content.get(name))
