# SPDX-License-Identifier: EUPL-1.2
"""The words of the law's tables, in the language of the page."""

from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from baken.closed.legal.engine.law import law
from baken.closed.legal.engine.tracks import Problem, Why


def said(row: Any, what: str = "") -> str:
    """Return what a row of a table is called, an event, clock, track, state or right; or another word of it."""
    language = "nl" if (get_language() or "").startswith("nl") else "en"
    name = f"{what}_{language}" if what else language
    return str(row[name] if isinstance(row, dict) else getattr(row, name))


def event(name: str) -> str:
    """Return what an event is called."""
    return said(law().events[name])


def problem(each: Problem) -> str:
    """Return why something cannot have happened as it is written down."""
    others = _(" or ").join(map(event, each.others))
    why = {
        Why.AFTER: _("it can only come after: %(others)s"),
        Why.NOT_AFTER: _("it cannot come after: %(others)s"),
        Why.ONCE: _("it can happen only once"),
        Why.BIRTH: _("it is before the birth"),
        Why.DUTCH: _("it is not for somebody with the Dutch nationality"),
        Why.LAWFUL: _("it is not for somebody who is lawfully in the Netherlands"),
    }[each.why]
    return f"{event(each.happening.name)}: {why % {'others': others}}"


def events() -> list[tuple[str, str]]:
    """Return what can happen, by its key."""
    return [(name, said(each)) for name, each in law().events.items()]
