# SPDX-License-Identifier: EUPL-1.2
"""Who of the house is on in which night. It is about who works there; nothing in it is about who lives there."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from baken.closed.access.models import Agency, Row
from baken.closed.shelter.nights.labels import HOW
from baken.core.clock import now


class Duty(Row):
    """Somebody is on in the night that begins on a day; whoever is taken off stays to be seen as taken off."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="duties")
    night = models.DateField(_("night"))
    worker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    how = models.CharField(_("how"), max_length=6, choices=HOW)
    put_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    put_at = models.DateTimeField(default=now)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["agency", "night", "worker"], condition=Q(ended_at=None), name="once_in_a_night"
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None) | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="duty_ended_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.worker_id} on {self.night}"
