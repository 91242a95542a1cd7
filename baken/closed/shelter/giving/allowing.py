# SPDX-License-Identifier: EUPL-1.2
"""Whether a unit may be given to a household for some nights: each rule that stands in the way is named."""

from collections.abc import Collection
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from baken.closed.access.rules import Refused
from baken.closed.shelter.giving.reads import asked_for
from baken.closed.shelter.labels import RULES, SOFT
from baken.closed.shelter.models import Request
from baken.closed.shelter.placing.instance import Span
from baken.closed.shelter.weighing.options import Option, Weighed
from baken.closed.shelter.weighing.reads import house
from baken.closed.shelter.weighing.rules import AHEAD
from baken.core.clock import today


def check_days(span: Span) -> None:
    """Raise ValidationError for nights that are none, or further ahead than is looked."""
    if span.nights == 0:
        raise ValidationError(_("Choose a last day that comes after the first."))
    if span.end > today() + AHEAD:
        raise ValidationError(_("Choose a last day within %(days)s days from today.") % {"days": AHEAD.days}, "far")


def weighing(request: Request, span: Span) -> Weighed:
    """Return a household weighed against its house as it is now."""
    return Weighed(house(request.agency_id), asked_for(request), span)


def check_rules(asked: Weighed, unit: UUID, *, why: str = "", lifted: Collection[str] = ()) -> Option:
    """Return what a unit is to a household; raise ValidationError naming each rule in the way, Refused for no unit."""
    option = asked.option(unit)
    if option is None:
        raise Refused("no such unit in this house")
    if option.rules:
        names = "; ".join(str(RULES[rule]) for rule in option.rules)
        raise ValidationError(_("This unit cannot be given: %(rules)s.") % {"rules": names}, "rules")
    names = "; ".join(str(SOFT[name]) for name in option.soft if name not in lifted)
    if names and not why.strip():
        raise ValidationError(_("Say why this is set aside: %(rules)s. Another must agree.") % {"rules": names}, "soft")
    return option


def check_consent(asked: Weighed) -> None:
    """Raise ValidationError where a minor is placed and nobody with authority has consented."""
    if asked.needs_guardian and not asked.party.request.consent:
        raise ValidationError(_("A minor is placed: write down first who has authority and consented."), "consent")
