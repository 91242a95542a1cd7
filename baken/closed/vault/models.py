# SPDX-License-Identifier: EUPL-1.2
"""Keys, each wrapped by the one above it, in a database of their own (alias `keys`).

Whoever has a copy of the other databases has no key; whoever has a copy of this one has no root key.
Backups of it are kept for days only, so that a destroyed key does not live on in them.
"""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models.functions import Now

ALIAS = "keys"


class RootMark(models.Model):
    """A root key of the file and when it was first seen there; the key itself is in no database."""

    mark = models.CharField(max_length=16, primary_key=True)
    seen_at = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return self.mark


class Kek(models.Model):
    """A version of the key that wraps the dossier keys of one agency and retention bucket.

    The highest version wraps what is new. A version with nothing under it is destroyed: ``wrapped`` is
    empty from then on, and the row stays to say when.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.UUIDField()
    bucket = models.CharField(max_length=40)
    version = models.PositiveIntegerField()
    wrapped = models.BinaryField()
    root = models.CharField(max_length=16)
    made_at = models.DateTimeField(db_default=Now())
    destroyed_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["agency", "bucket", "version"], name="kek_version"),
            models.CheckConstraint(
                condition=models.Q(destroyed_at=None) | models.Q(wrapped=b""), name="destroyed_kek_is_empty"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.bucket} {self.version}"


class DossierKey(models.Model):
    """The key of one dossier. Deleting this row erases whatever it sealed."""

    dossier = models.UUIDField(primary_key=True)
    kek = models.ForeignKey(Kek, on_delete=models.PROTECT, related_name="dossier_keys")
    wrapped = models.BinaryField()
    made_at = models.DateTimeField(db_default=Now())

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["made_at"], name="dossier_key_by_age")]

    def __str__(self) -> str:
        return str(self.dossier)


class IndexKey(models.Model):
    """An agency's key for blind indexes."""

    agency = models.UUIDField(primary_key=True)
    wrapped = models.BinaryField()
    root = models.CharField(max_length=16)
    made_at = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return str(self.agency)


class ReportKey(models.Model):
    """A key pair of the centre: the open door seals reports to the public half. One is in use at a time."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    public = models.BinaryField()
    wrapped = models.BinaryField()
    root = models.CharField(max_length=16)
    made_at = models.DateTimeField(db_default=Now())
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(models.Value(1), condition=models.Q(ended_at=None), name="one_report_key_in_use"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Rotation(models.Model):
    """A change of keys; while one is unfinished, the next run goes on with it instead of beginning another."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    begun_at = models.DateTimeField(db_default=Now())
    finished_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                models.Value(1), condition=models.Q(finished_at=None), name="one_rotation_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return str(self.begun_at)


class PersonalKey(models.Model):
    """A key pair that somebody made at an agency: the public half, and the private one locked with a passphrase.

    ``signature`` is the root key's word that this public key is hers, so that nobody who writes in this database
    puts another in its place. A key that has ended stays, to say when.
    """

    class Purpose(models.TextChoices):
        """What it is for: holding letters, keeping shares of others' keys, or taking those in for a forgotten one."""

        HOLDER = "holder"
        KEEPER = "keeper"
        RENEWAL = "renewal"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    purpose = models.CharField(max_length=8, choices=Purpose.choices)
    user = models.UUIDField()
    agency = models.UUIDField()
    public = models.BinaryField()
    signature = models.BinaryField()
    root = models.CharField(max_length=16)
    locked = models.BinaryField()
    made_at = models.DateTimeField(db_default=Now())
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["user", "agency", "purpose"], condition=models.Q(ended_at=None), name="one_key_for_a_purpose"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.user}"


class Share(models.Model):
    """A share of a holder's private key, sealed to a keeper's; any two give it back and one alone tells nothing."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    holder = models.ForeignKey(PersonalKey, on_delete=models.PROTECT, related_name="shares")
    keeper = models.ForeignKey(PersonalKey, on_delete=models.PROTECT, related_name="kept")
    sealed = models.BinaryField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["holder", "keeper"], name="one_share_for_a_keeper"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class PassedShare(models.Model):
    """A share that its keeper sealed anew, to the key that the holder made when she had forgotten her passphrase."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    renewal = models.ForeignKey(PersonalKey, on_delete=models.PROTECT, related_name="passed")
    keeper = models.ForeignKey(PersonalKey, on_delete=models.PROTECT, related_name="passed_on")
    sealed = models.BinaryField()
    made_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["renewal", "keeper"], name="one_passed_share_for_a_keeper"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
