# SPDX-License-Identifier: EUPL-1.2
"""How pages name parts, roles, grounds and what was done."""

from collections.abc import Iterable

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from baken.closed.access.labels import ACTIVITIES, GROUNDS, GROUNDS_TOLD, PARTS, ROLES

register = template.Library()
Name = str | Promise


@register.filter
def part_names(parts: Iterable[str]) -> str:
    """Return the names of parts in the reader's language."""
    return _joined(parts, dict(PARTS))


@register.filter
def part_name(part: str) -> Name:
    """Return the name of a part."""
    return dict(PARTS).get(part, "")


@register.filter
def role_names(roles: Iterable[str]) -> str:
    """Return the names of roles in the reader's language."""
    return _joined(roles, dict(ROLES))


@register.filter
def activity_name(activity: str) -> Name:
    """Return what was done, in words."""
    return ACTIVITIES.get(activity, _("did something else"))


@register.filter
def ground_name(ground: str) -> Name:
    """Return on what ground, for whoever oversees."""
    return GROUNDS.get(ground, "")


@register.filter
def ground_told(ground: str) -> Name:
    """Return on what ground, for the person concerned."""
    return GROUNDS_TOLD.get(ground, "")


def _joined(codes: Iterable[str], names: dict[str, Name]) -> str:
    return ", ".join(str(names[each]) for each in codes if each in names)
