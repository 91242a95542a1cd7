# SPDX-License-Identifier: EUPL-1.2
"""Pages that were told a moment to appear or to go: looked after every minute, by one process at a time."""

import logging
import threading

from django.core.management import call_command
from django.db import Error, connection, transaction

from baken.core import rounds

EVERY_SECONDS = 60
_LOCK = 0x62616B656E  # any number that nothing else in this database locks on
_log = logging.getLogger(__name__)


def start() -> threading.Thread:
    """Look after the schedule in a thread of this process; the thread ends with the process."""
    return rounds.start("schedule", _round, EVERY_SECONDS)


def _round() -> None:
    try:
        keep()
    except Error:
        _log.exception("the schedule of pages could not be kept; trying again")
    finally:
        connection.close()


def keep() -> bool:
    """Publish what is due and take away what is past; return False where another process is at it."""
    with transaction.atomic():
        with connection.cursor() as db:
            db.execute("SELECT pg_try_advisory_xact_lock(%s)", [_LOCK])
            if not db.fetchone()[0]:
                return False
        call_command("publish_scheduled", verbosity=0)
    return True
