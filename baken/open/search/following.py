# SPDX-License-Identifier: EUPL-1.2
"""Keeps the index up to date from within each process that serves the open door, once a second at most."""

import logging
import threading
import time
from contextlib import closing

from django.db import connection

from baken.open.search import actions

INTERVAL = 1.0
_log = logging.getLogger(__name__)


def start() -> threading.Thread:
    """Follow the change log in a thread of this process; the thread ends with the process."""
    thread = threading.Thread(target=_follow_for_ever, name="search-index", daemon=True)
    thread.start()
    return thread


def _follow_for_ever() -> None:
    while True:
        follow_once()
        time.sleep(INTERVAL)


def follow_once() -> None:
    """Follow the change log one time; what goes wrong is logged and tried again the next time."""
    try:
        # A connection that is closed holds no transaction open, and one that broke is not used again.
        with closing(connection):
            actions.follow()
    except Exception as error:
        _log.warning("the search index could not follow: %s", error)
