# SPDX-License-Identifier: EUPL-1.2
"""The words of the house, for templates."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext

from baken.closed.shelter import labels
from baken.closed.shelter.living import labels as lived
from baken.closed.shelter.living import table as living
from baken.closed.shelter.nights.labels import HOW
from baken.closed.shelter.placing.rules import Rule
from baken.closed.shelter.screening import Line, table
from baken.core.wording import said

register = template.Library()
register.filter("said", said)
_NAMES: dict[str, Mapping[Any, str | Promise]] = {
    "colour": dict(labels.COLOURS),
    "sex": dict(labels.SEXES),
    "age": dict(labels.AGES),
    "source": dict(labels.SOURCES),
    "certainty": labels.SHORTLY,
    "outcome": dict(labels.OUTCOMES),
    "absence": dict(labels.ABSENCES),
    "refusal": dict(labels.REFUSALS),
    "financing": dict(labels.FINANCING),
    "soft": labels.SOFT,
    "thing": dict(lived.THINGS),
    "return": dict(lived.RETURNS),
    "fault": dict(lived.FAULTS),
    "school": dict(lived.SCHOOLS),
    "weekday": dict(lived.WEEKDAYS),
    "missed": dict(lived.MISSED),
    "incident": dict(lived.INCIDENTS),
    "severity": dict(lived.SEVERITIES),
    "duty": dict(HOW),
}
_STATES = {"green": "safe", "orange": "watch", "red": "danger"}
_GRAVE = {"slight": "watch", "serious": "watch", "grave": "danger"}


@register.filter
def called(code: Any, what: str) -> str | Promise:
    """Return what a code is called."""
    return _NAMES[what].get(code, code)


@register.filter
def rule(code: Rule) -> str | Promise:
    """Return what a rule of placing is called."""
    return labels.RULES[code]


@register.filter
def state(colour: str) -> str:
    """Return by which mark a colour is shown."""
    return _STATES.get(colour, "watch")


@register.filter
def lines(found: dict[str, Any], what: str) -> list[Line]:
    """Return the lines of the screening that were ticked."""
    ticked = found.get("criteria" if what == "criterion" else what, ())
    return [each for each in getattr(table(), what) if each.key in ticked]


@register.filter
def taken(steps: dict[str, dict[str, str]], key: str) -> str:
    """Return when a step for who is missing was taken."""
    moment = timezone.localtime(datetime.fromisoformat(steps[key]["at"]))
    return gettext("done, %(moment)s") % {"moment": date_format(moment, "j F H:i")}


@register.filter
def unticked(found: dict[str, Any]) -> list[Line]:
    """Return the criteria that do not hold, or of which nobody knows."""
    return [each for each in table().criterion if each.key not in found.get("criteria", ())]


@register.filter
def measures(colour: str) -> Line | None:
    """Return what a colour brings."""
    return table().colour_of(colour)


@register.filter
def severity(code: str) -> str:
    """Return by which mark it is shown how grave something was."""
    return _GRAVE.get(code, "watch")


@register.filter
def agreement(key: str) -> str:
    """Return what an agreement is about."""
    line = living.table().agreement_of(key)
    return said(line) if line else key
