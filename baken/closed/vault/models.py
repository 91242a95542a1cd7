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


class Recovery(models.Model):
    """An agency's recovery key: its private half exists only as two parts that two persons open together."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.UUIDField()
    public = models.BinaryField()
    made_at = models.DateTimeField(db_default=Now())

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["agency", "made_at"], name="recovery_by_agency")]

    def __str__(self) -> str:
        return str(self.agency)


class RecoveryPart(models.Model):
    """One person's part of a recovery key, locked with that person's passphrase."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    recovery = models.ForeignKey(Recovery, on_delete=models.CASCADE, related_name="parts")
    user = models.UUIDField()
    locked = models.BinaryField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["recovery", "user"], name="recovery_part_of_two_persons"),
        ]

    def __str__(self) -> str:
        return str(self.user)


class Holder(models.Model):
    """A person who may hold letters of an agency: a public key, and the private one locked with a passphrase.

    ``sealed_to_recovery`` is the private key sealed to the agency's recovery key, for a forgotten passphrase.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.UUIDField()
    agency = models.UUIDField()
    public = models.BinaryField()
    locked = models.BinaryField()
    recovery = models.ForeignKey(Recovery, on_delete=models.PROTECT, related_name="holders")
    sealed_to_recovery = models.BinaryField()
    made_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["user", "agency"], name="holder_of_an_agency"),
        ]

    def __str__(self) -> str:
        return str(self.user)
