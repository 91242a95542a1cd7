# SPDX-License-Identifier: EUPL-1.2
"""The tables of keys."""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="IndexKey",
            fields=[
                ("agency", models.UUIDField(primary_key=True, serialize=False)),
                ("wrapped", models.BinaryField()),
                ("root", models.CharField(max_length=16)),
                ("made_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
        ),
        migrations.CreateModel(
            name="RootMark",
            fields=[
                ("mark", models.CharField(max_length=16, primary_key=True, serialize=False)),
                ("seen_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
        ),
        migrations.CreateModel(
            name="Kek",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("agency", models.UUIDField()),
                ("bucket", models.CharField(max_length=40)),
                ("version", models.PositiveIntegerField()),
                ("wrapped", models.BinaryField()),
                ("root", models.CharField(max_length=16)),
                ("made_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("destroyed_at", models.DateTimeField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("agency", "bucket", "version"), name="kek_version"),
                    models.CheckConstraint(
                        condition=models.Q(("destroyed_at", None), ("wrapped", b""), _connector="OR"),
                        name="destroyed_kek_is_empty",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Recovery",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("agency", models.UUIDField()),
                ("public", models.BinaryField()),
                ("made_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
            options={
                "indexes": [models.Index(fields=["agency", "made_at"], name="recovery_by_agency")],
            },
        ),
        migrations.CreateModel(
            name="Rotation",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("begun_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("finished_at", models.DateTimeField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        models.Value(1), condition=models.Q(("finished_at", None)), name="one_rotation_at_a_time"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DossierKey",
            fields=[
                ("dossier", models.UUIDField(primary_key=True, serialize=False)),
                ("wrapped", models.BinaryField()),
                ("made_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "kek",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="dossier_keys", to="vault.kek"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["made_at"], name="dossier_key_by_age")],
            },
        ),
        migrations.CreateModel(
            name="Holder",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("user", models.UUIDField()),
                ("agency", models.UUIDField()),
                ("public", models.BinaryField()),
                ("locked", models.BinaryField()),
                ("sealed_to_recovery", models.BinaryField()),
                ("made_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "recovery",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="holders", to="vault.recovery"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("user", "agency"), name="holder_of_an_agency")],
            },
        ),
        migrations.CreateModel(
            name="RecoveryPart",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("user", models.UUIDField()),
                ("locked", models.BinaryField()),
                (
                    "recovery",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="parts", to="vault.recovery"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("recovery", "user"), name="recovery_part_of_two_persons")
                ],
            },
        ),
    ]
