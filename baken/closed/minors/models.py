# SPDX-License-Identifier: EUPL-1.2
"""What was done about a child: rounds through the reporting code, their steps, who was asked for authority. Sealed."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from baken.closed.access.models import Dossier, Row
from baken.closed.casework.recorded import Recorded
from baken.closed.vault.fields import EncryptedDateField, EncryptedJSONField, EncryptedTextField
from baken.core.clock import now


class Round(Row):
    """One way through the reporting code; it ends with a decision, and another may begin."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="rounds")
    about = EncryptedTextField(_("about whom"), domain="minors.round")
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField(default=now)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["dossier", "begun_at"], name="rounds_of_a_dossier")
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["dossier"], condition=Q(ended_at=None), name="one_open_round"),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None)
                | Q(ended_at__isnull=False, ended_by__isnull=False, ended_at__gte=F("begun_at")),
                name="round_ended_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"round in {self.dossier_id}"


class Step(Recorded):
    """A step of a round, or a kindcheck, which is of none. A mistake is struck out; nothing is changed."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="steps", null=True)
    key = EncryptedTextField(_("step"), domain="minors.step")
    on = EncryptedDateField(_("on"), domain="minors.step")
    words = EncryptedTextField(_("in words"), domain="minors.step", blank=True)
    # With whom, which answers, what was decided, when and under which number it was reported.
    told = EncryptedJSONField(domain="minors.step", default=dict)

    class Meta(Recorded.Meta):
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["dossier"], name="code_steps_of_a_dossier")]

    def __str__(self) -> str:
        return f"step in {self.dossier_id}"


class Route(Row):
    """Somebody was asked who has authority over her. It ends once: with an answer, or with what comes next."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="routes")
    route = EncryptedTextField(_("whom"), domain="minors.route")
    asked_on = EncryptedDateField(_("asked on"), domain="minors.route")
    words = EncryptedTextField(_("in words"), domain="minors.route", blank=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=now)
    how = EncryptedTextField(_("answer"), domain="minors.route", blank=True)
    ended_on = EncryptedDateField(_("answered on"), domain="minors.route", null=True)
    answer = EncryptedTextField(_("answer in words"), domain="minors.route", blank=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["dossier"], name="routes_of_a_dossier")]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None) | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="route_ended_by_somebody",
            )
        ]

    def __str__(self) -> str:
        return f"route in {self.dossier_id}"
