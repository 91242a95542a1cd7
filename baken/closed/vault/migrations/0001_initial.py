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
            name="PersonalKey",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "purpose",
                    models.CharField(
                        choices=[("holder", "Holder"), ("keeper", "Keeper"), ("renewal", "Renewal")], max_length=8
                    ),
                ),
                ("user", models.UUIDField()),
                ("agency", models.UUIDField()),
                ("public", models.BinaryField()),
                ("signature", models.BinaryField()),
                ("root", models.CharField(max_length=16)),
                ("locked", models.BinaryField()),
                ("made_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("ended_at", models.DateTimeField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("user", "agency", "purpose"),
                        name="one_key_for_a_purpose",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Share",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("sealed", models.BinaryField()),
                (
                    "holder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="shares", to="vault.personalkey"
                    ),
                ),
                (
                    "keeper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="kept", to="vault.personalkey"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("holder", "keeper"), name="one_share_for_a_keeper")],
            },
        ),
        migrations.CreateModel(
            name="PassedShare",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("sealed", models.BinaryField()),
                ("made_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "keeper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="passed_on", to="vault.personalkey"
                    ),
                ),
                (
                    "renewal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="passed", to="vault.personalkey"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("renewal", "keeper"), name="one_passed_share_for_a_keeper")
                ],
            },
        ),
    ]
