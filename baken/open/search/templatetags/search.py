# SPDX-License-Identifier: EUPL-1.2
"""How the search's templates name facets, places and days."""

import datetime

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from baken.open.search import facets
from baken.open.search.engine.parsing import LONGEST
from baken.open.search.engine.shapes import Way

register = template.Library()

_PLACES = {
    "number": _("number"), "title": _("title"), "heading": _("headings"),
    "cited": _("references"), "body": _("text"), "labels": _("names"), "context": _("source"),
}  # fmt: skip


_WAYS = {
    Way.SAME: _("other name"), Way.NARROWER: _("narrower term"), Way.RELATED: _("related term"),
    Way.BROADER: _("broader term"), Way.BEGUN: _("begins so"), Way.SPELT: _("spelt alike"),
    Way.KIN: _("same root"),
}  # fmt: skip


@register.simple_tag
def longest_question() -> int:
    """Return how many letters a question may have: no field takes more."""
    return LONGEST


@register.filter
def called(value: str, code: str) -> str:
    """Return what a facet's value is called."""
    return facets.called(code, value)


@register.filter
def stands(way: Way) -> str:
    """Return how something that was found stands to what was typed, in words."""
    return str(_WAYS[way])


@register.filter
def places(codes: tuple[str, ...]) -> str:
    """Return where a word was found, in words."""
    return ", ".join(str(_PLACES[code]) for code in codes)


@register.filter
def marked(html: str) -> SafeString:
    """Let the engine's html through: it escapes every text and adds only <mark>."""
    return mark_safe(html)  # noqa: S308 - see above


@register.filter
def day(date: int) -> datetime.date | None:
    """Return the day of a yyyymmdd, or None where only the year is known or nothing is."""
    text = f"{date:08d}"
    known = text[4:] != "0000"
    return datetime.date(int(text[:4]), int(text[4:6]), int(text[6:])) if known else None
