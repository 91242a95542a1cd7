# SPDX-License-Identifier: EUPL-1.2
"""What somebody said about CoMensha, the sheet that was made, and what was done with it. What it says is sealed."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from baken.closed.access.models import Decided, Dossier, Row
from baken.closed.casework.recorded import Recorded
from baken.closed.vault.fields import EncryptedDateField, EncryptedJSONField, EncryptedTextField
from baken.core.clock import now

TAKEN, SENT, ANSWERED = "taken", "sent", "answered"
EXCHANGES = [(TAKEN, _("taken out")), (SENT, _("sent")), (ANSWERED, _("answered"))]


class Word(Recorded):
    """A yes, a no, or a yes taken back, for one purpose. A later word is added, and none is changed."""

    purpose = EncryptedTextField(_("what for"), domain="registration.word")
    what = EncryptedTextField(_("what was said"), domain="registration.word")
    on = EncryptedDateField(_("on"), domain="registration.word")
    by = EncryptedTextField(_("by whom"), domain="registration.word")
    how = EncryptedTextField(_("how"), domain="registration.word")
    witness = EncryptedTextField(_("before whom"), domain="registration.word", blank=True)
    words = EncryptedTextField(_("in words"), domain="registration.word", blank=True)

    class Meta(Recorded.Meta):
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["dossier"], name="words_of_a_dossier")]

    def __str__(self) -> str:
        return f"word in {self.dossier_id}"


class Override(Decided):
    """Somebody on the team asks to register without consent, with advice; an overseer decides. It stays to be seen."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="overrides")
    adviser = EncryptedTextField(_("who advised"), domain="registration.override")
    name = EncryptedTextField(_("name of who advised"), domain="registration.override")
    advised_on = EncryptedDateField(_("advised on"), domain="registration.override")
    reason = EncryptedTextField(_("reason"), domain="registration.override")

    class Meta(Decided.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Decided.Meta.constraints,
            models.UniqueConstraint(fields=["dossier"], condition=Q(decided_at=None), name="one_open_override"),
        ]

    def __str__(self) -> str:
        return f"override in {self.dossier_id}"


class Draft(Row):
    """The sheet as it is being filled in, under the one pseudonym that the person has with CoMensha."""

    dossier = models.OneToOneField(Dossier, on_delete=models.CASCADE, related_name="sheet")
    pseudonym = EncryptedTextField(domain="registration.draft")
    kind = EncryptedTextField(_("type of file"), domain="registration.draft")
    answers = EncryptedJSONField(domain="registration.draft", default=dict)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return f"draft in {self.dossier_id}"


class Version(Row):
    """The sheet as it was fixed: numbered, dated, never changed. A correction is a new version."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    content = EncryptedJSONField(domain="registration.version")
    fixed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    fixed_at = models.DateTimeField(default=now)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["dossier", "number"], name="one_version_per_number"),
            models.CheckConstraint(condition=Q(number__gte=1), name="versions_count_from_one"),
        ]

    def __str__(self) -> str:
        return f"version {self.number} in {self.dossier_id}"


class Exchange(Recorded):
    """What was done with a version: taken out, sent, answered. A mistake is struck out."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="exchanges")
    kind = models.CharField(max_length=8, choices=EXCHANGES)
    on = EncryptedDateField(_("on"), domain="registration.exchange")
    # How it went there, or what was answered.
    what = EncryptedTextField(_("what"), domain="registration.exchange")
    to = EncryptedTextField(_("to whom"), domain="registration.exchange", blank=True)
    number = EncryptedTextField(_("number that CoMensha gave"), domain="registration.exchange", blank=True)
    words = EncryptedTextField(_("in words"), domain="registration.exchange", blank=True)

    class Meta(Recorded.Meta):
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["dossier", "kind"], condition=Q(struck_at=None), name="exchanges_of_a_dossier")
        ]

    def __str__(self) -> str:
        return f"{self.kind} in {self.dossier_id}"
