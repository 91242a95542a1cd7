# SPDX-License-Identifier: EUPL-1.2
"""The words of codes and accounts, and the safety level on the page of a file, a floor below."""

from typing import Any
from uuid import UUID

from django import template

from baken.closed.trafficking import labels, reads, screening, showing
from baken.closed.trafficking.lists import of
from baken.closed.trafficking.models import Assessment, SafetyLevel
from baken.core.clock import today
from baken.core.wording import said

register = template.Library()
register.filter("said", said)
register.filter("code", labels.called)
register.filter("codes", labels.listed)
register.filter("country", labels.country)
register.filter("when", labels.on)


@register.filter
def asked(told: reads.Told) -> list[showing.Line]:
    """Return the answers of an account that somebody asked for."""
    return [each for each in showing.lines(told.account, told.ages) if showing.is_asked(each)]


@register.filter
def unasked(told: reads.Told) -> list[Any]:
    """Return the questions that nobody asked for an account."""
    return [label for label, text in showing.lines(told.account, told.ages) if not showing.is_asked((label, text))]


@register.filter
def weighed(row: Assessment) -> list[screening.Weighed]:
    """Return the answers of an assessment by sphere."""
    return screening.weighed(row.factors, of("factor"), of("sphere"))


@register.filter
def state(level: str) -> str:
    """Return with which sign a level is shown."""
    return labels.LEVELS[level]


@register.filter
def is_late(row: SafetyLevel) -> bool:
    """Return whether somebody should have looked again by now."""
    return row.review_on < today()


@register.simple_tag
def safety_level(dossier: UUID) -> SafetyLevel | None:
    """Return how safe she is now: for who may read who she is."""
    return reads.latest_level(dossier)
