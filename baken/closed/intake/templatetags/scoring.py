# SPDX-License-Identifier: EUPL-1.2
"""The words of indicators and of what is answered to them."""

from collections.abc import Iterable, Iterator, Set
from typing import Any

from django import template
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from baken.closed.intake.scoring import labels
from baken.closed.intake.scoring.rules import Answer, Assessment, Group, Question, is_scored
from baken.core.clock import today
from baken.indicators.combining import Finding, Line
from baken.indicators.places import Place, places
from baken.indicators.records import Certainty, Form, Indicator, Named, Population, Strength

register = template.Library()
register.filter("is_scored", is_scored)
_NAMES: dict[type, dict[Any, Any]] = {
    Form: labels.FORMS,
    Population: labels.POPULATIONS,
    Strength: labels.STRENGTHS,
    Certainty: labels.CERTAINTIES,
    Finding: labels.FINDINGS,
    Answer: labels.ANSWERS,
}


@register.filter
def said(row: Indicator | Named | Line | Place) -> str:
    """Return a row's text in the reader's language."""
    return row.en if get_language() == "en" else row.nl


@register.filter
def named(value: Any) -> Any:
    """Return what a form, a weight, a certainty or a finding is called."""
    return _NAMES[type(value)][value]


@register.filter
def found(value: Finding) -> Any:
    """Return what a finding of one dimension is called."""
    return labels.DIMENSION_FINDINGS[value]


@register.filter
def ticked(indicators: Iterable[Indicator], keys: Set[str]) -> int:
    """Return how many of these are ticked."""
    return sum(each.id in keys for each in indicators)


@register.filter
def ticked_in(groups: Iterable[Group], keys: Set[str]) -> bool:
    """Return whether any of these groups has something that is ticked."""
    return any(ticked(each.indicators, keys) for each in groups)


@register.filter
def joined(questions: tuple[Question, ...]) -> str:
    """Return the names of dimensions, any of which will do."""
    return _(" or ").join(f"“{said(each.dimension)}”" for each in questions)


@register.filter
def turns(assessment: Assessment) -> Iterator[Place]:
    """Yield where to turn today, for whom and what was noticed may be about."""
    pairs = [(each.population, each.form) for each in assessment.seen]
    pairs += [(each.population, each.form) for each in assessment.weighed]
    open_ = [each for each in places() if each.holds(today())]
    yield from (each for each in open_ if any(each.serves(*pair) for pair in pairs or [(Population.BOTH, Form.ANY)]))


@register.filter
def called(place: Place) -> str:
    """Return what somebody to turn to is called, in the language of the page."""
    return place.name_en if get_language() == "en" else place.name_nl
