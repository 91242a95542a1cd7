# SPDX-License-Identifier: EUPL-1.2
"""What every write to daily life shares: in whose name, and what the log then says."""

from typing import TypeVar
from uuid import UUID

from baken.closed.access.actions import me
from baken.closed.access.parts import Part
from baken.closed.access.rules import Refused
from baken.closed.audit.activities import Action
from baken.closed.shelter.admitting import Admitted, admit_to_give, noted
from baken.closed.shelter.living.models import Ending, Written
from baken.core.clock import now

Wrote = TypeVar("Wrote", bound=Written)
Ended = TypeVar("Ended", bound=Ending)


def made(admitted: Admitted, row: Wrote) -> Wrote:
    """Write down a new row in one's own name and return it; it is logged."""
    row.written_by_id = me()
    row.save(force_insert=True)
    noted(admitted, Part.WHEREABOUTS, Action.CREATE, _kind(row), row.pk)
    return row


def saved(admitted: Admitted, row: Wrote, *fields: str) -> Wrote:
    """Write what changed of a row and return it; it is logged."""
    row.save(update_fields=list(fields))
    noted(admitted, Part.WHEREABOUTS, Action.UPDATE, _kind(row), row.pk)
    return row


def ended(admitted: Admitted, row: Ended, *fields: str) -> Ended:
    """End a row in one's own name, once, and return it; it is logged."""
    row.ended_by_id, row.ended_at = me(), now()
    return saved(admitted, row, "ended_by", "ended_at", *fields)


def found(kind: type[Wrote], dossier: UUID, key: UUID) -> tuple[Admitted, Wrote]:
    """Return a row that the acting user may change, kept for this transaction; raise Refused where it is not there."""
    admitted = admit_to_give(dossier)
    row = kind._default_manager.select_for_update(of=("self",)).filter(pk=key, dossier=dossier).first()
    if row is None:
        raise Refused("no such row here")
    return admitted, row


def lasting(kind: type[Ended], dossier: UUID, key: UUID) -> tuple[Admitted, Ended]:
    """Return a row that has not ended; raise Refused for another."""
    admitted, row = found(kind, dossier, key)
    if row.ended_at:
        raise Refused("has ended already")
    return admitted, row


def _kind(row: Written) -> str:
    return type(row).__name__.lower()
