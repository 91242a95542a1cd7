# SPDX-License-Identifier: EUPL-1.2
"""What may be chosen and ticked. What cannot be meant is left out, nothing is refused."""

from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from baken.indicators.records import Form, Population
from baken.open.signalcheck.rules import About

WHOM: list[tuple[Population, Any]] = [
    (Population.CHILD, _("A child or young person under 18")),
    (Population.ADULT, _("An adult")),
    (Population.BOTH, _("I do not know")),
]
WHAT: list[tuple[Form, Any]] = [
    (Form.LABOUR, _("Work, also in a household")),
    (Form.SEXUAL, _("Sex, also pictures and online")),
    (Form.CRIMINAL, _("Offences, such as drugs, theft or begging")),
    (Form.ANY, _("I do not know")),
]


def about(data: QueryDict) -> About:
    """Return whom and what it is about; without a choice, that nobody knows."""
    whom = {each.value: each for each, _label in WHOM}
    what = {each.value: each for each, _label in WHAT}
    return About(whom.get(data.get("whom", ""), Population.BOTH), what.get(data.get("what", ""), Form.ANY))


def ticked(data: QueryDict) -> frozenset[str]:
    """Return the keys that were ticked, whatever they are worth."""
    return frozenset(data.getlist("sign"))
