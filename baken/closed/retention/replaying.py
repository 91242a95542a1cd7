# SPDX-License-Identifier: EUPL-1.2
"""What was erased stays erased: after a restore the journal is played over what the backup brought back."""

from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from baken.closed.audit.actions import record
from baken.closed.audit.activities import Action, Activity
from baken.closed.retention import erasing
from baken.closed.retention.journal import Erased, read
from baken.closed.vault.actions import destroy_dossier_key


def replay(journal: Path) -> int:
    """Erase again every dossier that a journal names and the databases hold; return how many had come back.

    Then finish what two people had agreed on when the backup was made. Run as the owner of both databases, before
    anything serves. Nothing is done unless the whole journal can be read: raises JournalMissing and JournalDamaged.
    """
    return sum(_erase_again(erased) for erased in read(journal)) + erasing.resume()


def _erase_again(erased: Erased) -> bool:
    had_key = destroy_dossier_key(dossier=erased.dossier)
    with transaction.atomic():
        keeper = _bury(erased)
        if had_key or keeper:
            _log(erased, keeper)
    return had_key or keeper is not None


def _bury(erased: Erased) -> UUID | None:
    """Delete a dossier's rows and leave a tombstone; return the agency that kept it, or None where it was not there."""
    words: list[Any] = [erased.dossier, erased.reason, erased.rule, erased.on]
    with connection.cursor() as cursor:
        cursor.execute("SELECT retention_bury(%s, %s, %s, %s)", words)
        keeper: UUID | None = cursor.fetchone()[0]
    return keeper


def _log(erased: Erased, keeper: UUID | None) -> None:
    record(
        activity=Activity.ERASURE,
        action=Action.DELETE,
        dossier=erased.dossier,
        dossier_agency=keeper,
        kind="replay",
        objects=[erased.dossier],
        facts={"reason": erased.reason, "rule": erased.rule},
    )
