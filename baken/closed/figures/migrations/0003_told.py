# SPDX-License-Identifier: EUPL-1.2
from pathlib import Path

from django.db import migrations

TOLD = Path(__file__).resolve().parents[1] / "sql" / "told.sql"
# Where they are there already they give fewer columns, and a function cannot be replaced by one that gives others.
DROP = "DROP FUNCTION IF EXISTS " + ", ".join(
    f"figures_{name}(uuid, uuid[])" for name in ("identities", "accounts", "letters")
)


class Migration(migrations.Migration):
    dependencies = [("figures", "0002_policies"), ("trafficking", "0003_provinces")]
    operations = [migrations.RunSQL(DROP), migrations.RunSQL(TOLD.read_text(encoding="utf-8"))]
