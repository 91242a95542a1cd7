# SPDX-License-Identifier: EUPL-1.2
from pathlib import Path

from django.db import migrations

SQL = Path(__file__).resolve().parents[1] / "sql" / "figures.sql"


class Migration(migrations.Migration):
    dependencies = [("bridge", "0005_release")]
    operations = [migrations.RunSQL(SQL.read_text(encoding="utf-8"))]
