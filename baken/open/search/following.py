# SPDX-License-Identifier: EUPL-1.2
"""Keeps the index up to date from within each process that searches, once a second at most."""

import logging
import os
import threading
import time

from django.db import connection

from baken.open.search import actions

INTERVAL = 1.0
_log = logging.getLogger(__name__)
_started: set[int] = set()
_lock = threading.Lock()


def start() -> None:
    """Start following in this process, if it does not yet; the thread ends with the process."""
    with _lock:
        if os.getpid() not in _started:
            _started.add(os.getpid())
            threading.Thread(target=_follow_for_ever, name="search-index", daemon=True).start()


def _follow_for_ever() -> None:
    while True:
        follow_once()
        time.sleep(INTERVAL)


def follow_once() -> None:
    """Follow the change log one time; what goes wrong is logged and tried again the next time."""
    try:
        actions.follow()
    except Exception as error:
        _log.warning("the search index could not follow: %s", error)
    finally:
        connection.close()
