# SPDX-License-Identifier: EUPL-1.2
"""When a task is due again, whose it is, and who may lead (pure)."""

import datetime
from collections.abc import Set
from uuid import UUID

from baken.closed.access.parts import OPENERS, Part
from baken.closed.access.rules import Standing, by_team, grounds

WEEK = datetime.timedelta(weeks=1)
UNDO = datetime.timedelta(hours=1)  # as long as somebody can still see that it was a slip


def next_due(due: datetime.date, every_weeks: int, today: datetime.date) -> datetime.date:
    """Return when a repeated task is due again: in its own rhythm, and never on a day that has passed."""
    rhythm = every_weeks * 7
    steps = max(1, -((due - today).days // rhythm))
    return due + datetime.timedelta(days=steps * rhythm)


def is_nobodys(owner: UUID, owners: Set[UUID]) -> bool:
    """Return whether an open task has an owner who cannot do it any more: she left the team, or works here no more."""
    return owner not in owners


def can_lead(standing: Standing) -> bool:
    """Return whether somebody may have the next step in a file: in a role that opens files, where she may plan."""
    return any(found.role in OPENERS for found in grounds(standing, Part.NOTES, (by_team,)))
