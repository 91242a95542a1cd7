# SPDX-License-Identifier: EUPL-1.2


import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import baken.closed.vault.fields
import baken.core.clock


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Agency",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=200, unique=True, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[("centre", "the centre"), ("partner", "partner")], default="partner", max_length=8
                    ),
                ),
                ("suspended_at", models.DateTimeField(null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Dossier",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("number", models.CharField(max_length=20, verbose_name="file number")),
                (
                    "kind",
                    models.CharField(
                        choices=[("report", "report"), ("person", "person"), ("case", "case")],
                        default="case",
                        max_length=8,
                    ),
                ),
                ("bucket", models.CharField(max_length=20)),
                ("opened_at", models.DateTimeField(default=baken.core.clock.now)),
                ("closed_at", models.DateTimeField(null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="dossiers", to="access.agency"
                    ),
                ),
                (
                    "subject",
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
            name="Consent",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "parts",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=12), size=None),
                ),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("intake", "intake"),
                            ("coordination", "coordination of care"),
                            ("shelter", "shelter"),
                            ("treatment", "treatment"),
                            ("legal_help", "legal help"),
                            ("protection", "protection"),
                            ("oversight", "oversight"),
                        ],
                        max_length=12,
                        verbose_name="purpose",
                    ),
                ),
                ("since", models.DateTimeField(default=baken.core.clock.now)),
                ("until", models.DateTimeField(verbose_name="until")),
                ("withdrawn_at", models.DateTimeField(null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="consents", to="access.agency"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "withdrawn_by",
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="consents", to="access.dossier"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Glass",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("reason", baken.closed.vault.fields.EncryptedTextField(domain="access.glass", verbose_name="reason")),
                ("since", models.DateTimeField(default=baken.core.clock.now)),
                ("until", models.DateTimeField()),
                ("alarmed", django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), size=None)),
                ("reviewed_at", models.DateTimeField(null=True)),
                (
                    "verdict",
                    models.CharField(
                        blank=True,
                        choices=[("justified", "justified"), ("not_justified", "not justified")],
                        max_length=14,
                        verbose_name="verdict",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="glasses", to="access.dossier"
                    ),
                ),
                (
                    "reviewed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="glasses", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("made_at", models.DateTimeField(default=baken.core.clock.now)),
                ("decided_at", models.DateTimeField(null=True)),
                ("approved", models.BooleanField(null=True)),
                ("email", models.EmailField(max_length=254, verbose_name="e-mail address")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("intake", "intake"),
                            ("case_manager", "case manager"),
                            ("shelter", "shelter worker"),
                            ("therapist", "therapist"),
                            ("legal_support", "legal support"),
                            ("police_liaison", "police liaison"),
                            ("analyst", "analyst"),
                            ("privacy_officer", "privacy officer"),
                            ("manager", "manager"),
                            ("administrator", "administrator"),
                        ],
                        max_length=20,
                        verbose_name="role",
                    ),
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
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Reset",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("made_at", models.DateTimeField(default=baken.core.clock.now)),
                ("decided_at", models.DateTimeField(null=True)),
                ("approved", models.BooleanField(null=True)),
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
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TeamPlace",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("since", models.DateTimeField(default=baken.core.clock.now)),
                ("until", models.DateTimeField(null=True)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="places", to="access.dossier"
                    ),
                ),
                (
                    "given_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="places", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Appointment",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("intake", "intake"),
                            ("case_manager", "case manager"),
                            ("shelter", "shelter worker"),
                            ("therapist", "therapist"),
                            ("legal_support", "legal support"),
                            ("police_liaison", "police liaison"),
                            ("analyst", "analyst"),
                            ("privacy_officer", "privacy officer"),
                            ("manager", "manager"),
                            ("administrator", "administrator"),
                        ],
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                ("since", models.DateTimeField(default=baken.core.clock.now)),
                ("until", models.DateTimeField(null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="appointments", to="access.agency"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointments",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until", None)),
                        fields=("user", "agency", "role"),
                        name="one_open_appointment",
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(fields=["agency", "-opened_at"], name="dossiers_of_an_agency"),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                condition=models.Q(("closed_at", None)), fields=["agency", "-opened_at"], name="open_dossiers"
            ),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(fields=["-opened_at", "number"], name="dossiers_newest_first"),
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.UniqueConstraint(fields=("agency", "number"), name="one_dossier_per_number"),
        ),
        migrations.AddConstraint(
            model_name="consent",
            constraint=models.CheckConstraint(
                condition=models.Q(("until__gt", models.F("since"))), name="consent_ends_after_begin"
            ),
        ),
        migrations.AddConstraint(
            model_name="consent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("withdrawn_at", None), ("withdrawn_by", None)),
                    models.Q(("withdrawn_at__isnull", False), ("withdrawn_by__isnull", False)),
                    _connector="OR",
                ),
                name="consent_withdrawn_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="glass",
            constraint=models.CheckConstraint(
                condition=models.Q(("user", models.F("reviewed_by")), _negated=True), name="glass_reviewed_by_another"
            ),
        ),
        migrations.AddConstraint(
            model_name="glass",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reviewed_at", None), ("reviewed_by", None), ("verdict", "")),
                    models.Q(
                        ("reviewed_at__isnull", False),
                        ("reviewed_by__isnull", False),
                        models.Q(("verdict", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="glass_reviewed_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="glass",
            constraint=models.UniqueConstraint(
                condition=models.Q(("reviewed_at", None)), fields=("user",), name="one_unreviewed_glass"
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(("made_by", models.F("decided_by")), _negated=True), name="invitation_by_two_people"
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("approved", None), ("decided_at", None), ("decided_by", None)),
                    models.Q(("approved__isnull", False), ("decided_at__isnull", False), ("decided_by__isnull", False)),
                    _connector="OR",
                ),
                name="invitation_decided_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="reset",
            constraint=models.CheckConstraint(
                condition=models.Q(("made_by", models.F("decided_by")), _negated=True), name="reset_by_two_people"
            ),
        ),
        migrations.AddConstraint(
            model_name="reset",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("approved", None), ("decided_at", None), ("decided_by", None)),
                    models.Q(("approved__isnull", False), ("decided_at__isnull", False), ("decided_by__isnull", False)),
                    _connector="OR",
                ),
                name="reset_decided_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="teamplace",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until", None)), fields=("dossier", "user"), name="one_open_place"
            ),
        ),
        migrations.AddConstraint(
            model_name="teamplace",
            constraint=models.CheckConstraint(
                condition=models.Q(("until", None), ("until__gte", models.F("since")), _connector="OR"),
                name="place_ends_after_begin",
            ),
        ),
    ]
