# SPDX-License-Identifier: EUPL-1.2
"""Who decides whether somebody is registered without consent (pure)."""

from baken.closed.access.parts import OVERSEERS
from baken.closed.access.rules import Standing, roles_at


def can_decide(standing: Standing) -> bool:
    """Return whether somebody oversees the agency of a file that is not about her."""
    oversees = bool(roles_at(standing, standing.agency) & OVERSEERS)
    return standing.active and standing.subject != standing.user and oversees
