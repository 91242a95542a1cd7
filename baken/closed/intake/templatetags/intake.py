# SPDX-License-Identifier: EUPL-1.2
"""How what a report says is shown."""

from collections.abc import Iterator
from typing import Any

from babel import Locale, UnknownLocaleError
from django import template
from django.conf import settings
from django.utils.translation import get_language

from baken.closed.intake.labels import AGES, ANSWERS, DANGER, INFORMED, WHO, regions
from baken.closed.intake.reads import hours_since

register = template.Library()
register.filter("waited", hours_since)
_KINDS = {"danger": dict(DANGER), "age": dict(AGES), "who": WHO, "informed": INFORMED}


@register.filter
def marks(content: dict[str, Any] | None) -> Iterator[tuple[str, Any]]:
    """Yield what a report says of itself in a word each: name of the question, words of the answer."""
    said = content or {}
    yield from ((name, words[said[name]]) for name, words in _KINDS.items() if said.get(name) in words)
    if (language := str(said.get("language") or settings.LANGUAGE_CODE)) != settings.LANGUAGE_CODE:
        yield "language", _language(language)


def _language(code: str) -> str:
    """Return how a language is called here; the form may speak any that has a catalogue."""
    try:
        return str(Locale.parse(code, sep="-").get_display_name(get_language() or "nl")).capitalize()
    except (UnknownLocaleError, ValueError):
        return code


@register.filter
def answers(content: dict[str, Any]) -> Iterator[tuple[Any, str]]:
    """Yield what was asked and what was said, leaving out what was left open."""
    words = {"region": dict(regions())}
    told = ((name, label, content[name]) for name, label in ANSWERS if content.get(name))
    yield from ((label, words.get(name, {}).get(said, said)) for name, label, said in told)
