# SPDX-License-Identifier: EUPL-1.2
"""Many reports, one person: by what they are found, and what somebody said of two of them. Nothing is ever merged."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from baken.closed.access.models import Dossier, Row
from baken.closed.intake.sameness.labels import VERDICTS
from baken.closed.vault.fields import EncryptedTextField
from baken.core.clock import now


class Mark(Row):
    """The blind index of a telephone or document number that stands in a report; see vault.blind."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="marks")
    index = models.BinaryField(db_index=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["dossier", "index"], name="marked_once")
        ]

    def __str__(self) -> str:
        return f"mark in {self.dossier_id}"


class Verdict(Row):
    """That a report and another dossier are about one person, are not, or that this was taken back; the last counts."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="verdicts")
    other = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    verdict = models.CharField(max_length=9, choices=VERDICTS)
    words = EncryptedTextField(domain="intake.verdict", blank=True)
    judged_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    judged_at = models.DateTimeField(default=now)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=~Q(dossier=F("other")), name="verdict_on_another")
        ]

    def __str__(self) -> str:
        return f"{self.verdict}: {self.dossier_id} and {self.other_id}"
