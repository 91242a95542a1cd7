# SPDX-License-Identifier: EUPL-1.2
"""Where a file came from, in the part `notes`: written once, with the file itself."""

from django.conf import settings
from django.db import models

from baken.closed.access.models import Dossier, Row
from baken.closed.vault.fields import EncryptedJSONField
from baken.core.clock import now


class Arrival(Row):
    """The record of another system that a file was opened from."""

    dossier = models.OneToOneField(Dossier, on_delete=models.CASCADE, related_name="+")
    batch = models.UUIDField(db_index=True)
    # Which row of its file it stood in.
    number = models.PositiveIntegerField()
    # Of the whole record, as of a telephone number; see vault.blind. The same record is not taken twice.
    reference = models.BinaryField(unique=True)
    # Values by their fields that have no place of their own in a file; a reader finds them in a note.
    kept = EncryptedJSONField(domain="casework.arrival", default=dict)
    brought_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    brought_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return f"arrival of {self.dossier_id}"
