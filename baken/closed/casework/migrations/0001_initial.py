# SPDX-License-Identifier: EUPL-1.2


import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import baken.closed.vault.fields
import baken.core.clock


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Contact",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "phone",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="casework.contact", verbose_name="telephone"
                    ),
                ),
                ("phone_index", models.BinaryField(db_index=True, null=True)),
                (
                    "safe_ways",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="casework.contact", verbose_name="safe ways and times"
                    ),
                ),
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="contact", to="access.dossier"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Hiding",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("body", models.BinaryField()),
                ("written_at", models.DateTimeField(default=baken.core.clock.now)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="hidings", to="access.dossier"
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Envelope",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("sealed", models.BinaryField()),
                (
                    "holder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "hiding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="envelopes", to="casework.hiding"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Identity",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "name",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="casework.identity", verbose_name="name"
                    ),
                ),
                (
                    "born",
                    baken.closed.vault.fields.EncryptedDateField(
                        blank=True, domain="casework.identity", null=True, verbose_name="born on"
                    ),
                ),
                (
                    "nationality",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="casework.identity", verbose_name="nationality"
                    ),
                ),
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="identity", to="access.dossier"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Note",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "part",
                    models.CharField(
                        choices=[("notes", "notes"), ("legal", "legal"), ("health", "health")],
                        default="notes",
                        max_length=12,
                    ),
                ),
                ("text", baken.closed.vault.fields.EncryptedTextField(domain="casework.note", verbose_name="note")),
                ("written_at", models.DateTimeField(default=baken.core.clock.now)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="notes", to="access.dossier"
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="hiding",
            index=models.Index(fields=["dossier", "-written_at"], name="hidings_of_a_dossier"),
        ),
        migrations.AddConstraint(
            model_name="envelope",
            constraint=models.UniqueConstraint(fields=("hiding", "holder"), name="one_envelope_each"),
        ),
        migrations.AddIndex(
            model_name="note",
            index=models.Index(fields=["dossier", "-written_at"], name="notes_of_a_dossier"),
        ),
    ]
