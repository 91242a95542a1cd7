# SPDX-License-Identifier: EUPL-1.2
"""When a file was last changed, what holds it, who wants it erased, and what is left once it is."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from baken.closed.access.models import Agency, Decided, Dossier, Row
from baken.closed.vault.fields import EncryptedTextField
from baken.core.clock import now


class Clock(models.Model):
    """The day of a dossier's last change. Triggers keep it, so that no writer can forget; see `sql/clock.sql`."""

    dossier = models.OneToOneField(Dossier, primary_key=True, on_delete=models.CASCADE, related_name="clock")
    changed_on = models.DateField(db_index=True)

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.changed_on}"


class Hold(Row):
    """A privacy officer keeps a dossier from being erased, for a reason, until she lifts it."""

    class Reason(models.TextChoices):
        """Why a dossier must stay."""

        CRIMINAL = "criminal", _("criminal case")
        CIVIL = "civil", _("claim or civil case")
        COMPLAINT = "complaint", _("complaint")
        INSPECTION = "inspection", _("inspection or inquiry")
        CARE = "care", _("good care asks for it")

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="holds")
    reason = models.CharField(_("reason"), max_length=10, choices=Reason)
    note = EncryptedTextField(_("note"), domain="retention.hold", blank=True)
    placed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField(default=now)
    lifted_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    lifted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "reason"], condition=Q(lifted_at=None), name="one_open_hold_a_reason"
            ),
            models.CheckConstraint(
                condition=Q(lifted_by=None, lifted_at=None) | Q(lifted_by__isnull=False, lifted_at__isnull=False),
                name="hold_lifted_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reason} on {self.dossier_id}"


class Why(models.TextChoices):
    """Why a dossier is erased."""

    TERM = "term", _("its term is over")
    REQUEST = "request", _("the person asked for it")


class Erasure(Decided):
    """Somebody asks that a dossier is erased, and another decides. The row goes with the dossier."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="erasures")
    reason = models.CharField(_("reason"), max_length=10, choices=Why)
    rule = models.CharField(max_length=40)
    requested_on = models.DateField(_("asked on"), null=True)  # by the person concerned

    class Meta(Decided.Meta):
        constraints = [
            *Decided.Meta.constraints,
            models.UniqueConstraint(
                fields=["dossier"], condition=Q(approved=None) | Q(approved=True), name="one_live_erasure"
            ),
            models.CheckConstraint(
                condition=Q(reason=Why.TERM, requested_on=None) | Q(reason=Why.REQUEST, requested_on__isnull=False),
                name="erasure_requested_on_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reason} of {self.dossier_id}"


class Tombstone(Row):
    """A dossier was here. Its key is not the dossier's, and nothing in it tells whose it was."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="tombstones")
    erased_on = models.DateField()
    reason = models.CharField(max_length=10, choices=Why)
    rule = models.CharField(max_length=40)

    def __str__(self) -> str:
        return f"{self.reason} {self.erased_on}"
