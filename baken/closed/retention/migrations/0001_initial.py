# SPDX-License-Identifier: EUPL-1.2
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
            name="Clock",
            fields=[
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="clock",
                        serialize=False,
                        to="access.dossier",
                    ),
                ),
                ("changed_on", models.DateField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name="Tombstone",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("erased_on", models.DateField()),
                (
                    "reason",
                    models.CharField(
                        choices=[("term", "its term is over"), ("request", "the person asked for it")], max_length=10
                    ),
                ),
                ("rule", models.CharField(max_length=40)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="tombstones", to="access.agency"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Erasure",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("made_at", models.DateTimeField(default=baken.core.clock.now)),
                ("decided_at", models.DateTimeField(null=True)),
                ("approved", models.BooleanField(null=True)),
                (
                    "reason",
                    models.CharField(
                        choices=[("term", "its term is over"), ("request", "the person asked for it")],
                        max_length=10,
                        verbose_name="reason",
                    ),
                ),
                ("rule", models.CharField(max_length=40)),
                ("requested_on", models.DateField(null=True, verbose_name="asked on")),
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="erasures", to="access.dossier"
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
                        name="erasure_by_two_people",
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
                        name="erasure_decided_whole",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("approved", None), ("approved", True), _connector="OR"),
                        fields=("dossier",),
                        name="one_live_erasure",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reason", "term"), ("requested_on", None)),
                            models.Q(("reason", "request"), ("requested_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="erasure_requested_on_a_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Hold",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("criminal", "criminal case"),
                            ("civil", "claim or civil case"),
                            ("complaint", "complaint"),
                            ("inspection", "inspection or inquiry"),
                            ("care", "good care asks for it"),
                        ],
                        max_length=10,
                        verbose_name="reason",
                    ),
                ),
                (
                    "note",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="retention.hold", verbose_name="note"
                    ),
                ),
                ("since", models.DateTimeField(default=baken.core.clock.now)),
                ("lifted_at", models.DateTimeField(null=True)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="holds", to="access.dossier"
                    ),
                ),
                (
                    "lifted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "placed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("lifted_at", None)),
                        fields=("dossier", "reason"),
                        name="one_open_hold_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("lifted_at", None), ("lifted_by", None)),
                            models.Q(("lifted_at__isnull", False), ("lifted_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="hold_lifted_whole",
                    ),
                ],
            },
        ),
    ]
