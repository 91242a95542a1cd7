# SPDX-License-Identifier: EUPL-1.2
"""Who may look at the lexicon, and who may strike from it."""

from typing import Protocol

LOOK, STRIKE = "search.view_entry", "search.change_entry"


class NotAllowed(Exception):
    """What somebody may not do to the lexicon."""


class Holder(Protocol):
    """Somebody who may hold permissions."""

    def has_perm(self, perm: str) -> bool:
        """Tell whether she holds one."""


def can_look(user: Holder) -> bool:
    """Tell whether a user may look at the lexicon; who may strike from it may."""
    return user.has_perm(LOOK) or can_strike(user)


def can_strike(user: Holder) -> bool:
    """Tell whether a user may strike an entry and put it back."""
    return user.has_perm(STRIKE)


def check_can_strike(user: Holder) -> None:
    """Raise `NotAllowed` unless a user may strike an entry and put it back."""
    if not can_strike(user):
        raise NotAllowed
