# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations

import baken.closed.vault.fields

# In words of its own: Django would ask the field for a default, and a sealed one has none outside a row.
ADD = "ALTER TABLE trafficking_account ADD COLUMN exploited_provinces bytea"
DROP = "ALTER TABLE trafficking_account DROP COLUMN exploited_provinces"


class Migration(migrations.Migration):
    dependencies = [("trafficking", "0002_policies")]
    operations = [
        migrations.RunSQL(
            ADD,
            DROP,
            state_operations=[
                migrations.AddField(
                    model_name="account",
                    name="exploited_provinces",
                    field=baken.closed.vault.fields.EncryptedJSONField(
                        domain="trafficking.account", null=True, verbose_name="provinces of exploitation"
                    ),
                )
            ],
        )
    ]
