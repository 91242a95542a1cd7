# SPDX-License-Identifier: EUPL-1.2
"""The tables of documents."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import baken.closed.vault.fields
import baken.core.clock


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0002_policies"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Document",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("recorded_at", models.DateTimeField(default=baken.core.clock.now)),
                ("struck_at", models.DateTimeField(null=True)),
                (
                    "part",
                    models.CharField(
                        choices=[("notes", "notes"), ("legal", "legal"), ("health", "health")],
                        default="notes",
                        max_length=12,
                    ),
                ),
                (
                    "title",
                    baken.closed.vault.fields.EncryptedTextField(domain="documents.document", verbose_name="title"),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="%(class)ss", to="access.dossier"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "struck_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Version",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "name",
                    baken.closed.vault.fields.EncryptedTextField(
                        domain="documents.version", verbose_name="name of the file"
                    ),
                ),
                ("media_type", baken.closed.vault.fields.EncryptedTextField(domain="documents.version")),
                ("size", models.PositiveIntegerField()),
                ("body", baken.closed.vault.fields.EncryptedBytesField(domain="documents.version")),
                ("added_at", models.DateTimeField(default=baken.core.clock.now)),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="versions", to="documents.document"
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="access.dossier"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(fields=["dossier", "-recorded_at"], name="documents_of_a_dossier"),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("struck_at", None), ("struck_by", None)),
                    models.Q(("struck_at__isnull", False), ("struck_by__isnull", False)),
                    _connector="OR",
                ),
                name="document_struck_by_somebody",
            ),
        ),
        migrations.AddIndex(
            model_name="version",
            index=models.Index(fields=["document", "-added_at"], name="versions_of_a_document"),
        ),
    ]
