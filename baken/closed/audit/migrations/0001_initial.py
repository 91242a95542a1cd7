# SPDX-License-Identifier: EUPL-1.2

import uuid

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.db import migrations, models

import baken.core.clock


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Link",
            fields=[
                ("seq", models.BigIntegerField(primary_key=True, serialize=False)),
                ("entry_id", models.UUIDField(unique=True)),
                ("previous", models.BinaryField()),
                ("hash", models.BinaryField()),
                ("key_id", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("at", models.DateTimeField(default=baken.core.clock.now)),
                ("trace", models.TextField(blank=True)),
                ("activity", models.TextField()),
                ("action", models.CharField(max_length=1)),
                ("kind", models.TextField(blank=True)),
                ("outcome", models.TextField()),
                ("user_id", models.UUIDField(null=True)),
                ("on_behalf_of_id", models.UUIDField(null=True)),
                ("agency_id", models.UUIDField(null=True)),
                (
                    "roles",
                    django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None),
                ),
                ("requestor", models.BooleanField()),
                ("purpose", models.TextField(blank=True)),
                ("session", models.TextField(blank=True)),
                ("address", models.TextField(blank=True)),
                ("dossier_id", models.UUIDField(null=True)),
                ("dossier_agency_id", models.UUIDField(null=True)),
                (
                    "objects_touched",
                    django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None),
                ),
                ("part", models.TextField(blank=True)),
                ("sensitivity", models.TextField(blank=True)),
                ("facts", models.JSONField(default=dict)),
                ("ground", models.TextField(blank=True)),
                ("ground_row", models.UUIDField(null=True)),
                ("site", models.TextField()),
                ("component", models.TextField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["dossier_id", "at"], name="entry_by_dossier"),
                    models.Index(fields=["user_id", "at"], name="entry_by_user"),
                    models.Index(fields=["agency_id", "at"], name="entry_by_agency"),
                    models.Index(fields=["dossier_agency_id", "at"], name="entry_by_dossier_agency"),
                    django.contrib.postgres.indexes.GinIndex(
                        condition=models.Q(("objects_touched", []), _negated=True),
                        fields=["objects_touched"],
                        name="entry_by_object",
                    ),
                ],
            },
        ),
    ]
