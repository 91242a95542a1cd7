# SPDX-License-Identifier: EUPL-1.2
"""Receipts end by themselves: looked after every hour in a thread of each process that serves."""

import logging
import threading

from django.db import Error, connection

from baken.core import rounds
from baken.core.clock import today
from baken.open.reporting.actions import forget_past

EVERY_SECONDS = 3600
_log = logging.getLogger(__name__)


def start() -> threading.Thread:
    """Look after receipts for as long as the process lives."""
    return rounds.start("receipts", _round, EVERY_SECONDS)


def _round() -> None:
    try:
        forget_past(on=today())
    except Error:
        _log.exception("receipts past their term could not be removed; trying again")
    finally:
        connection.close()
