# SPDX-License-Identifier: EUPL-1.2
"""The tables of what goes to CoMensha."""

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
            name="Draft",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("pseudonym", baken.closed.vault.fields.EncryptedTextField(domain="registration.draft")),
                (
                    "kind",
                    baken.closed.vault.fields.EncryptedTextField(
                        domain="registration.draft", verbose_name="type of file"
                    ),
                ),
                ("answers", baken.closed.vault.fields.EncryptedJSONField(default=dict, domain="registration.draft")),
                ("changed_at", models.DateTimeField(default=baken.core.clock.now)),
                (
                    "changed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="sheet", to="access.dossier"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Version",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("number", models.PositiveSmallIntegerField()),
                ("content", baken.closed.vault.fields.EncryptedJSONField(domain="registration.version")),
                ("fixed_at", models.DateTimeField(default=baken.core.clock.now)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="versions", to="access.dossier"
                    ),
                ),
                (
                    "fixed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Exchange",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("recorded_at", models.DateTimeField(default=baken.core.clock.now)),
                ("struck_at", models.DateTimeField(null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[("taken", "taken out"), ("sent", "verstuurd"), ("answered", "answered")], max_length=8
                    ),
                ),
                ("on", baken.closed.vault.fields.EncryptedDateField(domain="registration.exchange", verbose_name="op")),
                (
                    "what",
                    baken.closed.vault.fields.EncryptedTextField(domain="registration.exchange", verbose_name="what"),
                ),
                (
                    "to",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="registration.exchange", verbose_name="to whom"
                    ),
                ),
                (
                    "number",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="registration.exchange", verbose_name="number that CoMensha gave"
                    ),
                ),
                (
                    "words",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="registration.exchange", verbose_name="in woorden"
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
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="exchanges", to="registration.version"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Word",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("recorded_at", models.DateTimeField(default=baken.core.clock.now)),
                ("struck_at", models.DateTimeField(null=True)),
                (
                    "purpose",
                    baken.closed.vault.fields.EncryptedTextField(domain="registration.word", verbose_name="what for"),
                ),
                (
                    "what",
                    baken.closed.vault.fields.EncryptedTextField(
                        domain="registration.word", verbose_name="wat is gezegd"
                    ),
                ),
                ("on", baken.closed.vault.fields.EncryptedDateField(domain="registration.word", verbose_name="op")),
                (
                    "by",
                    baken.closed.vault.fields.EncryptedTextField(domain="registration.word", verbose_name="door wie"),
                ),
                ("how", baken.closed.vault.fields.EncryptedTextField(domain="registration.word", verbose_name="how")),
                (
                    "witness",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="registration.word", verbose_name="before whom"
                    ),
                ),
                (
                    "words",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="registration.word", verbose_name="in woorden"
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
            },
        ),
        migrations.CreateModel(
            name="Override",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("made_at", models.DateTimeField(default=baken.core.clock.now)),
                ("decided_at", models.DateTimeField(null=True)),
                ("approved", models.BooleanField(null=True)),
                (
                    "adviser",
                    baken.closed.vault.fields.EncryptedTextField(
                        domain="registration.override", verbose_name="who advised"
                    ),
                ),
                (
                    "name",
                    baken.closed.vault.fields.EncryptedTextField(
                        domain="registration.override", verbose_name="name of who advised"
                    ),
                ),
                (
                    "advised_on",
                    baken.closed.vault.fields.EncryptedDateField(
                        domain="registration.override", verbose_name="advised on"
                    ),
                ),
                (
                    "reason",
                    baken.closed.vault.fields.EncryptedTextField(domain="registration.override", verbose_name="reden"),
                ),
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
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="overrides", to="access.dossier"
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("made_by", models.F("decided_by")), _negated=True),
                        name="override_by_two_people",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("approved", None), ("decided_at", None), ("decided_by", None)),
                            models.Q(
                                ("approved__isnull", False),
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="override_decided_whole",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("decided_at", None)), fields=("dossier",), name="one_open_override"
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="version",
            constraint=models.UniqueConstraint(fields=("dossier", "number"), name="one_version_per_number"),
        ),
        migrations.AddConstraint(
            model_name="version",
            constraint=models.CheckConstraint(condition=models.Q(("number__gte", 1)), name="versions_count_from_one"),
        ),
        migrations.AddIndex(
            model_name="exchange",
            index=models.Index(
                condition=models.Q(("struck_at", None)), fields=["dossier", "kind"], name="exchanges_of_a_dossier"
            ),
        ),
        migrations.AddConstraint(
            model_name="exchange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("struck_at", None), ("struck_by", None)),
                    models.Q(("struck_at__isnull", False), ("struck_by__isnull", False)),
                    _connector="OR",
                ),
                name="exchange_struck_by_somebody",
            ),
        ),
        migrations.AddIndex(
            model_name="word",
            index=models.Index(fields=["dossier"], name="words_of_a_dossier"),
        ),
        migrations.AddConstraint(
            model_name="word",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("struck_at", None), ("struck_by", None)),
                    models.Q(("struck_at__isnull", False), ("struck_by__isnull", False)),
                    _connector="OR",
                ),
                name="word_struck_by_somebody",
            ),
        ),
    ]
