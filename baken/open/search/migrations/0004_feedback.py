# SPDX-License-Identifier: EUPL-1.2
"""What readers look for and do not find: counted hidden, and shown when enough days asked for it."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0003_passage"),
        ("thesaurus", "0002_watch"),
    ]

    operations = [
        migrations.CreateModel(
            name="Round",
            fields=[
                ("start", models.DateField(primary_key=True, serialize=False)),
                ("salt", models.BinaryField()),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Asked",
            fields=[
                ("digest", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("nothing", models.SmallIntegerField(default=0)),
                ("something", models.SmallIntegerField(default=0)),
                ("followed", models.SmallIntegerField(default=0)),
                ("asked_on", models.DateField(null=True)),
                ("followed_on", models.DateField(null=True)),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="asked", to="search.round"
                    ),
                ),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Candidate",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
                ("text", models.CharField(max_length=50, unique=True)),
                (
                    "why",
                    models.CharField(
                        choices=[("nothing", "found nothing"), ("unfollowed", "no result followed")], max_length=10
                    ),
                ),
                ("days", models.SmallIntegerField()),
                ("seen_in", models.DateField()),
                (
                    "stand",
                    models.CharField(
                        choices=[("open", "open"), ("dismissed", "dismissed"), ("taken", "in the thesaurus")],
                        default="open",
                        max_length=9,
                    ),
                ),
                (
                    "label",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="thesaurus.label"
                    ),
                ),
            ],
            options={
                "verbose_name": "word that readers look for",
                "verbose_name_plural": "words that readers look for",
                "default_permissions": ("view", "change"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("stand", "taken"), ("label", None), _connector="OR"),
                        name="search_candidate_taken",
                    )
                ],
            },
        ),
    ]
