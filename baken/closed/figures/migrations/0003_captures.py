# SPDX-License-Identifier: EUPL-1.2
from pathlib import Path

from django.db import migrations

SQL = Path(__file__).resolve().parents[1] / "sql"


class Migration(migrations.Migration):
    dependencies = [("figures", "0002_policies")]
    operations = [migrations.RunSQL((SQL / "captures.sql").read_text(encoding="utf-8"))]
