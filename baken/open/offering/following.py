# SPDX-License-Identifier: EUPL-1.2
"""Keeps the hatch to casework up to date from within each process that serves the open door."""

import threading

from baken.open.changes import following
from baken.open.offering import actions


def start() -> threading.Thread:
    """Lay the whole shelf once, for whatever went wrong before, and follow the change log from there."""
    return following.start("knowledge", Round())


class Round:
    """One round after another: the shelf is laid whole until that went well once, and then followed."""

    def __init__(self) -> None:
        self.is_whole = False

    def __call__(self) -> None:
        """Lay or follow one time; what goes wrong is logged and tried again the next time."""
        follow = actions.follow if self.is_whole else actions.fill
        self.is_whole = following.once("the shelf for casework", follow) or self.is_whole
