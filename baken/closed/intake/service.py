# SPDX-License-Identifier: EUPL-1.2
"""What intake does when the door begins to serve: it tells the open door to which key reports are sealed."""

from django.db import connections

from baken.closed.intake import hatch


def begin() -> None:
    """Announce our key, and hang up: the processes that serve make connections of their own."""
    try:
        hatch.announce()
    finally:
        for alias in ("keys", "bridge"):
            connections[alias].close()
