# SPDX-License-Identifier: EUPL-1.2
"""The tables of the plan."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import baken.closed.vault.fields
import baken.core.clock


class Migration(migrations.Migration):
    initial = True

    dependencies = [("access", "0002_policies"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.CreateModel(
            name="Goal",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("area", baken.closed.vault.fields.EncryptedTextField(domain="plan.goal", verbose_name="area of life")),
                ("text", baken.closed.vault.fields.EncryptedTextField(domain="plan.goal", verbose_name="goal")),
                ("set_at", models.DateTimeField(default=baken.core.clock.now)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "how",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="plan.goal", verbose_name="how it ended"
                    ),
                ),
                (
                    "ended_on",
                    baken.closed.vault.fields.EncryptedDateField(domain="plan.goal", null=True, verbose_name="on"),
                ),
                (
                    "words",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="plan.goal", verbose_name="in words"
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="goals", to="access.dossier"
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
                (
                    "set_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Handover",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("offered_at", models.DateTimeField(default=baken.core.clock.now)),
                (
                    "words",
                    baken.closed.vault.fields.EncryptedTextField(domain="plan.handover", verbose_name="in words"),
                ),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "how",
                    models.CharField(
                        blank=True,
                        choices=[("accepted", "accepted"), ("refused", "refused"), ("withdrawn", "withdrawn")],
                        max_length=9,
                    ),
                ),
                (
                    "answer",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="plan.handover", verbose_name="answer"
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="handovers", to="access.dossier"
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
                (
                    "offered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "to",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Lead",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("since", models.DateTimeField(default=baken.core.clock.now)),
                ("until", models.DateTimeField(null=True)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="leads", to="access.dossier"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Task",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("text", baken.closed.vault.fields.EncryptedTextField(domain="plan.task", verbose_name="task")),
                ("due_on", models.DateField(verbose_name="due on")),
                ("remind_on", models.DateField(null=True, verbose_name="remind on")),
                ("every_weeks", models.PositiveSmallIntegerField(null=True, verbose_name="every so many weeks")),
                ("follows", models.UUIDField(null=True)),
                ("made_at", models.DateTimeField(default=baken.core.clock.now)),
                ("ended_at", models.DateTimeField(null=True)),
                ("how", models.CharField(blank=True, choices=[("done", "done"), ("dropped", "dropped")], max_length=8)),
                (
                    "reason",
                    baken.closed.vault.fields.EncryptedTextField(blank=True, domain="plan.task", verbose_name="reason"),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="tasks", to="access.dossier"
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
                (
                    "goal",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="tasks", to="plan.goal"
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Closure",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(choices=[("closed", "closed"), ("reopened", "reopened")], max_length=8)),
                (
                    "outcome",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="plan.closure", verbose_name="how it ended"
                    ),
                ),
                (
                    "words",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="plan.closure", verbose_name="in words"
                    ),
                ),
                ("at", models.DateTimeField(default=baken.core.clock.now)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="closures", to="access.dossier"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["dossier", "-at"], name="closures_of_a_dossier")],
            },
        ),
        migrations.AddIndex(
            model_name="goal",
            index=models.Index(fields=["dossier"], name="goals_of_a_dossier"),
        ),
        migrations.AddConstraint(
            model_name="goal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at", None), ("ended_by", None)),
                    models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                    _connector="OR",
                ),
                name="goal_ended_by_somebody",
            ),
        ),
        migrations.AddIndex(
            model_name="handover",
            index=models.Index(condition=models.Q(("ended_at", None)), fields=["to"], name="offers_to_somebody"),
        ),
        migrations.AddIndex(
            model_name="handover",
            index=models.Index(fields=["dossier", "-offered_at"], name="handovers_of_a_dossier"),
        ),
        migrations.AddConstraint(
            model_name="handover",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None)), fields=("dossier",), name="one_open_handover"
            ),
        ),
        migrations.AddConstraint(
            model_name="handover",
            constraint=models.CheckConstraint(
                condition=models.Q(("offered_by", models.F("to")), _negated=True), name="handover_to_another"
            ),
        ),
        migrations.AddConstraint(
            model_name="handover",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at", None), ("ended_by", None), ("how", "")),
                    models.Q(
                        ("ended_at__isnull", False),
                        ("ended_by__isnull", False),
                        ("how__in", ["accepted", "refused", "withdrawn"]),
                    ),
                    _connector="OR",
                ),
                name="handover_ended_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="lead",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until", None)), fields=("dossier",), name="one_lead"
            ),
        ),
        migrations.AddConstraint(
            model_name="lead",
            constraint=models.CheckConstraint(
                condition=models.Q(("until", None), ("until__gte", models.F("since")), _connector="OR"),
                name="lead_ends_after_begin",
            ),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(fields=["dossier", "due_on"], name="tasks_of_a_dossier"),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(
                condition=models.Q(("ended_at", None)), fields=["owner", "due_on"], name="open_tasks_of_somebody"
            ),
        ),
        migrations.AddConstraint(
            model_name="task",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at", None), ("ended_by", None), ("how", "")),
                    models.Q(
                        ("ended_at__isnull", False), ("ended_by__isnull", False), ("how__in", ["done", "dropped"])
                    ),
                    _connector="OR",
                ),
                name="task_ended_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="task",
            constraint=models.CheckConstraint(
                condition=models.Q(("every_weeks", None), ("every_weeks__gte", 1), _connector="OR"),
                name="task_has_a_rhythm",
            ),
        ),
        migrations.AddConstraint(
            model_name="task",
            constraint=models.CheckConstraint(
                condition=models.Q(("remind_on", None), ("remind_on__lte", models.F("due_on")), _connector="OR"),
                name="task_in_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="task",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None)), fields=("follows",), name="one_next_task"
            ),
        ),
    ]
