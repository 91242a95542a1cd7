# SPDX-License-Identifier: EUPL-1.2
"""From whom an address can be withdrawn: what nobody can open is lost (pure)."""

from collections.abc import Collection
from uuid import UUID

from baken.closed.access.rules import Refused


def can_withdraw(holder: UUID, *, holders: Collection[UUID], able: Collection[UUID]) -> bool:
    """Return whether another holder, who works in the house and has her key, could still open it."""
    return any(each != holder and each in able for each in holders)


def check_can_withdraw(holder: UUID, *, holders: Collection[UUID], able: Collection[UUID]) -> None:
    """Raise Refused where nobody could open it any more."""
    if not can_withdraw(holder, holders=holders, able=able):
        raise Refused("nobody else could open it")
