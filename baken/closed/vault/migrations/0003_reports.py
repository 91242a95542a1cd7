# SPDX-License-Identifier: EUPL-1.2
"""The key pair to which reports are sealed. What serves ends one and wraps it anew; it never takes one away."""

import uuid

import django.db.models.functions.datetime
from django.db import migrations, models

KEPT = """
DO $$
DECLARE
    runtime text := regexp_replace(current_user, '_owner$', '_runtime');
BEGIN
    IF current_user ~ '_owner$' AND EXISTS (SELECT FROM pg_roles WHERE rolname = runtime) THEN
        EXECUTE format('REVOKE UPDATE, DELETE ON vault_reportkey FROM %I', runtime);
        EXECUTE format('GRANT UPDATE (wrapped, root, ended_at) ON vault_reportkey TO %I', runtime);
    END IF;
END
$$
"""


class Migration(migrations.Migration):
    dependencies = [
        ("vault", "0002_what_stays"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReportKey",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("public", models.BinaryField()),
                ("wrapped", models.BinaryField()),
                ("root", models.CharField(max_length=16)),
                ("made_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("ended_at", models.DateTimeField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        models.Value(1), condition=models.Q(("ended_at", None)), name="one_report_key_in_use"
                    )
                ],
            },
        ),
        migrations.RunSQL(KEPT, migrations.RunSQL.noop),
    ]
