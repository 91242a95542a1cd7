# SPDX-License-Identifier: EUPL-1.2
"""What was asked is counted every hour, in a thread of each process that serves; the same thread forgets."""

import logging
import threading

from django.db import Error, connection

from baken.core import rounds
from baken.core.clock import today
from baken.open.search.feedback import actions
from baken.open.search.feedback.hearing import tally

EVERY_SECONDS = 3600
_log = logging.getLogger(__name__)


def start() -> threading.Thread:
    """Count and forget for as long as the process lives; what was not counted yet goes with the process."""
    return rounds.start("search-feedback", _round, EVERY_SECONDS)


def _round() -> None:
    try:
        once()
    except Error as error:
        # Its message may hold what was to be written; its kind holds nothing.
        _log.error("what was asked could not be counted (%s); it is let go", type(error).__name__)
    finally:
        connection.close()


def once() -> None:
    """Forget what is past, and count what was asked since the last time."""
    actions.forget_past(on=today())
    batch = tally.take()
    if batch.asked or batch.followed:
        actions.count(batch=batch, on=today())
