# SPDX-License-Identifier: EUPL-1.2
"""Writing a made-up case down as a worker would: through the same actions, with its key, its team and its log."""

from collections.abc import Collection, Sequence
from uuid import UUID

from django.db import connection

from baken.closed.access.actions import open_dossier
from baken.closed.access.parts import Part
from baken.closed.casework.actions import add_note, write_identity
from baken.closed.casework.ctdc.cases import SOURCE
from baken.closed.casework.ctdc.table import Reading
from baken.closed.casework.status.actions import write_assertion
from baken.closed.casework.status.rules import By, What
from baken.closed.vault.actions import destroy_dossier_key, make_dossier_keys
from baken.closed.vault.models import DossierKey
from baken.closed.vault.reads import dossier_keys
from baken.core.clock import today

_LOCK = 0x63746463  # "ctdc": one import at a time


def bring(*, agency: UUID, readings: Sequence[Reading]) -> None:
    """Open a file for each of these made-up cases; their keys are kept before any of the files exists."""
    dossiers = [each.key(agency) for each in readings]
    make_dossier_keys(dossiers=dossiers, agency=agency, bucket=str(today().year))
    dossier_keys(dossiers)  # remembered: one question for all of them
    for each in readings:
        _bring(agency, each)


def _bring(agency: UUID, reading: Reading) -> None:
    """Open a file for a made-up case and write down what is known of it, visibly synthetic."""
    case, dossier = reading.case, open_dossier(agency=agency, key=reading.key(agency)).pk
    write_identity(
        dossier=dossier,
        name=f"Synthetisch {reading.number:06d}",
        least=case.least,
        most=case.most,
        gender=case.gender,
        nationality=case.nationality,
    )
    if case.said_on:
        write_assertion(dossier=dossier, what=What.PRESUMED, by=By.OTHER, on=case.said_on, source=SOURCE)
    add_note(dossier=dossier, part=Part.NOTES, text=case.note)


def obtain_turn() -> bool:
    """Return whether this connection may import; the turn ends with it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [_LOCK])
        row = cursor.fetchone()
    return bool(row and row[0])


def clear_away(*, coming: Sequence[UUID], known: Collection[UUID]) -> int:
    """Destroy the keys that an import left behind which was cut off; return how many. Whoever calls has the turn."""
    # A file that is there keeps its key, whatever was asked.
    keys = DossierKey.objects.filter(pk__in=set(coming).difference(known))
    return sum(destroy_dossier_key(dossier=key) for key in list(keys.values_list("pk", flat=True)))
