# SPDX-License-Identifier: EUPL-1.2
"""The tables of what was done to her, the risks around her and how safe she is."""

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
            name="Account",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("recorded_at", models.DateTimeField(default=baken.core.clock.now)),
                ("struck_at", models.DateTimeField(null=True)),
                (
                    "teller",
                    baken.closed.vault.fields.EncryptedTextField(
                        domain="trafficking.account", verbose_name="who told it"
                    ),
                ),
                (
                    "told_on",
                    baken.closed.vault.fields.EncryptedDateField(domain="trafficking.account", verbose_name="told on"),
                ),
                (
                    "forms",
                    baken.closed.vault.fields.EncryptedJSONField(
                        domain="trafficking.account", verbose_name="what was done"
                    ),
                ),
                (
                    "crossing",
                    baken.closed.vault.fields.EncryptedTextField(
                        domain="trafficking.account", verbose_name="across a border"
                    ),
                ),
                (
                    "sectors",
                    baken.closed.vault.fields.EncryptedJSONField(domain="trafficking.account", verbose_name="sectors"),
                ),
                (
                    "industry",
                    baken.closed.vault.fields.EncryptedTextField(domain="trafficking.account", verbose_name="industry"),
                ),
                (
                    "sexual",
                    baken.closed.vault.fields.EncryptedJSONField(
                        domain="trafficking.account", verbose_name="sexual exploitation"
                    ),
                ),
                (
                    "recruitment",
                    baken.closed.vault.fields.EncryptedJSONField(
                        domain="trafficking.account", verbose_name="how she was recruited"
                    ),
                ),
                (
                    "recruitment_platforms",
                    baken.closed.vault.fields.EncryptedJSONField(
                        domain="trafficking.account", verbose_name="websites and apps of recruitment"
                    ),
                ),
                (
                    "recruited_country",
                    baken.closed.vault.fields.EncryptedTextField(
                        domain="trafficking.account", verbose_name="country of recruitment"
                    ),
                ),
                (
                    "recruited_place",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="trafficking.account", verbose_name="place of recruitment"
                    ),
                ),
                (
                    "relationship",
                    baken.closed.vault.fields.EncryptedTextField(
                        domain="trafficking.account", verbose_name="who the trafficker was to her"
                    ),
                ),
                (
                    "first_month",
                    baken.closed.vault.fields.EncryptedTextField(
                        domain="trafficking.account", verbose_name="first month"
                    ),
                ),
                (
                    "last_month",
                    baken.closed.vault.fields.EncryptedTextField(
                        domain="trafficking.account", verbose_name="last month"
                    ),
                ),
                (
                    "age",
                    baken.closed.vault.fields.EncryptedTextField(
                        domain="trafficking.account", verbose_name="her age when it began"
                    ),
                ),
                (
                    "exploited_country",
                    baken.closed.vault.fields.EncryptedTextField(
                        domain="trafficking.account", verbose_name="country of exploitation"
                    ),
                ),
                (
                    "exploited_places",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="trafficking.account", verbose_name="places of exploitation"
                    ),
                ),
                (
                    "control",
                    baken.closed.vault.fields.EncryptedJSONField(
                        domain="trafficking.account", verbose_name="how she was controlled"
                    ),
                ),
                (
                    "exploitation_platforms",
                    baken.closed.vault.fields.EncryptedJSONField(
                        domain="trafficking.account", verbose_name="websites and apps of exploitation"
                    ),
                ),
                (
                    "words",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="trafficking.account", verbose_name="in words"
                    ),
                ),
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
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("struck_at", None), ("struck_by", None)),
                            models.Q(("struck_at__isnull", False), ("struck_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="account_struck_by_somebody",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Assessment",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("recorded_at", models.DateTimeField(default=baken.core.clock.now)),
                ("struck_at", models.DateTimeField(null=True)),
                (
                    "on",
                    baken.closed.vault.fields.EncryptedDateField(domain="trafficking.assessment", verbose_name="on"),
                ),
                (
                    "factors",
                    baken.closed.vault.fields.EncryptedJSONField(
                        domain="trafficking.assessment", verbose_name="factors"
                    ),
                ),
                (
                    "words",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="trafficking.assessment", verbose_name="in words"
                    ),
                ),
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
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("struck_at", None), ("struck_by", None)),
                            models.Q(("struck_at__isnull", False), ("struck_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="assessment_struck_by_somebody",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("recorded_at", models.DateTimeField(default=baken.core.clock.now)),
                ("struck_at", models.DateTimeField(null=True)),
                (
                    "kind",
                    baken.closed.vault.fields.EncryptedTextField(
                        domain="trafficking.event", verbose_name="what happened"
                    ),
                ),
                ("on", baken.closed.vault.fields.EncryptedTextField(domain="trafficking.event", verbose_name="when")),
                (
                    "country",
                    baken.closed.vault.fields.EncryptedTextField(domain="trafficking.event", verbose_name="country"),
                ),
                (
                    "place",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="trafficking.event", verbose_name="place"
                    ),
                ),
                (
                    "words",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="trafficking.event", verbose_name="in words"
                    ),
                ),
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
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("struck_at", None), ("struck_by", None)),
                            models.Q(("struck_at__isnull", False), ("struck_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="event_struck_by_somebody",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SafetyLevel",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("recorded_at", models.DateTimeField(default=baken.core.clock.now)),
                ("struck_at", models.DateTimeField(null=True)),
                (
                    "on",
                    baken.closed.vault.fields.EncryptedDateField(domain="trafficking.safetylevel", verbose_name="on"),
                ),
                (
                    "level",
                    baken.closed.vault.fields.EncryptedTextField(
                        domain="trafficking.safetylevel", verbose_name="level"
                    ),
                ),
                (
                    "measures",
                    baken.closed.vault.fields.EncryptedJSONField(
                        domain="trafficking.safetylevel", verbose_name="measures"
                    ),
                ),
                (
                    "words",
                    baken.closed.vault.fields.EncryptedTextField(domain="trafficking.safetylevel", verbose_name="why"),
                ),
                ("review_on", models.DateField(verbose_name="look again on")),
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
                "indexes": [models.Index(fields=["review_on"], name="safety_levels_to_review")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("struck_at", None), ("struck_by", None)),
                            models.Q(("struck_at__isnull", False), ("struck_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="safetylevel_struck_by_somebody",
                    )
                ],
            },
        ),
    ]
