# SPDX-License-Identifier: EUPL-1.2
"""Why a card was chosen, in words."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from baken.closed.knowledge.rules import Reason, Why
from baken.closed.knowledge.topics import Words, topics


def reason(given: Reason) -> str:
    """Return why a card stands beside a step, as the end of a sentence that begins with its title."""
    if given.why == Why.ABOUT:
        return _("is about: %(concept)s") % {"concept": _word(topics().concepts[given.of])}
    said = _("the text itself: %(place)s") if given.why == Why.IS else _("stands on %(place)s")
    return said % {"place": place(given.of)}


def place(citation: str) -> str:
    """Return what a place in the law is called for short, such as article 3.48 Vb 2000."""
    act, path = topics().split(citation)
    kind, _slash, number = path.partition("/")
    said = _("article %(number)s %(act)s") if kind == "artikel" else _("paragraph %(number)s %(act)s")
    return said % {"number": number, "act": _word(topics().acts[act])}


def language() -> str:
    """Return the reader's language, as the databank names it."""
    return "nl" if (get_language() or "").startswith("nl") else "en"


def _word(words: Words) -> str:
    return words[language()]
