# SPDX-License-Identifier: EUPL-1.2
"""Keeps the index up to date from within each process that serves the open door."""

import threading

from baken.open.changes import following
from baken.open.search import actions


def start() -> threading.Thread:
    """Follow the change log in a thread of this process; the thread ends with the process."""
    return following.start("search-index", follow_once)


def follow_once() -> None:
    """Follow the change log one time; what goes wrong is logged and tried again the next time."""
    following.once("the search index", actions.follow)
