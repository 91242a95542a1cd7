# SPDX-License-Identifier: EUPL-1.2
from pathlib import Path

from django.db import migrations

SQL = Path(__file__).resolve().parents[1] / "sql"


def told(name):
    return (SQL / name).read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [
        ("figures", "0001_initial"),
        ("casework", "0002_policies"),
        ("intake", "0002_policies"),
        ("legal", "0002_policies"),
        ("plan", "0002_policies"),
        ("shelter", "0002_policies"),
        ("trafficking", "0003_provinces"),
    ]
    operations = [
        migrations.RunSQL(told(name)) for name in ("counting.sql", "told.sql", "captures.sql", "policies.sql")
    ]
