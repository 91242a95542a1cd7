# SPDX-License-Identifier: EUPL-1.2
"""How each part comes into the copy: asked of `access`, logged as an export, its days and moments as text."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from baken.closed.access.admitting import admit
from baken.closed.access.parts import Part
from baken.closed.audit.activities import Activity

Copy = dict[str, Any]


def admitted(dossier: UUID, part: Part, objects: Iterable[UUID]) -> None:
    """Ask whether a part may be copied, and log which rows were; raise Refused where there is no ground."""
    admit(dossier, part, activity=Activity.EXPORT, kind="copy", objects=list(objects))


def moment(at: datetime | None) -> str | None:
    """Return a moment in the project's time zone, to the minute."""
    return timezone.localtime(at).isoformat(timespec="minutes") if at else None


def day(on: date | None) -> str | None:
    """Return a day."""
    return on.isoformat() if on else None
