# SPDX-License-Identifier: EUPL-1.2
"""Figures as they were released."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("bridge", "0004_knowledge_rights"),
    ]

    operations = [
        migrations.CreateModel(
            name="Release",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("slug", models.CharField(max_length=64)),
                ("figure", models.JSONField()),
                ("method", models.JSONField()),
                ("released_on", models.DateField()),
                ("replaces", models.UUIDField(null=True, unique=True)),
                ("withdrawn_on", models.DateField(null=True)),
            ],
            options={
                "db_table": '"bridge"."figure"',
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("slug__regex", "^[a-z0-9]+(-[a-z0-9]+)*$")), name="figure_by_a_name"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("replaces", None)), fields=("slug",), name="figure_begins_once"
                    ),
                ],
            },
        ),
    ]
