# SPDX-License-Identifier: EUPL-1.2
"""Who counts, who releases, and how small a number may be that leaves (pure)."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from baken.closed.access.parts import OVERSEERS, Role
from baken.closed.access.rules import Refused
from baken.tabulation.releasing import THRESHOLD

# The fewest that a cell tells of: to colleagues, an agreement of ours that somebody has still to confirm; to everybody.
WITHIN_THE_HOUSE, PUBLIC = 5, THRESHOLD
LONGEST_PERIOD = 20 * 366  # days
EARLIEST, LATEST = date(1950, 1, 1), date(2100, 12, 31)


def check_can_count(roles: Collection[Role]) -> None:
    """Raise Refused for whoever is no analyst: a manager who could ask anything could single somebody out."""
    if Role.ANALYST not in roles:
        raise Refused("counts nothing here")


def can_decide(roles: Collection[Role], *, user: UUID, asked_by: UUID) -> bool:
    """Return whether somebody may release what another asked to release."""
    return bool(OVERSEERS & set(roles)) and user != asked_by


def check_can_decide(roles: Collection[Role], *, user: UUID, asked_by: UUID) -> None:
    """Raise Refused for whoever oversees nothing here, or asked for it herself."""
    if not can_decide(roles, user=user, asked_by=asked_by):
        raise Refused("a second person releases")


def can_withdraw(roles: Collection[Role]) -> bool:
    """Return whether somebody may take back what was released."""
    return bool((OVERSEERS | {Role.ANALYST}) & set(roles))


def is_period(first: date, last: date) -> bool:
    """Return whether this is a period that can be counted."""
    return EARLIEST <= first <= last <= LATEST and (last - first).days <= LONGEST_PERIOD
