# SPDX-License-Identifier: EUPL-1.2
import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import baken.core.clock


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0002_policies"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Question",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("title_nl", models.CharField(max_length=120, verbose_name="title in Dutch")),
                ("title_en", models.CharField(max_length=120, verbose_name="title in English")),
                ("unit", models.CharField(max_length=20)),
                (
                    "dimensions",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), size=None),
                ),
                ("where", models.JSONField(default=dict)),
                ("first", models.DateField(verbose_name="from")),
                ("last", models.DateField(verbose_name="until and including")),
                ("made_at", models.DateTimeField(default=baken.core.clock.now)),
                ("shown", models.JSONField(null=True)),
                ("shown_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="questions", to="access.agency"
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Release",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("made_at", models.DateTimeField(default=baken.core.clock.now)),
                ("decided_at", models.DateTimeField(null=True)),
                ("approved", models.BooleanField(null=True)),
                ("slug", models.SlugField(max_length=80)),
                ("figure", models.JSONField()),
                ("warnings", models.JSONField(default=list)),
                ("method_nl", models.TextField(max_length=4000, verbose_name="how it was counted, in Dutch")),
                ("method_en", models.TextField(max_length=4000, verbose_name="how it was counted, in English")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="%(class)ss", to="access.agency"
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "question",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="releases",
                        to="figures.question",
                    ),
                ),
                (
                    "replaces",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="figures.release"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Withdrawal",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("at", models.DateTimeField(default=baken.core.clock.now)),
                ("why", models.CharField(max_length=500, verbose_name="why")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "release",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="withdrawal", to="figures.release"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="question",
            constraint=models.CheckConstraint(
                condition=models.Q(("last__gte", models.F("first"))), name="question_in_order"
            ),
        ),
        migrations.AddConstraint(
            model_name="question",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("shown", None), ("shown_at", None)),
                    models.Q(("shown__isnull", False), ("shown_at__isnull", False)),
                    _connector="OR",
                ),
                name="question_shown_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="release",
            constraint=models.CheckConstraint(
                condition=models.Q(("made_by", models.F("decided_by")), _negated=True), name="release_by_two_people"
            ),
        ),
        migrations.AddConstraint(
            model_name="release",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("approved", None), ("decided_at", None), ("decided_by", None)),
                    models.Q(("approved__isnull", False), ("decided_at__isnull", False), ("decided_by__isnull", False)),
                    _connector="OR",
                ),
                name="release_decided_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="release",
            constraint=models.UniqueConstraint(
                condition=models.Q(("decided_at", None)), fields=("question",), name="one_release_waits"
            ),
        ),
    ]
