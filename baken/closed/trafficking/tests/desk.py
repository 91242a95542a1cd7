# SPDX-License-Identifier: EUPL-1.2
"""Who works with the file of the cast, and what is told there."""

import datetime

from baken.closed.trafficking import actions
from tests.telling import TOLD

LEAD, INTAKE, THERAPIST = ("case_manager", "team"), ("intake", "team"), ("therapist", "team")
SHELTER, LIAISON, OFFICER = ("shelter", "team"), ("police_liaison", "team"), ("privacy_officer", "same")
ON = datetime.date(2026, 2, 2)


def account(file, **told):
    """Write down what was told of work in a field, and of nothing else unless that is given."""
    return actions.write_account(dossier=file, **{**TOLD, "forms": ["ForcedLabour"], **told})


def form(**given):
    """Return what a browser sends of the shortest account."""
    answers = {
        "teller": "self", "told_on": "2026-02-02", "forms": ["ForcedLabour"], "crossing": "not_asked",
        "industry": "not_asked", "recruited_country": "not_asked", "relationship": "not_asked",
        "exploited_country": "not_asked",
    }  # fmt: skip
    return answers | given
