# SPDX-License-Identifier: EUPL-1.2
"""The table of vectors, where PostgreSQL has pgvector; the later ones do not build on it."""

from django.db import migrations, models

import baken.open.search.meaning.fields
from baken.open.search.meaning.offered import CreateWhereOffered


class Migration(migrations.Migration):
    dependencies = [("search", "0002_watch")]
    operations = [
        CreateWhereOffered(
            name="Passage",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("document", models.TextField()),
                ("number", models.SmallIntegerField()),
                ("work", models.CharField(max_length=64)),
                ("language", models.CharField(max_length=12)),
                ("start", models.IntegerField()),
                ("stop", models.IntegerField()),
                ("digest", models.CharField(max_length=32)),
                ("model", models.CharField(blank=True, max_length=100)),
                ("vector", baken.open.search.meaning.fields.VectorField(null=True)),
            ],
            options={
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["work"], name="search_passage_by_work"),
                    models.Index(
                        condition=models.Q(("vector", None)), fields=["number", "id"], name="search_passage_waiting"
                    ),
                ],
                "constraints": [models.UniqueConstraint(fields=("document", "number"), name="search_passage_once")],
            },
        ),
    ]
