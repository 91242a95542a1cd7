# SPDX-License-Identifier: EUPL-1.2
"""How a process that serves the open door keeps something derived up to date: once a second at most, in a thread."""

import logging
import threading
from collections.abc import Callable
from contextlib import closing

from django.db import connection

from baken.core import rounds

INTERVAL = 1.0
_log = logging.getLogger(__name__)


def start(name: str, follow: Callable[[], object]) -> threading.Thread:
    """Follow in a thread of this process, for as long as the process lives."""
    return rounds.start(name, follow, INTERVAL)


def once(what: str, follow: Callable[[], object]) -> bool:
    """Follow one time and return whether it went well; what goes wrong is logged and tried again the next time."""
    try:
        # A connection that is closed holds no transaction open, and one that broke is not used again.
        with closing(connection):
            follow()
    except Exception as error:
        _log.warning("%s could not follow: %s", what, error)
        return False
    return True
