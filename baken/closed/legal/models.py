# SPDX-License-Identifier: EUPL-1.2
"""What a dossier holds for the law: what happened when, and what the law asks of who somebody is. All of it sealed."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from baken.closed.access.models import Dossier, Row
from baken.closed.vault.fields import EncryptedDateField, EncryptedJSONField, EncryptedTextField
from baken.core.clock import now


class Happened(Row):
    """An event of the law's table on its day. A mistake is struck out and stays to be seen; nothing is changed."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="happened")
    event = EncryptedTextField(_("what happened"), domain="legal.happened")
    on = EncryptedDateField(_("on"), domain="legal.happened")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=now)
    struck_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    struck_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["dossier"], condition=Q(struck_at=None), name="happened_in_a_dossier")
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(struck_at=None, struck_by=None) | Q(struck_at__isnull=False, struck_by__isnull=False),
                name="struck_by_somebody",
            )
        ]

    def __str__(self) -> str:
        return f"event in {self.dossier_id}"


class Conditions(Row):
    """What the law asks of who somebody is, beside her birth date: Dutch, EU, lawfully here, under Dublin."""

    dossier = models.OneToOneField(Dossier, on_delete=models.CASCADE, related_name="conditions")
    known = EncryptedJSONField(domain="legal.conditions", default=dict)

    def __str__(self) -> str:
        return f"conditions in {self.dossier_id}"


class Watch(Row):
    """By which day the next thing must have happened, and not which: so that who oversees sees that a term passed."""

    dossier = models.OneToOneField(Dossier, on_delete=models.CASCADE, related_name="watch")
    until = models.DateField(db_index=True, null=True)

    def __str__(self) -> str:
        return f"next day in {self.dossier_id}"
