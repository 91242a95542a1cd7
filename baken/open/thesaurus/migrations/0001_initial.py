# SPDX-License-Identifier: EUPL-1.2

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Scheme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.SlugField(max_length=40, unique=True)),
                ("title", models.CharField(max_length=200)),
                ("uri", models.CharField(blank=True, max_length=300)),
            ],
        ),
        migrations.CreateModel(
            name="Concept",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("notation", models.CharField(max_length=100)),
                ("uri", models.CharField(blank=True, max_length=300)),
                (
                    "scheme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="concepts", to="thesaurus.scheme"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Label",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("language", models.CharField(max_length=8)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("preferred", "preferred term"),
                            ("alternative", "also called"),
                            ("hidden", "found by"),
                        ],
                        max_length=12,
                    ),
                ),
                ("text", models.CharField(max_length=300)),
                (
                    "concept",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="labels", to="thesaurus.concept"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["language", "text"], name="label_by_text")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("role", "preferred")),
                        fields=("concept", "language"),
                        name="one_preferred_label",
                    ),
                    models.UniqueConstraint(fields=("concept", "language", "role", "text"), name="one_label_each"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Note",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("language", models.CharField(max_length=8)),
                ("kind", models.CharField(default="scope", max_length=20)),
                ("text", models.TextField()),
                (
                    "concept",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="notes", to="thesaurus.concept"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("concept", "language", "kind"), name="one_note_each")],
            },
        ),
        migrations.CreateModel(
            name="Relation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("broader", "broader"),
                            ("related", "related"),
                            ("exactMatch", "the same as"),
                            ("closeMatch", "close to"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "concept",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="relations", to="thesaurus.concept"
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="related_from", to="thesaurus.concept"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("concept", "other", "kind"), name="one_relation_each"),
                    models.CheckConstraint(
                        condition=models.Q(("concept", models.F("other")), _negated=True), name="not_related_to_itself"
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="concept",
            constraint=models.UniqueConstraint(fields=("scheme", "notation"), name="one_concept_per_notation"),
        ),
    ]
