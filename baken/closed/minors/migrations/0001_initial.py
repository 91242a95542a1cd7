# SPDX-License-Identifier: EUPL-1.2
"""The tables of a child's safety."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import baken.closed.vault.fields
import baken.core.clock


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0002_policies"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Round",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "about",
                    baken.closed.vault.fields.EncryptedTextField(domain="minors.round", verbose_name="about whom"),
                ),
                ("begun_at", models.DateTimeField(default=baken.core.clock.now)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "begun_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="rounds", to="access.dossier"
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Route",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("route", baken.closed.vault.fields.EncryptedTextField(domain="minors.route", verbose_name="whom")),
                (
                    "asked_on",
                    baken.closed.vault.fields.EncryptedDateField(domain="minors.route", verbose_name="asked on"),
                ),
                (
                    "words",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="minors.route", verbose_name="in words"
                    ),
                ),
                ("asked_at", models.DateTimeField(default=baken.core.clock.now)),
                (
                    "how",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="minors.route", verbose_name="answer"
                    ),
                ),
                (
                    "ended_on",
                    baken.closed.vault.fields.EncryptedDateField(
                        domain="minors.route", null=True, verbose_name="answered on"
                    ),
                ),
                (
                    "answer",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="minors.route", verbose_name="answer in words"
                    ),
                ),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="routes", to="access.dossier"
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Step",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("recorded_at", models.DateTimeField(default=baken.core.clock.now)),
                ("struck_at", models.DateTimeField(null=True)),
                ("key", baken.closed.vault.fields.EncryptedTextField(domain="minors.step", verbose_name="step")),
                ("on", baken.closed.vault.fields.EncryptedDateField(domain="minors.step", verbose_name="on")),
                (
                    "words",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="minors.step", verbose_name="in words"
                    ),
                ),
                ("told", baken.closed.vault.fields.EncryptedJSONField(default=dict, domain="minors.step")),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="%(class)ss", to="access.dossier"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="minors.round"
                    ),
                ),
                (
                    "struck_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddIndex(
            model_name="round",
            index=models.Index(fields=["dossier", "begun_at"], name="rounds_of_a_dossier"),
        ),
        migrations.AddConstraint(
            model_name="round",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None)), fields=("dossier",), name="one_open_round"
            ),
        ),
        migrations.AddConstraint(
            model_name="round",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at", None), ("ended_by", None)),
                    models.Q(
                        ("ended_at__gte", models.F("begun_at")),
                        ("ended_at__isnull", False),
                        ("ended_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="round_ended_by_somebody",
            ),
        ),
        migrations.AddIndex(
            model_name="route",
            index=models.Index(fields=["dossier"], name="routes_of_a_dossier"),
        ),
        migrations.AddConstraint(
            model_name="route",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at", None), ("ended_by", None)),
                    models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                    _connector="OR",
                ),
                name="route_ended_by_somebody",
            ),
        ),
        migrations.AddIndex(
            model_name="step",
            index=models.Index(fields=["dossier"], name="code_steps_of_a_dossier"),
        ),
        migrations.AddConstraint(
            model_name="step",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("struck_at", None), ("struck_by", None)),
                    models.Q(("struck_at__isnull", False), ("struck_by__isnull", False)),
                    _connector="OR",
                ),
                name="step_struck_by_somebody",
            ),
        ),
    ]
