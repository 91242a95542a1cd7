# SPDX-License-Identifier: EUPL-1.2
"""What somebody recognised in a report, each time she looked: rows are added and stay."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from baken.closed.access.models import Dossier, Row
from baken.closed.vault.fields import EncryptedJSONField
from baken.core.clock import now


class Scoring(Row):
    """Which indicators were ticked, of what age the person was said to be, and what the rule answered."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="scorings")
    content = EncryptedJSONField(domain="intake.scoring")
    scored_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    scored_at = models.DateTimeField(default=now)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["dossier", "-scored_at"], name="scorings_of_a_report")
        ]

    def __str__(self) -> str:
        return f"scoring in {self.dossier_id}"
