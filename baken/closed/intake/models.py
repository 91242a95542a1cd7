# SPDX-License-Identifier: EUPL-1.2
"""A report behind the closed door. What the queue sorts by is in the clear; whatever somebody said is sealed."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from baken.closed.access.models import Agency, Dossier, Row
from baken.closed.intake.labels import CHANNELS, DECISIONS, REASONS, STEPS
from baken.closed.vault.fields import EncryptedBytesField, EncryptedJSONField, EncryptedTextField
from baken.core.clock import now


class Report(Row):
    """That there is a report, whose it is, and what comes next by which day. Nobody's words are in it."""

    dossier = models.OneToOneField(Dossier, on_delete=models.CASCADE, related_name="report")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=20)  # the dossier's own, whose cover not all see who see the queue
    source = models.UUIDField(unique=True, null=True)  # the report's key in the hatch
    # The reporter's public key as she sealed it to us: answers are sealed to this, whatever stands in the hatch later.
    reply_key = models.BinaryField(null=True)
    channel = models.CharField(max_length=10, choices=CHANNELS)
    hour = models.DateTimeField()
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    step = models.CharField(_("next step"), max_length=10, choices=STEPS, default="decide")
    due = models.DateField(_("by"))
    decision = models.CharField(max_length=10, choices=DECISIONS, blank=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(decision="", decided_at=None) | ~Q(decision="") & Q(decided_at__isnull=False),
                name="report_decided_whole",
            )
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["agency", "due"], condition=Q(decision=""), name="reports_to_decide")
        ]

    def __str__(self) -> str:
        return f"report in {self.dossier_id}"


class Letter(Row):
    """What came in, or went out: a report, an addition, a call, an answer."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="letters")
    content = EncryptedJSONField(domain="intake.letter")
    hour = models.DateTimeField()
    # Nobody for what came in.
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)

    def __str__(self) -> str:
        return f"letter in {self.dossier_id}"


class Attachment(Row):
    """A file that came with a report: as it was sent, and the copy without what a camera or program wrote in it."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="attachments")
    name = EncryptedTextField(domain="intake.attachment")
    kind = EncryptedTextField(domain="intake.attachment")
    original = EncryptedBytesField(domain="intake.attachment")
    stripped = EncryptedBytesField(domain="intake.attachment")
    hour = models.DateTimeField()

    def __str__(self) -> str:
        return f"file in {self.dossier_id}"


class Decision(Row):
    """What was decided, why, and by whom; the last one counts and the earlier ones stay."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="decisions")
    decision = models.CharField(_("decision"), max_length=10, choices=DECISIONS)
    reason = models.CharField(_("reason"), max_length=20, choices=REASONS, blank=True)  # of closing, to be counted
    words = EncryptedTextField(_("why"), domain="intake.decision")
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return f"decision in {self.dossier_id}"


class Link(Row):
    """A report is about the person of a file: many reports, one person."""

    dossier = models.OneToOneField(Dossier, on_delete=models.CASCADE, related_name="link")
    case = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="linked")
    linked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    linked_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return f"{self.dossier_id} is about {self.case_id}"


# Tables of rooms within this app: Django finds models where it looks for this module.
from baken.closed.intake.sameness.models import Mark, Verdict  # noqa: E402
from baken.closed.intake.scoring.models import Scoring  # noqa: E402

__all__ = ["Attachment", "Decision", "Letter", "Link", "Mark", "Report", "Scoring", "Verdict"]
