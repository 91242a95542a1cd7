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
        ("access", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Contact",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "phone",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="casework.contact", verbose_name="telephone"
                    ),
                ),
                ("phone_index", models.BinaryField(db_index=True, null=True)),
                (
                    "safe_ways",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="casework.contact", verbose_name="safe ways and times"
                    ),
                ),
                (
                    "email",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="casework.contact", verbose_name="e-mail address"
                    ),
                ),
                (
                    "post_street",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="casework.contact", verbose_name="street and number"
                    ),
                ),
                (
                    "post_code",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="casework.contact", verbose_name="postal code"
                    ),
                ),
                (
                    "post_city",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="casework.contact", verbose_name="town"
                    ),
                ),
                (
                    "post_state",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="casework.contact", verbose_name="province or state"
                    ),
                ),
                (
                    "post_country",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="casework.contact", verbose_name="country"
                    ),
                ),
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="contact", to="access.dossier"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Hiding",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("body", models.BinaryField()),
                ("written_at", models.DateTimeField(default=baken.core.clock.now)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="hidings", to="access.dossier"
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
                (
                    "holder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "hiding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="envelopes", to="casework.hiding"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Identity",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "name",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="casework.identity", verbose_name="name"
                    ),
                ),
                (
                    "born",
                    baken.closed.vault.fields.EncryptedDateField(
                        blank=True, domain="casework.identity", null=True, verbose_name="born on"
                    ),
                ),
                (
                    "age_range",
                    baken.closed.vault.fields.EncryptedJSONField(
                        blank=True, domain="casework.identity", null=True, verbose_name="age"
                    ),
                ),
                (
                    "gender",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="casework.identity", verbose_name="sex or gender"
                    ),
                ),
                (
                    "nationality",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="casework.identity", verbose_name="nationality"
                    ),
                ),
                (
                    "languages",
                    baken.closed.vault.fields.EncryptedJSONField(
                        default=list, domain="casework.identity", verbose_name="languages"
                    ),
                ),
                (
                    "interpreter",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="casework.identity", verbose_name="interpreter"
                    ),
                ),
                (
                    "other_nationalities",
                    baken.closed.vault.fields.EncryptedJSONField(
                        default=list, domain="casework.identity", verbose_name="other nationalities"
                    ),
                ),
                (
                    "marital_status",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="casework.identity", verbose_name="marital status"
                    ),
                ),
                (
                    "children",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="casework.identity", verbose_name="children"
                    ),
                ),
                (
                    "education",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="casework.identity", verbose_name="highest education"
                    ),
                ),
                (
                    "document_number",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="casework.identity", verbose_name="number of an identity document"
                    ),
                ),
                ("document_index", models.BinaryField(db_index=True, null=True)),
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="identity", to="access.dossier"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Note",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "part",
                    models.CharField(
                        choices=[("notes", "notes"), ("legal", "legal"), ("health", "health")],
                        default="notes",
                        max_length=12,
                    ),
                ),
                (
                    "kind",
                    baken.closed.vault.fields.EncryptedTextField(
                        default="note", domain="casework.note", verbose_name="kind"
                    ),
                ),
                ("happened_on", models.DateField(default=baken.core.clock.today)),
                ("text", baken.closed.vault.fields.EncryptedTextField(domain="casework.note", verbose_name="note")),
                ("conference", baken.closed.vault.fields.EncryptedJSONField(domain="casework.note", null=True)),
                ("written_at", models.DateTimeField(default=baken.core.clock.now)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="notes", to="access.dossier"
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
            name="Relative",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("recorded_at", models.DateTimeField(default=baken.core.clock.now)),
                ("struck_at", models.DateTimeField(null=True)),
                (
                    "name",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="casework.relative", verbose_name="name"
                    ),
                ),
                (
                    "relation",
                    baken.closed.vault.fields.EncryptedTextField(domain="casework.relative", verbose_name="relation"),
                ),
                (
                    "born",
                    baken.closed.vault.fields.EncryptedDateField(
                        domain="casework.relative", null=True, verbose_name="born on"
                    ),
                ),
                (
                    "with_her",
                    baken.closed.vault.fields.EncryptedJSONField(
                        default=bool, domain="casework.relative", verbose_name="comes with her"
                    ),
                ),
                ("file", baken.closed.vault.fields.EncryptedTextField(blank=True, domain="casework.relative")),
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
            name="Arrival",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("batch", models.UUIDField(db_index=True)),
                ("number", models.PositiveIntegerField()),
                ("reference", models.BinaryField(unique=True)),
                ("kept", baken.closed.vault.fields.EncryptedJSONField(default=dict, domain="casework.arrival")),
                ("brought_at", models.DateTimeField(default=baken.core.clock.now)),
                (
                    "brought_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="access.dossier"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Assertion",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("recorded_at", models.DateTimeField(default=baken.core.clock.now)),
                ("struck_at", models.DateTimeField(null=True)),
                (
                    "what",
                    baken.closed.vault.fields.EncryptedTextField(
                        domain="casework.assertion", verbose_name="what was said"
                    ),
                ),
                (
                    "by",
                    baken.closed.vault.fields.EncryptedTextField(domain="casework.assertion", verbose_name="by whom"),
                ),
                ("on", baken.closed.vault.fields.EncryptedDateField(domain="casework.assertion", verbose_name="on")),
                (
                    "source",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="casework.assertion", verbose_name="in which document"
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
                        name="assertion_struck_by_somebody",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Guardian",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("recorded_at", models.DateTimeField(default=baken.core.clock.now)),
                ("struck_at", models.DateTimeField(null=True)),
                (
                    "kind",
                    baken.closed.vault.fields.EncryptedTextField(domain="casework.guardian", verbose_name="authority"),
                ),
                (
                    "name",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="casework.guardian", verbose_name="name"
                    ),
                ),
                (
                    "phone",
                    baken.closed.vault.fields.EncryptedTextField(
                        blank=True, domain="casework.guardian", verbose_name="telephone"
                    ),
                ),
                (
                    "since",
                    baken.closed.vault.fields.EncryptedDateField(
                        domain="casework.guardian", null=True, verbose_name="since"
                    ),
                ),
                (
                    "until",
                    baken.closed.vault.fields.EncryptedDateField(
                        domain="casework.guardian", null=True, verbose_name="until"
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
                        name="guardian_struck_by_somebody",
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="hiding",
            index=models.Index(fields=["dossier", "-written_at"], name="hidings_of_a_dossier"),
        ),
        migrations.AddConstraint(
            model_name="envelope",
            constraint=models.UniqueConstraint(fields=("hiding", "holder"), name="one_envelope_each"),
        ),
        migrations.AddIndex(
            model_name="note",
            index=models.Index(fields=["dossier", "-happened_on", "-written_at"], name="notes_of_a_dossier"),
        ),
        migrations.AddConstraint(
            model_name="relative",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("struck_at", None), ("struck_by", None)),
                    models.Q(("struck_at__isnull", False), ("struck_by__isnull", False)),
                    _connector="OR",
                ),
                name="relative_struck_by_somebody",
            ),
        ),
    ]
