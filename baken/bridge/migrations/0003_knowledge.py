# SPDX-License-Identifier: EUPL-1.2
"""Cards of what is published, for casework."""

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("bridge", "0002_rights"),
    ]

    operations = [
        migrations.CreateModel(
            name="Knowledge",
            fields=[
                ("key", models.CharField(max_length=600, primary_key=True, serialize=False)),
                ("thing", models.CharField(db_index=True, max_length=100)),
                ("same", models.CharField(max_length=600)),
                ("kind", models.CharField(max_length=16)),
                ("language", models.CharField(max_length=8)),
                ("title", models.CharField(max_length=300)),
                ("summary", models.CharField(max_length=300)),
                ("address", models.CharField(max_length=600)),
                (
                    "concepts",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=100), size=None),
                ),
                (
                    "citations",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=600), size=None),
                ),
                ("updated", models.DateField(null=True)),
            ],
            options={
                "db_table": '"bridge"."knowledge"',
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ("article", "provision"))), name="knowledge_of_a_kind"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("address__regex", "^/[^/?#\\\\<>\"'[:space:][:cntrl:]][^?#\\\\<>\"'[:space:][:cntrl:]]*$")
                        ),
                        name="knowledge_in_the_databank",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("citations__len__lte", 60), ("concepts__len__lte", 60)),
                        name="knowledge_of_a_size",
                    ),
                ],
            },
        ),
    ]
