# SPDX-License-Identifier: EUPL-1.2
"""Receipts end by themselves: looked after every hour in a thread of each process that serves."""

import logging
import threading
import time

from django.db import Error, connection

from baken.core.clock import today
from baken.open.reporting.actions import forget_past

EVERY_SECONDS = 3600
_log = logging.getLogger(__name__)


def start() -> threading.Thread:
    """Look after receipts for as long as the process lives."""
    thread = threading.Thread(target=_for_ever, name="receipts", daemon=True)
    thread.start()
    return thread


def _for_ever() -> None:
    while True:
        try:
            forget_past(on=today())
        except Error:
            _log.exception("receipts past their term could not be removed; trying again")
        finally:
            connection.close()
        time.sleep(EVERY_SECONDS)
