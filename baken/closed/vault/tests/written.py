# SPDX-License-Identifier: EUPL-1.2
"""Models of the tests only: one table with encrypted columns, under several names, and one that points to it."""

import uuid

from django.db import models

from baken.closed.vault.fields import EncryptedDateField, EncryptedJSONField, EncryptedTextField

TABLES = """
CREATE TABLE proof_written (
    id uuid PRIMARY KEY, dossier_id uuid NOT NULL, title text NOT NULL UNIQUE,
    text bytea, aside bytea, day bytea, facts bytea
);
CREATE TABLE proof_beside (id uuid PRIMARY KEY, written_id uuid NOT NULL REFERENCES proof_written);
"""
DROP = "DROP TABLE proof_beside, proof_written"


class Row(models.Model):
    """What the models share."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    dossier_id = models.UUIDField()
    title = models.CharField(max_length=40, unique=True, default=uuid.uuid4)

    class Meta:
        abstract = True

    def __str__(self):
        return self.title


class Written(Row):
    """A row with something to keep."""

    text = EncryptedTextField(domain="proof.written", null=True)
    aside = EncryptedTextField(domain="proof.written", null=True)
    day = EncryptedDateField(domain="proof.written", null=True)
    facts = EncryptedJSONField(domain="proof.written", null=True)

    class Meta:
        app_label, managed, db_table = "proof", False, "proof_written"


class Renamed(Row):
    """The same rows after model, field and so everything but the place in code was renamed."""

    said = EncryptedTextField(domain="proof.written", logical="text", db_column="text", null=True)

    class Meta:
        app_label, managed, db_table = "proof", False, "proof_written"


class Elsewhere(Row):
    """The same rows as another table's would be: ciphertext that was carried there."""

    text = EncryptedTextField(domain="proof.elsewhere", null=True)

    class Meta:
        app_label, managed, db_table = "proof", False, "proof_written"


class Beside(models.Model):
    """A row of another table, from which a query may reach for what is encrypted."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    written = models.ForeignKey(Written, on_delete=models.CASCADE, related_name="besides")

    class Meta:
        app_label, managed, db_table = "proof", False, "proof_beside"

    def __str__(self):
        return str(self.written_id)
