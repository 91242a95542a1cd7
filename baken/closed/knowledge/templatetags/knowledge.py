# SPDX-License-Identifier: EUPL-1.2
"""Knowledge beside a step, for templates; it looks at what this process holds and asks nobody."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.conf import settings

from baken.closed.knowledge import labels, rules, shelf
from baken.closed.knowledge.topics import topics

register = template.Library()
register.filter("reason", labels.reason)
MOST_LINKS = 3


@register.inclusion_tag("knowledge/_beside.html")
def knowledge_beside(steps: Iterable[str]) -> dict[str, Any]:
    """Show what is published for these steps, as a card of a page."""
    return _found(steps, rules.MOST)


@register.inclusion_tag("knowledge/_links.html")
def knowledge_links(step: str) -> dict[str, Any]:
    """Show what is published for one step, as links; nothing where there is nothing."""
    return _found([step], MOST_LINKS)


def _found(steps: Iterable[str], most: int) -> dict[str, Any]:
    cards, language = shelf.cards(), labels.language()
    chosen = rules.choose(topics().of(steps), cards or (), language, most)
    return {"chosen": chosen, "reachable": cards is not None, "databank": settings.DATABANK, "language": language}
