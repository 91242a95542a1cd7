# SPDX-License-Identifier: EUPL-1.2
"""Days as files write them: ISO 8601, or the file is refused in its reader's own words."""

import datetime

from baken.open.files.refusals import Refused


def day(text: str, complaint: str) -> datetime.date | None:
    """Return the day that a text is, None for an empty text; raise `Refused` with the complaint on anything else."""
    try:
        return datetime.date.fromisoformat(text) if text else None
    except ValueError as fault:
        raise Refused(complaint) from fault
