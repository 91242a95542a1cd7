# SPDX-License-Identifier: EUPL-1.2
"""When a process of the door began to log, and when it ended: a start after a start was a death."""

import logging
from multiprocessing.util import Finalize

from django.db import DatabaseError, connection, transaction

from baken.closed.audit.acting import Acting, acting_as
from baken.closed.audit.actions import record
from baken.closed.audit.activities import Action, Activity

_logger = logging.getLogger(__name__)


def begin(component: str) -> None:
    """Log that this process serves from now on, and have it log its own end."""
    _tell(Activity.START, component)
    # A worker is a child process, which runs no `atexit`.
    Finalize(None, _tell, (Activity.STOP, component), exitpriority=0)


def _tell(activity: Activity, component: str) -> None:
    """Write it, or say that it could not be: where the log cannot be written the door answers nobody anyway."""
    try:
        with transaction.atomic(), acting_as(Acting(component=component)):
            record(activity=activity, action=Action.EXECUTE, kind="log")
    except DatabaseError as error:
        _logger.warning("The log does not know of the %s of this process: %s", activity, type(error).__name__)
    finally:
        connection.close()
