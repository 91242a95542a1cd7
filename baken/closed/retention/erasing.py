# SPDX-License-Identifier: EUPL-1.2
"""Carrying out an erasure that two people agreed on: the key first, the journal second, the rows last.

Each step is kept before the next begins, and each may be done again. Killed between two, what is left is a
file that nothing opens, and whoever runs it again goes on from there.
"""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from baken.closed.access.context import enter
from baken.closed.audit.acting import Acting, acting, acting_as
from baken.closed.audit.actions import record
from baken.closed.audit.activities import Action, Activity
from baken.closed.retention import journal
from baken.closed.retention.journal import Erased
from baken.closed.retention.models import Erasure
from baken.closed.vault.actions import BucketInUse, destroy_bucket, destroy_dossier_key


def carry_out(erasure: UUID, *, by: Acting) -> bool:
    """Erase the dossier of an approved erasure; return whether there was anything left to erase.

    Not within a transaction: the key must be gone for good before a row is.
    """
    with acting_as(by):
        found = _approved(erasure)
        if found is None:
            return False
        destroy_key(found.dossier_id, found.agency_id, found.dossier.bucket)
        journal.append(Path(settings.RETENTION_JOURNAL), _told(found))
        return _remove_rows(found)


def resume() -> int:
    """Carry out what was approved and not finished, as the owner of the database; return how many."""
    waiting = list(Erasure.objects.filter(approved=True).values_list("pk", flat=True))
    return sum(carry_out(each, by=Acting()) for each in waiting)


def destroy_key(dossier: UUID, agency: UUID, bucket: str) -> bool:
    """Destroy a dossier's key, and the key above it once it has no other; return whether the dossier had one.

    Older backups of the keys still hold this one, wrapped: they live for days only, and a restore plays the journal.
    """
    gone = destroy_dossier_key(dossier=dossier)
    with contextlib.suppress(BucketInUse):
        destroy_bucket(agency=agency, bucket=bucket)
    return gone


def _approved(erasure: UUID) -> Erasure | None:
    with _entered():
        return Erasure.objects.select_related("dossier").filter(pk=erasure, approved=True).first()


def _told(found: Erasure) -> Erased:
    assert found.decided_at  # noqa: S101 - approved, so decided; the table has a constraint
    return Erased(found.dossier_id, timezone.localdate(found.decided_at), found.reason, found.rule)


def _remove_rows(found: Erasure) -> bool:
    with _entered():
        with connection.cursor() as cursor:
            cursor.execute("SELECT retention_erase(%s)", [found.pk])
            done = bool(cursor.fetchone()[0])
        if done:
            record(
                activity=Activity.ERASURE,
                action=Action.DELETE,
                dossier=found.dossier_id,
                dossier_agency=found.agency_id,
                kind="dossier",
                objects=[found.dossier_id],
                facts={"reason": found.reason, "rule": found.rule},
            )
    return done


@contextlib.contextmanager
def _entered() -> Iterator[None]:
    """Open a transaction in which the database knows who acts."""
    with transaction.atomic(), acting_as(enter(acting())):
        yield
