# SPDX-License-Identifier: EUPL-1.2

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Learned",
            fields=[
                ("id", models.SmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("version", models.UUIDField(default=uuid.uuid4)),
                ("at", models.DateTimeField()),
                ("pairs", models.IntegerField()),
                ("compounds", models.BinaryField()),
            ],
            options={
                "default_permissions": (),
                "constraints": [models.CheckConstraint(condition=models.Q(("id", 1)), name="search_learned_once")],
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[("word", "word"), ("pair", "pair of words"), ("subject", "goes with")], max_length=8
                    ),
                ),
                ("language", models.CharField(max_length=2)),
                ("words", models.CharField(max_length=130)),
                ("name", models.CharField(max_length=64)),
                ("words_shown", models.CharField(max_length=130)),
                ("name_shown", models.CharField(max_length=64)),
                ("likely", models.FloatField()),
                ("second", models.FloatField()),
                ("back", models.FloatField()),
                ("times", models.FloatField()),
                ("factor", models.FloatField()),
                ("salience", models.FloatField()),
                ("example", models.CharField(blank=True, max_length=200)),
                ("example_other", models.CharField(blank=True, max_length=200)),
                ("struck_at", models.DateTimeField(blank=True, null=True)),
                (
                    "struck_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "lexicon entry",
                "verbose_name_plural": "lexicon entries",
                "default_permissions": ("view", "change"),
                "indexes": [models.Index(fields=["language", "name"], name="search_entry_by_name")],
                "constraints": [
                    models.UniqueConstraint(fields=("language", "words", "name", "kind"), name="search_entry_once"),
                    models.CheckConstraint(
                        condition=models.Q(("language__in", ["nl", "en"])), name="search_entry_language"
                    ),
                ],
            },
        ),
    ]
