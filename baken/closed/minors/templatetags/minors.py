# SPDX-License-Identifier: EUPL-1.2
"""The words of the reporting code and of authority, for templates."""

from typing import Any

from django import template
from django.utils.functional import Promise

from baken.closed.minors import labels, reads
from baken.closed.minors.engine.authority import Route, Way
from baken.closed.minors.engine.code import Code
from baken.closed.minors.engine.rounds import Gap
from baken.closed.minors.models import Step
from baken.core.wording import said

register = template.Library()
register.filter("phrase", said)
register.filter("stays", reads.stays)
_NAMES = {
    "about": dict(labels.ABOUT),
    "answer": dict(labels.ANSWERS),
    "checked": dict(labels.CHECKED),
    "ending": dict(labels.ENDINGS),
    "beside": labels.BESIDE,
}
_LISTED = {
    "consult": ("with", labels.CONSULTED),
    "talk": ("with", labels.TALKED),
    "decide": ("decision", labels.DECISIONS),
}


@register.filter
def chosen(code: str, what: str) -> str | Promise:
    """Return what a choice is called."""
    return _NAMES[what].get(code, code)


@register.filter
def lacking(gap: Gap, code: Code) -> str:
    """Return what is missing, in words."""
    return labels.gap(gap, code)


@register.filter
def listed(step: Step) -> str:
    """Return with whom, or what was decided."""
    name, choices = _LISTED.get(step.key, ("", []))
    names = dict(choices)
    return ", ".join(str(names[each]) for each in step.told.get(name, ()) if each in names)


@register.filter
def answered(step: Step, code: Code) -> list[tuple[Any, str]]:
    """Return the questions that a step answers, with the answers."""
    given = step.told.get("answers", {})
    return [(each, given[each.key]) for each in code.questions if each.key in given]


@register.filter
def on_way(key: str, way: Way) -> Route | None:
    """Return the route of a key."""
    return way.route(key)


@register.filter
def question_number(key: str, way: Way) -> int:
    """Return which question an answer leads to, counted from one."""
    return [each.key for each in way.questions].index(key) + 1
