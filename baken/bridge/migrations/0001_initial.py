# SPDX-License-Identifier: EUPL-1.2
"""The hatches, in a schema of their own."""

import datetime
import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.RunSQL("CREATE SCHEMA bridge", "DROP SCHEMA bridge"),
        migrations.CreateModel(
            name="Recipient",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("public", models.BinaryField()),
                ("since", models.DateTimeField()),
                ("ended", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": '"bridge"."recipient"',
            },
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("hour", models.DateTimeField()),
                ("taken", models.BooleanField(default=False)),
                ("public", models.BinaryField(null=True)),
                ("until", models.DateField(null=True)),
                ("locator", models.CharField(max_length=8, null=True, unique=True)),
                ("salt", models.BinaryField(null=True)),
                ("verifier", models.BinaryField(null=True)),
                ("wrapped", models.BinaryField(null=True)),
            ],
            options={
                "db_table": '"bridge"."report"',
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("locator", None),
                                ("public", None),
                                ("salt", None),
                                ("until", None),
                                ("verifier", None),
                                ("wrapped", None),
                            ),
                            models.Q(
                                ("locator__isnull", False),
                                ("public__isnull", False),
                                ("until__isnull", False),
                                ("salt__isnull", False),
                                ("verifier__isnull", False),
                                ("wrapped__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="receipt_whole_or_gone",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Reply",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("hour", models.DateTimeField()),
                ("sealed", models.BinaryField()),
                ("read", models.DateTimeField(null=True)),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.DO_NOTHING, related_name="replies", to="bridge.report"
                    ),
                ),
            ],
            options={
                "db_table": '"bridge"."reply"',
            },
        ),
        migrations.CreateModel(
            name="Letter",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("recipient", models.UUIDField()),
                ("is_file", models.BooleanField()),
                ("hour", models.DateTimeField()),
                ("sealed", models.BinaryField()),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.DO_NOTHING, related_name="letters", to="bridge.report"
                    ),
                ),
            ],
            options={
                "db_table": '"bridge"."letter"',
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("hour__lt", datetime.datetime(2200, 1, 1, tzinfo=datetime.UTC))),
                        name="letter_of_our_time",
                    )
                ],
            },
        ),
    ]
