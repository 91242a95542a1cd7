# SPDX-License-Identifier: EUPL-1.2
"""The tables of the house and who is in it."""

import uuid

import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import baken.closed.shelter.models
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
            name="Place",
            fields=[
                ("number", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "financing",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("cosm", "COSM (central government)"),
                            ("wmo", "Wmo (municipality)"),
                            ("youth", "Youth Act (municipality)"),
                            ("other", "other"),
                        ],
                        max_length=8,
                        verbose_name="paid by",
                    ),
                ),
                ("comensha", models.BooleanField(default=False, verbose_name="given by CoMensha")),
            ],
        ),
        migrations.CreateModel(
            name="Location",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=60, verbose_name="name of the location")),
                ("region", models.CharField(blank=True, max_length=60, verbose_name="region")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="locations", to="access.agency"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Request",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "source",
                    baken.closed.vault.fields.EncryptedTextField(domain="shelter.request", verbose_name="asked by"),
                ),
                (
                    "words",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="shelter.request", verbose_name="in words"
                    ),
                ),
                (
                    "length",
                    models.CharField(
                        choices=[("short", "short stay"), ("long", "long stay")],
                        max_length=5,
                        verbose_name="for how long",
                    ),
                ),
                ("arrive_on", models.DateField(verbose_name="arrives on")),
                ("leave_on", models.DateField(verbose_name="expected to leave on")),
                ("latest_on", models.DateField(verbose_name="at the latest on")),
                (
                    "sure",
                    models.CharField(
                        choices=[
                            ("sure", "sure: the day stands"),
                            ("likely", "likely: it may slip by days"),
                            ("unsure", "unsure: it hangs on a home or a decision"),
                        ],
                        max_length=6,
                        verbose_name="how sure",
                    ),
                ),
                ("needs", baken.closed.vault.fields.EncryptedJSONField(default=dict, domain="shelter.request")),
                ("consent", baken.closed.vault.fields.EncryptedJSONField(domain="shelter.request", null=True)),
                ("asked_at", models.DateTimeField(default=baken.core.clock.now)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("refused", "refused"),
                            ("withdrawn", "not needed any more"),
                            ("placed", "the stay has ended"),
                        ],
                        max_length=9,
                    ),
                ),
                (
                    "why",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="shelter.request", verbose_name="why"
                    ),
                ),
                (
                    "answer",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="shelter.request", verbose_name="answer in words"
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.agency"
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="requests", to="access.dossier"
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
            name="Onward",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "to",
                    baken.closed.vault.fields.EncryptedTextField(
                        domain="shelter.onward", verbose_name="to which organisation"
                    ),
                ),
                (
                    "words",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="shelter.onward", verbose_name="in words"
                    ),
                ),
                ("offered_at", models.DateTimeField(default=baken.core.clock.now)),
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
                        blank=True, domain="shelter.onward", verbose_name="answer in words"
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="onwards", to="access.dossier"
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
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="onwards", to="shelter.request"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Guest",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("number", models.BigIntegerField(default=baken.closed.shelter.models.some_number, unique=True)),
                (
                    "initials",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="shelter.guest", verbose_name="initials"
                    ),
                ),
                ("sex", baken.closed.vault.fields.EncryptedTextField(domain="shelter.guest", verbose_name="sex")),
                (
                    "born",
                    baken.closed.vault.fields.EncryptedDateField(
                        domain="shelter.guest", null=True, verbose_name="born on"
                    ),
                ),
                (
                    "age",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="shelter.guest", verbose_name="age, where the day is not known"
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="guests", to="access.dossier"
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="guests", to="shelter.request"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="School",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("written_at", models.DateTimeField(default=baken.core.clock.now)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "kind",
                    baken.closed.vault.fields.EncryptedTextField(
                        domain="shelter.school", verbose_name="school or day care"
                    ),
                ),
                ("name", baken.closed.vault.fields.EncryptedTextField(domain="shelter.school", verbose_name="which")),
                ("weekdays", baken.closed.vault.fields.EncryptedJSONField(default=list, domain="shelter.school")),
                (
                    "brought_by",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="shelter.school", verbose_name="brought by"
                    ),
                ),
                ("missed", baken.closed.vault.fields.EncryptedJSONField(default=dict, domain="shelter.school")),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="%(class)ss", to="access.dossier"
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
                    "guest",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="schools", to="shelter.guest"
                    ),
                ),
                (
                    "written_by",
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
            name="Screening",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("recorded_at", models.DateTimeField(default=baken.core.clock.now)),
                ("struck_at", models.DateTimeField(null=True)),
                (
                    "colour",
                    baken.closed.vault.fields.EncryptedTextField(domain="shelter.screening", verbose_name="colour"),
                ),
                ("found", baken.closed.vault.fields.EncryptedJSONField(default=dict, domain="shelter.screening")),
                (
                    "words",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="shelter.screening", verbose_name="in words"
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
            name="Shift",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("begun_at", models.DateTimeField(default=baken.core.clock.now)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="shifts", to="access.agency"
                    ),
                ),
                (
                    "begun_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
            name="Line",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("written_at", models.DateTimeField(default=baken.core.clock.now)),
                ("words", baken.closed.vault.fields.EncryptedTextField(domain="shelter.line", verbose_name="in words")),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="%(class)ss", to="access.dossier"
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "shift",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="shelter.shift"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Signature",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("signed_at", models.DateTimeField(default=baken.core.clock.now)),
                (
                    "shift",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="signatures", to="shelter.shift"
                    ),
                ),
                (
                    "signed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Stay",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("from_on", models.DateField(verbose_name="from")),
                ("until_on", models.DateField(verbose_name="expected to leave on")),
                ("hold_until", models.DateTimeField(null=True)),
                ("given_at", models.DateTimeField(default=baken.core.clock.now)),
                ("arrived_at", models.DateTimeField(null=True)),
                (
                    "lifted",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=8), default=list, size=None
                    ),
                ),
                (
                    "lifted_why",
                    baken.closed.vault.fields.EncryptedTextField(blank=True, domain="shelter.stay", verbose_name="why"),
                ),
                ("seconded_at", models.DateTimeField(null=True)),
                ("review_by", models.DateTimeField(null=True)),
                ("reviewed_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "outcome",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="shelter.stay", verbose_name="how it ended"
                    ),
                ),
                (
                    "words",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="shelter.stay", verbose_name="in words"
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="stays", to="access.dossier"
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
                    "given_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="stays", to="shelter.request"
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
                    "seconded_by",
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
            name="Bed",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("nights", django.contrib.postgres.fields.ranges.DateRangeField()),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="beds", to="access.dossier"
                    ),
                ),
                (
                    "guest",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="beds",
                        to="shelter.guest",
                        to_field="number",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="beds", to="shelter.place"
                    ),
                ),
                (
                    "stay",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="beds", to="shelter.stay"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Absence",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[("leave", "leave, agreed"), ("hospital", "in hospital"), ("missing", "missing")],
                        max_length=8,
                        verbose_name="kind",
                    ),
                ),
                ("since", models.DateTimeField(verbose_name="since")),
                ("keep_until", models.DateField(verbose_name="bed kept until")),
                (
                    "words",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="shelter.absence", verbose_name="in words"
                    ),
                ),
                ("steps", baken.closed.vault.fields.EncryptedJSONField(default=dict, domain="shelter.absence")),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="absences", to="access.dossier"
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
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "stay",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="absences", to="shelter.stay"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Unit",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=20, verbose_name="unit")),
                ("building", models.CharField(max_length=60, verbose_name="building")),
                ("wing", models.CharField(blank=True, max_length=60, verbose_name="wing")),
                ("secured", models.BooleanField(default=False, verbose_name="secured")),
                ("step_free", models.BooleanField(default=False, verbose_name="step-free")),
                ("crisis", models.BooleanField(default=False, verbose_name="kept for emergencies")),
                ("family", models.BooleanField(default=False, verbose_name="kept for a family")),
                (
                    "location",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="units", to="shelter.location"
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="stay",
            name="unit",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="stays", to="shelter.unit"
            ),
        ),
        migrations.AddField(
            model_name="place",
            name="unit",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="places", to="shelter.unit"
            ),
        ),
        migrations.CreateModel(
            name="Closing",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "why",
                    models.CharField(
                        choices=[("cleaning", "cleaning"), ("repair", "repair"), ("kept-free", "kept free")],
                        max_length=10,
                        verbose_name="why",
                    ),
                ),
                ("from_on", models.DateField(verbose_name="from")),
                ("until_on", models.DateField(verbose_name="in use again on")),
                ("made_at", models.DateTimeField(default=baken.core.clock.now)),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="closings", to="shelter.unit"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Check",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("checked_at", models.DateTimeField(default=baken.core.clock.now)),
                (
                    "faults",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=10), default=list, size=None
                    ),
                ),
                ("repair", models.BooleanField(default=False, verbose_name="to be repaired")),
                (
                    "checked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="checks", to="shelter.unit"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Visit",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("written_at", models.DateTimeField(default=baken.core.clock.now)),
                ("expected_at", models.DateTimeField(verbose_name="expected at")),
                ("who", baken.closed.vault.fields.EncryptedTextField(domain="shelter.visit", verbose_name="who")),
                (
                    "relation",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="shelter.visit", verbose_name="who that is to her"
                    ),
                ),
                ("allowed", models.BooleanField(null=True)),
                ("decided_at", models.DateTimeField(null=True)),
                (
                    "why",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="shelter.visit", verbose_name="why not"
                    ),
                ),
                ("in_at", models.DateTimeField(null=True)),
                ("out_at", models.DateTimeField(null=True)),
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="%(class)ss", to="access.dossier"
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Agreement",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("written_at", models.DateTimeField(default=baken.core.clock.now)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "kind",
                    baken.closed.vault.fields.EncryptedTextField(domain="shelter.agreement", verbose_name="about what"),
                ),
                (
                    "words",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="shelter.agreement", verbose_name="in words"
                    ),
                ),
                (
                    "agreed",
                    baken.closed.vault.fields.EncryptedTextField(
                        domain="shelter.agreement", verbose_name="does she agree"
                    ),
                ),
                ("from_on", models.DateField(verbose_name="from")),
                ("until_on", models.DateField(null=True, verbose_name="until")),
                (
                    "ending",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="shelter.agreement", verbose_name="how it ended"
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="%(class)ss", to="access.dossier"
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
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("ended_by", None)),
                            models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="agreement_ended_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until_on", None), ("until_on__gt", models.F("from_on")), _connector="OR"),
                        name="agreement_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Incident",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("written_at", models.DateTimeField(default=baken.core.clock.now)),
                ("ended_at", models.DateTimeField(null=True)),
                ("happening", models.UUIDField()),
                ("happened_at", models.DateTimeField(verbose_name="happened at")),
                ("kind", baken.closed.vault.fields.EncryptedTextField(domain="shelter.incident", verbose_name="what")),
                (
                    "severity",
                    baken.closed.vault.fields.EncryptedTextField(domain="shelter.incident", verbose_name="how grave"),
                ),
                (
                    "words",
                    baken.closed.vault.fields.EncryptedTextField(
                        domain="shelter.incident", verbose_name="what happened"
                    ),
                ),
                (
                    "done",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="shelter.incident", verbose_name="what was done"
                    ),
                ),
                (
                    "police",
                    baken.closed.vault.fields.EncryptedTextField(
                        domain="shelter.incident", verbose_name="were the police called"
                    ),
                ),
                ("follow_on", models.DateField(verbose_name="by")),
                (
                    "ending",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="shelter.incident", verbose_name="what came of it"
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="%(class)ss", to="access.dossier"
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
                    "follow_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("ended_by", None)),
                            models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="incident_ended_whole",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Loan",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("written_at", models.DateTimeField(default=baken.core.clock.now)),
                ("ended_at", models.DateTimeField(null=True)),
                ("what", baken.closed.vault.fields.EncryptedTextField(domain="shelter.loan", verbose_name="what")),
                (
                    "label",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="shelter.loan", verbose_name="number or label"
                    ),
                ),
                ("given_on", models.DateField(verbose_name="given on")),
                ("ended_on", models.DateField(null=True, verbose_name="back or lost on")),
                (
                    "how",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="shelter.loan", verbose_name="back or lost"
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="%(class)ss", to="access.dossier"
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
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("ended_by", None)),
                            models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="loan_ended_whole",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="location",
            constraint=models.UniqueConstraint(fields=("agency", "name"), name="one_location_of_a_name"),
        ),
        migrations.AddConstraint(
            model_name="request",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None)), fields=("dossier",), name="one_open_request"
            ),
        ),
        migrations.AddConstraint(
            model_name="request",
            constraint=models.CheckConstraint(
                condition=models.Q(("latest_on__gte", models.F("leave_on")), ("leave_on__gt", models.F("arrive_on"))),
                name="request_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="request",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at", None), ("ended_by", None)),
                    models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                    _connector="OR",
                ),
                name="request_ended_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="onward",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None)), fields=("request",), name="one_open_onward"
            ),
        ),
        migrations.AddConstraint(
            model_name="onward",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at", None), ("ended_by", None)),
                    models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                    _connector="OR",
                ),
                name="onward_ended_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="school",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at", None), ("ended_by", None)),
                    models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                    _connector="OR",
                ),
                name="school_ended_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="screening",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("struck_at", None), ("struck_by", None)),
                    models.Q(("struck_at__isnull", False), ("struck_by__isnull", False)),
                    _connector="OR",
                ),
                name="screening_struck_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="shift",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at", None), ("ended_by", None)),
                    models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                    _connector="OR",
                ),
                name="shift_ended_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="shift",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None)), fields=("agency",), name="one_open_shift"
            ),
        ),
        migrations.AddConstraint(
            model_name="signature",
            constraint=models.UniqueConstraint(fields=("shift", "signed_by"), name="signed_once"),
        ),
        migrations.AddConstraint(
            model_name="absence",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None)), fields=("stay",), name="one_open_absence"
            ),
        ),
        migrations.AddConstraint(
            model_name="absence",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at", None), ("ended_by", None)),
                    models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                    _connector="OR",
                ),
                name="absence_ended_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="unit",
            constraint=models.UniqueConstraint(fields=("location", "name"), name="one_unit_of_a_name"),
        ),
        migrations.AddIndex(
            model_name="stay",
            index=models.Index(fields=["unit", "until_on"], name="stays_of_a_unit"),
        ),
        migrations.AddConstraint(
            model_name="stay",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None)), fields=("request",), name="one_open_stay"
            ),
        ),
        migrations.AddConstraint(
            model_name="stay",
            constraint=models.CheckConstraint(
                condition=models.Q(("until_on__gte", models.F("from_on"))), name="stay_in_order"
            ),
        ),
        migrations.AddConstraint(
            model_name="stay",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at", None), ("ended_by", None)),
                    models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                    _connector="OR",
                ),
                name="stay_ended_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="stay",
            constraint=models.CheckConstraint(
                condition=models.Q(("given_by", models.F("seconded_by")), _negated=True),
                name="stay_seconded_by_another",
            ),
        ),
        migrations.AddConstraint(
            model_name="stay",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("hold_until", None), ("arrived_at", None), ("ended_at__isnull", False), _connector="OR"
                ),
                name="no_hold_once_there",
            ),
        ),
        migrations.AddConstraint(
            model_name="closing",
            constraint=models.CheckConstraint(
                condition=models.Q(("until_on__gte", models.F("from_on"))), name="closing_ends_after_begin"
            ),
        ),
        migrations.AddIndex(
            model_name="visit",
            index=models.Index(fields=["expected_at"], name="visits_of_a_day"),
        ),
        migrations.AddConstraint(
            model_name="visit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("allowed", None), ("decided_at", None), ("decided_by", None)),
                    models.Q(("allowed__isnull", False), ("decided_at__isnull", False), ("decided_by__isnull", False)),
                    _connector="OR",
                ),
                name="visit_decided_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="visit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("in_at", None), models.Q(("allowed", True), ("decided_at__isnull", False)), _connector="OR"
                ),
                name="nobody_in_unasked",
            ),
        ),
        migrations.AddConstraint(
            model_name="visit",
            constraint=models.CheckConstraint(
                condition=models.Q(("out_at", None), ("in_at__isnull", False), _connector="OR"),
                name="nobody_out_who_was_not_in",
            ),
        ),
        migrations.CreateModel(
            name="Address",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("body", models.BinaryField()),
                ("written_at", models.DateTimeField(default=baken.core.clock.now)),
                ("ended_at", models.DateTimeField(null=True)),
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
                    "location",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="addresses", to="shelter.location"
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Envelope",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("sealed", models.BinaryField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "address",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="envelopes", to="shelter.address"
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
                    "holder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="address",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None)), fields=("location",), name="one_address_at_a_time"
            ),
        ),
        migrations.AddConstraint(
            model_name="address",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at", None), ("ended_by", None)),
                    models.Q(("ended_at__isnull", False), ("ended_by__isnull", False), ("body", b"")),
                    _connector="OR",
                ),
                name="address_ended_is_let_go",
            ),
        ),
        migrations.AddConstraint(
            model_name="envelope",
            constraint=models.UniqueConstraint(fields=("address", "holder"), name="one_envelope_of_a_holder"),
        ),
        migrations.AddConstraint(
            model_name="envelope",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at", None), ("ended_by", None)),
                    models.Q(("ended_at__isnull", False), ("ended_by__isnull", False), ("sealed", b"")),
                    _connector="OR",
                ),
                name="envelope_ended_is_let_go",
            ),
        ),
        migrations.CreateModel(
            name="Duty",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("night", models.DateField(verbose_name="night")),
                (
                    "how",
                    models.CharField(
                        choices=[("awake", "awake"), ("asleep", "asleep, on call"), ("phone", "reachable by phone")],
                        max_length=6,
                        verbose_name="how",
                    ),
                ),
                ("put_at", models.DateTimeField(default=baken.core.clock.now)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="duties", to="access.agency"
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
                    "put_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("agency", "night", "worker"),
                        name="once_in_a_night",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("ended_by", None)),
                            models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="duty_ended_whole",
                    ),
                ],
            },
        ),
    ]
