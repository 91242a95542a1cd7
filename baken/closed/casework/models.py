# SPDX-License-Identifier: EUPL-1.2
"""What a dossier holds: a table for each part, because row-level security guards rows and not columns.

The cover (number, agency, team) is `access.Dossier`. Everything else here is sealed with the dossier's key.
"""

from uuid import UUID

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from baken.closed.access.models import Dossier, Row
from baken.closed.access.parts import Part
from baken.closed.vault.fields import EncryptedDateField, EncryptedJSONField, EncryptedTextField
from baken.closed.vault.sealing import bound_to
from baken.core.clock import now, today

# A note of who reported or sent her, who may have been promised silence: colleagues read it, and no copy holds it.
SENDER = "sender"
# What a note tells of.
KINDS = [
    ("note", _("written note")),
    ("talk", _("talk")),
    ("telephone", _("telephone call")),
    ("visit", _("visit")),
    ("conference", _("case conference")),
    (SENDER, _("who reported or referred")),
]
NOTED = [(Part.NOTES.value, _("notes")), (Part.LEGAL.value, _("legal")), (Part.HEALTH.value, _("health"))]


class Identity(Row):
    """Who the person is."""

    dossier = models.OneToOneField(Dossier, on_delete=models.CASCADE, related_name="identity")
    name = EncryptedTextField(_("name"), domain="casework.identity", blank=True)
    born = EncryptedDateField(_("born on"), domain="casework.identity", null=True, blank=True)
    # Where the day is not known: the fewest and the most years, and the day on which she had them.
    age_range = EncryptedJSONField(_("age"), domain="casework.identity", null=True, blank=True)
    gender = EncryptedTextField(_("sex or gender"), domain="casework.identity", blank=True)
    nationality = EncryptedTextField(_("nationality"), domain="casework.identity", blank=True)
    languages = EncryptedJSONField(_("languages"), domain="casework.identity", default=list)
    interpreter = EncryptedTextField(_("interpreter"), domain="casework.identity", blank=True)
    # Countries by their codes, beside the first nationality.
    other_nationalities = EncryptedJSONField(_("other nationalities"), domain="casework.identity", default=list)
    marital_status = EncryptedTextField(_("marital status"), domain="casework.identity", blank=True)
    # How many; nothing where nobody asked.
    children = EncryptedTextField(_("children"), domain="casework.identity", blank=True)
    education = EncryptedTextField(_("highest education"), domain="casework.identity", blank=True)
    document_number = EncryptedTextField(_("number of an identity document"), domain="casework.identity", blank=True)
    # Of the document number only, as of a telephone number; see vault.blind.
    document_index = models.BinaryField(null=True, db_index=True)

    def __str__(self) -> str:
        return f"identity in {self.dossier_id}"


class Contact(Row):
    """How the person can be reached without putting her in danger."""

    dossier = models.OneToOneField(Dossier, on_delete=models.CASCADE, related_name="contact")
    phone = EncryptedTextField(_("telephone"), domain="casework.contact", blank=True)
    # Of the telephone number only, by which two files of one person are found; see vault.blind.
    phone_index = models.BinaryField(null=True, db_index=True)
    safe_ways = EncryptedTextField(_("safe ways and times"), domain="casework.contact", blank=True)
    email = EncryptedTextField(_("e-mail address"), domain="casework.contact", blank=True)
    # Where post may arrive: never the place where she is.
    post_street = EncryptedTextField(_("street and number"), domain="casework.contact", blank=True)
    post_code = EncryptedTextField(_("postal code"), domain="casework.contact", blank=True)
    post_city = EncryptedTextField(_("town"), domain="casework.contact", blank=True)
    post_state = EncryptedTextField(_("province or state"), domain="casework.contact", blank=True)
    post_country = EncryptedTextField(_("country"), domain="casework.contact", blank=True)

    def __str__(self) -> str:
        return f"contact in {self.dossier_id}"


class Note(Row):
    """What somebody wrote down, in one of the parts that have notes. A note is added to, never changed."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="notes")
    part = models.CharField(max_length=12, choices=NOTED, default=Part.NOTES.value)
    kind = EncryptedTextField(_("kind"), domain="casework.note", default="note")
    # In the clear, for the timeline is sorted by it in pages.
    happened_on = models.DateField(default=today)
    text = EncryptedTextField(_("note"), domain="casework.note")
    # Of a case conference: who were there, and what was decided.
    conference = EncryptedJSONField(domain="casework.note", null=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(default=now)

    class Meta:
        indexes = [models.Index(fields=["dossier", "-happened_on", "-written_at"], name="notes_of_a_dossier")]

    def __str__(self) -> str:
        return f"note in {self.dossier_id}"


class Hiding(Row):
    """Where the person hides: sealed to named holders, so that the server alone cannot open it."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="hidings")
    body = models.BinaryField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(default=now)

    class Meta:
        indexes = [models.Index(fields=["dossier", "-written_at"], name="hidings_of_a_dossier")]

    def __str__(self) -> str:
        return f"whereabouts in {self.dossier_id}"


def hiding_place(hiding: UUID, dossier: UUID) -> bytes:
    """Return what a sealed whereabouts is bound to."""
    return bound_to("casework.hiding", "body", hiding, dossier)


class Envelope(Row):
    """What lets one holder open one hiding."""

    hiding = models.ForeignKey(Hiding, on_delete=models.CASCADE, related_name="envelopes")
    holder = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    sealed = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["hiding", "holder"], name="one_envelope_each")]

    def __str__(self) -> str:
        return f"for {self.holder_id}"


# Tables of rooms within this app: Django finds models where it looks for this module.
from baken.closed.casework.arriving.models import Arrival  # noqa: E402
from baken.closed.casework.person.models import Guardian, Relative  # noqa: E402
from baken.closed.casework.status.models import Assertion  # noqa: E402

__all__ = [
    "KINDS",
    "NOTED",
    "SENDER",
    "Arrival",
    "Assertion",
    "Contact",
    "Envelope",
    "Guardian",
    "Hiding",
    "Identity",
    "Note",
    "Relative",
    "hiding_place",
]
