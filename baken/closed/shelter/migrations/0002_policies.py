# SPDX-License-Identifier: EUPL-1.2
from pathlib import Path

from django.db import migrations

SQL = Path(__file__).resolve().parents[1] / "sql"


def told(name):
    return (SQL / name).read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("shelter", "0001_initial")]
    operations = [
        migrations.RunSQL(told("house.sql")),
        migrations.RunSQL(told("beds.sql")),
        migrations.RunSQL(told("counting.sql")),
        migrations.RunSQL(told("policies.sql")),
        migrations.RunSQL(told("living.sql")),
        migrations.RunSQL(told("whereabouts.sql")),
        migrations.RunSQL(told("nights.sql")),
    ]
