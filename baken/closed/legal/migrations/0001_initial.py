# SPDX-License-Identifier: EUPL-1.2
"""The tables of what happened before the law."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import baken.closed.vault.fields
import baken.core.clock


class Migration(migrations.Migration):
    initial = True

    dependencies = [("access", "0002_policies"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.CreateModel(
            name="Conditions",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("known", baken.closed.vault.fields.EncryptedJSONField(default=dict, domain="legal.conditions")),
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="conditions", to="access.dossier"
                    ),
                ),
            ],
            options={"abstract": False},
        ),
        migrations.CreateModel(
            name="Happened",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "event",
                    baken.closed.vault.fields.EncryptedTextField(domain="legal.happened", verbose_name="what happened"),
                ),
                ("on", baken.closed.vault.fields.EncryptedDateField(domain="legal.happened", verbose_name="on")),
                ("recorded_at", models.DateTimeField(default=baken.core.clock.now)),
                ("struck_at", models.DateTimeField(null=True)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="happened", to="access.dossier"
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
                "indexes": [
                    models.Index(
                        condition=models.Q(("struck_at", None)), fields=["dossier"], name="happened_in_a_dossier"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("struck_at", None), ("struck_by", None)),
                            models.Q(("struck_at__isnull", False), ("struck_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="struck_by_somebody",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Watch",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("until", models.DateField(db_index=True, null=True)),
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="watch", to="access.dossier"
                    ),
                ),
            ],
            options={"abstract": False},
        ),
    ]
