# SPDX-License-Identifier: EUPL-1.2
"""The words of who somebody is, for templates."""

from typing import Any

from django import template

from baken.closed.casework.models import KINDS, Contact
from baken.closed.casework.person import countries, labels, languages
from baken.closed.casework.status import labels as status
from baken.core.wording import said

register = template.Library()
register.filter("told", labels.told)
_NAMES = {
    "gender": dict(labels.GENDERS),
    "interpreter": dict(labels.INTERPRETER),
    "guardian": dict(labels.GUARDIANS),
    "relation": dict(labels.RELATIONS),
    "kind": dict(KINDS),
    "what": dict(status.WHAT),
    "by": dict(status.BY),
    "htcds": status.HTCDS,
}


@register.filter
def called(code: str, what: str) -> Any:
    """Return what a code is called."""
    return _NAMES[what].get(code, code)


@register.filter
def spoken(known: list[str]) -> str:
    """Return languages by their names."""
    return languages.named(known or [])


@register.filter
def lands(known: list[str]) -> str:
    """Return countries by their names."""
    return ", ".join(map(countries.named, known or []))


@register.filter
def post(contact: Contact | None) -> str:
    """Return where post may arrive, on one line."""
    if contact is None:
        return ""
    town = f"{contact.post_code} {contact.post_city}".strip()
    country = countries.named(contact.post_country)
    return ", ".join(each for each in (contact.post_street, town, contact.post_state, country) if each)


@register.filter
def in_words(line: Any) -> str:
    """Return a sentence of a table in the language of the page."""
    return said(line)
