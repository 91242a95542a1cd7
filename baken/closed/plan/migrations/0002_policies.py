# SPDX-License-Identifier: EUPL-1.2
from pathlib import Path

from django.db import migrations

SQL = Path(__file__).resolve().parents[1] / "sql"


def told(name):
    return (SQL / name).read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("plan", "0001_initial")]
    operations = [
        migrations.RunSQL(told("seats.sql")),
        migrations.RunSQL(told("leading.sql")),
        migrations.RunSQL(told("policies.sql")),
    ]
