# SPDX-License-Identifier: EUPL-1.2
"""What came in before, and what of a file's record has no place of its own here."""

from collections.abc import Iterable
from uuid import UUID

from django.db import connection

from baken.closed.access.admitting import admit
from baken.closed.access.parts import Part
from baken.closed.casework.arriving.models import Arrival


def arrived(references: Iterable[bytes]) -> set[bytes]:
    """Return which of these records are files where the acting user opens them, whoever's files those are."""
    asked = sorted(set(references))
    with connection.cursor() as cursor:
        cursor.execute("SELECT casework_arrived(%s)", [asked])
        return {bytes(row[0]) for row in cursor.fetchall()}


def kept_of(dossier: UUID) -> dict[str, list[str]]:
    """Return what of the record that a file came from has no place here; raise Refused without a ground for notes."""
    found = Arrival.objects.filter(dossier=dossier).first()
    if found is None:
        return {}
    admit(dossier, Part.NOTES, kind="arrival", objects=[found.pk])
    return dict(found.kept)
