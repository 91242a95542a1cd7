# SPDX-License-Identifier: EUPL-1.2
"""Reports and what belongs to them."""

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
            name="Attachment",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", baken.closed.vault.fields.EncryptedTextField(domain="intake.attachment")),
                ("kind", baken.closed.vault.fields.EncryptedTextField(domain="intake.attachment")),
                ("original", baken.closed.vault.fields.EncryptedBytesField(domain="intake.attachment")),
                ("stripped", baken.closed.vault.fields.EncryptedBytesField(domain="intake.attachment")),
                ("hour", models.DateTimeField()),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="attachments", to="access.dossier"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "decision",
                    models.CharField(
                        choices=[
                            ("assess", "assess further"),
                            ("advise", "advice given"),
                            ("refer", "referred to another"),
                            ("open_case", "a file is opened"),
                            ("link", "belongs to a file that is there"),
                            ("close", "gesloten"),
                        ],
                        max_length=10,
                        verbose_name="decision",
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("no_contact", "no contact is possible"),
                            ("no_wish", "the person does not want help now"),
                            ("not_trafficking", "it is something else, and who can help was told"),
                            ("test", "a test or a mistake"),
                        ],
                        max_length=20,
                        verbose_name="reden",
                    ),
                ),
                ("words", baken.closed.vault.fields.EncryptedTextField(domain="intake.decision", verbose_name="why")),
                ("decided_at", models.DateTimeField(default=baken.core.clock.now)),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="decisions", to="access.dossier"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Letter",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("content", baken.closed.vault.fields.EncryptedJSONField(domain="intake.letter")),
                ("hour", models.DateTimeField()),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="letters", to="access.dossier"
                    ),
                ),
                (
                    "written_by",
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
            name="Link",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("linked_at", models.DateTimeField(default=baken.core.clock.now)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="linked", to="access.dossier"
                    ),
                ),
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="link", to="access.dossier"
                    ),
                ),
                (
                    "linked_by",
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
            name="Report",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("number", models.CharField(max_length=20)),
                ("source", models.UUIDField(null=True, unique=True)),
                ("reply_key", models.BinaryField(null=True)),
                (
                    "channel",
                    models.CharField(choices=[("web", "by the form"), ("telephone", "by telephone")], max_length=10),
                ),
                ("hour", models.DateTimeField()),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("decide", "read it and decide"),
                            ("assess", "assess further"),
                            ("ask", "wait for an answer"),
                            ("call", "call back"),
                        ],
                        default="decide",
                        max_length=10,
                        verbose_name="next step",
                    ),
                ),
                ("due", models.DateField(verbose_name="by")),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("assess", "assess further"),
                            ("advise", "advice given"),
                            ("refer", "referred to another"),
                            ("open_case", "a file is opened"),
                            ("link", "belongs to a file that is there"),
                            ("close", "gesloten"),
                        ],
                        max_length=10,
                    ),
                ),
                ("decided_at", models.DateTimeField(null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.agency"
                    ),
                ),
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="report", to="access.dossier"
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("decision", "")), fields=["agency", "due"], name="reports_to_decide"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at", None), ("decision", "")),
                            models.Q(models.Q(("decision", ""), _negated=True), ("decided_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="report_decided_whole",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Scoring",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("content", baken.closed.vault.fields.EncryptedJSONField(domain="intake.scoring")),
                ("scored_at", models.DateTimeField(default=baken.core.clock.now)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="scorings", to="access.dossier"
                    ),
                ),
                (
                    "scored_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["dossier", "-scored_at"], name="scorings_of_a_report")],
            },
        ),
        migrations.CreateModel(
            name="Mark",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("index", models.BinaryField(db_index=True)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="marks", to="access.dossier"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("dossier", "index"), name="marked_once")],
            },
        ),
        migrations.CreateModel(
            name="Verdict",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "verdict",
                    models.CharField(
                        choices=[
                            ("same", "the same person"),
                            ("different", "not the same person"),
                            ("undone", "taken back"),
                        ],
                        max_length=9,
                    ),
                ),
                ("words", baken.closed.vault.fields.EncryptedTextField(domain="intake.verdict", blank=True)),
                ("judged_at", models.DateTimeField(default=baken.core.clock.now)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="verdicts", to="access.dossier"
                    ),
                ),
                (
                    "judged_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="access.dossier"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("dossier", models.F("other")), _negated=True), name="verdict_on_another"
                    )
                ],
            },
        ),
    ]
