# SPDX-License-Identifier: EUPL-1.2
"""Documents of a dossier, in one of the parts that have notes; each with its versions, which nobody changes."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from baken.closed.access.models import Dossier, Row
from baken.closed.access.parts import Part
from baken.closed.casework.models import NOTED
from baken.closed.casework.recorded import Recorded
from baken.closed.vault.fields import EncryptedBytesField, EncryptedTextField
from baken.core.clock import now


class Document(Recorded):
    """What is kept under one title. A mistake is struck out, and stays to be seen."""

    part = models.CharField(max_length=12, choices=NOTED, default=Part.NOTES.value)
    title = EncryptedTextField(_("title"), domain="documents.document")

    class Meta(Recorded.Meta):
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["dossier", "-recorded_at"], name="documents_of_a_dossier")
        ]

    def __str__(self) -> str:
        return f"document in {self.dossier_id}"


class Version(Row):
    """The file itself as it was added. A newer one stands beside it and never in its place."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="versions")
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    name = EncryptedTextField(_("name of the file"), domain="documents.version")
    media_type = EncryptedTextField(domain="documents.version")
    size = models.PositiveIntegerField()
    body = EncryptedBytesField(domain="documents.version")
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=now)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["document", "-added_at"], name="versions_of_a_document")
        ]

    def __str__(self) -> str:
        return f"version in {self.dossier_id}"
