# SPDX-License-Identifier: EUPL-1.2
"""Reads the shelf again and again, from within each process that serves the closed door."""

import threading
import time
from contextlib import closing

from django.db import connections

from baken.closed.knowledge import shelf

EVERY, SOON = 120.0, 10.0  # seconds; soon again while there is nothing, for the open door may just be starting


def begin() -> threading.Thread:
    """Read the shelf in a thread of this process; the thread ends with the process."""
    thread = threading.Thread(target=_for_ever, name="knowledge", daemon=True)
    thread.start()
    return thread


def _for_ever() -> None:
    while True:
        time.sleep(EVERY if once() else SOON)


def once() -> bool:
    """Read the shelf one time, and hang up."""
    with closing(connections["bridge"]):
        return shelf.refresh()
