# SPDX-License-Identifier: EUPL-1.2
"""When a task is due again, and what stands out today (pure)."""

import datetime
from collections.abc import Set
from uuid import UUID

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
