# SPDX-License-Identifier: EUPL-1.2
"""Agencies and their people; dossiers, and on what ground somebody may read one.

Every key is made before it is stored: nothing here is asked back from the database on insert, which
row-level security would not allow.
"""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from baken.closed.access.labels import PURPOSES, ROLES
from baken.closed.vault.fields import EncryptedTextField
from baken.core.clock import now


class Row(models.Model):
    """A row with a key that tells nothing about order."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    class Meta:
        abstract = True


class Agency(Row):
    """An organisation whose people work here; the centre itself, or a partner."""

    class Kind(models.TextChoices):
        """What an agency is to this system."""

        CENTRE = "centre", _("the centre")
        PARTNER = "partner", _("partner")

    name = models.CharField(_("name"), max_length=200, unique=True)
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.PARTNER)
    suspended_at = models.DateTimeField(null=True)  # the kill switch: from then on nobody of it sees anything

    def __str__(self) -> str:
        return self.name


class Appointment(Row):
    """Somebody has a role at an agency, from a day until another."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="appointments")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="appointments")
    role = models.CharField(_("role"), max_length=20, choices=ROLES)
    since = models.DateTimeField(default=now)
    until = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "agency", "role"], condition=Q(until=None), name="one_open_appointment"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.role}"


class Decided(Row):
    """What one person asks for and another decides."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="%(class)ss")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=now)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    approved = models.BooleanField(null=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(condition=~Q(made_by=F("decided_by")), name="%(class)s_by_two_people"),
            models.CheckConstraint(
                condition=Q(decided_by=None, decided_at=None, approved=None)
                | Q(decided_by__isnull=False, decided_at__isnull=False, approved__isnull=False),
                name="%(class)s_decided_whole",
            ),
        ]


class Invitation(Decided):
    """A manager asks somebody in; it counts once another person approved it."""

    email = models.EmailField(_("e-mail address"))
    role = models.CharField(_("role"), max_length=20, choices=ROLES)

    def __str__(self) -> str:
        return f"{self.role} {self.made_at:%Y-%m-%d}"


class Reset(Decided):
    """Somebody lost the second factor: one overseer asks to start the account anew, another approves it."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.user_id} {self.made_at:%Y-%m-%d}"


class Dossier(Row):
    """What is guarded as one thing: a report, a person or a case. Its key opens all that is written in it."""

    class Kind(models.TextChoices):
        """What a dossier is about."""

        REPORT = "report", _("report")
        PERSON = "person", _("person")
        CASE = "case", _("case")

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="dossiers")
    number = models.CharField(_("file number"), max_length=20)
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.CASE)
    bucket = models.CharField(max_length=20)  # which retention rule it falls under, and so which key of the agency
    # The person concerned, where she has an account herself: a worker never reads her own file here.
    subject = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(default=now)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "number"], name="one_dossier_per_number")]
        indexes = [
            models.Index(fields=["agency", "-opened_at"], name="dossiers_of_an_agency"),
            # Of all the files that were ever opened here few are open, and today's page asks for those.
            models.Index(fields=["agency", "-opened_at"], condition=Q(closed_at=None), name="open_dossiers"),
            models.Index(fields=["-opened_at", "number"], name="dossiers_newest_first"),
        ]

    def __str__(self) -> str:
        return self.number


class TeamPlace(Row):
    """Somebody is on the care team of a dossier, from a day until another.

    Beside these columns the table has ``agency_id``, the dossier's, which PostgreSQL fills in and Django does not know.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="places")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="places")
    since = models.DateTimeField(default=now)
    until = models.DateTimeField(null=True)
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier", "user"], condition=Q(until=None), name="one_open_place"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="place_ends_after_begin"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} on {self.dossier_id}"


class Consent(Row):
    """A person lets an agency read parts of her file, for one purpose, until a day or until she takes it back."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="consents")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="consents")
    parts = ArrayField(models.CharField(max_length=12))
    purpose = models.CharField(_("purpose"), max_length=12, choices=PURPOSES)
    since = models.DateTimeField(default=now)
    until = models.DateTimeField(_("until"))
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(until__gt=F("since")), name="consent_ends_after_begin"),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
                name="consent_withdrawn_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency_id} {self.purpose}"


class Glass(Row):
    """Somebody broke the glass over a dossier: an hour's reading, two people alarmed, reviewed afterwards."""

    class Verdict(models.TextChoices):
        """What the reviewer found."""

        JUSTIFIED = "justified", _("justified")
        NOT_JUSTIFIED = "not_justified", _("not justified")

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="glasses")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="glasses")
    reason = EncryptedTextField(_("reason"), domain="access.glass")  # it may tell of the person
    since = models.DateTimeField(default=now)
    until = models.DateTimeField()
    alarmed = ArrayField(models.UUIDField())  # who was told at once
    reviewed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    reviewed_at = models.DateTimeField(null=True)
    verdict = models.CharField(_("verdict"), max_length=14, choices=Verdict, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(user=F("reviewed_by")), name="glass_reviewed_by_another"),
            models.CheckConstraint(
                condition=Q(reviewed_by=None, reviewed_at=None, verdict="")
                | (Q(reviewed_by__isnull=False, reviewed_at__isnull=False) & ~Q(verdict="")),
                name="glass_reviewed_whole",
            ),
            models.UniqueConstraint(fields=["user"], condition=Q(reviewed_at=None), name="one_unreviewed_glass"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} on {self.dossier_id}"
