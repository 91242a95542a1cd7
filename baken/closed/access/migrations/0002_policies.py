# SPDX-License-Identifier: EUPL-1.2
from pathlib import Path

from django.db import migrations

from baken.closed.access.parts import CLEARANCE, PURPOSE

SQL = Path(__file__).resolve().parents[1] / "sql"


def told(name):
    return (SQL / name).read_text(encoding="utf-8")


def clear(apps, schema_editor):
    rows = [(role, part, PURPOSE[role]) for role, parts in CLEARANCE.items() for part in sorted(parts)]
    with schema_editor.connection.cursor() as cursor:
        cursor.executemany("INSERT INTO access_clearance (role, part, purpose) VALUES (%s, %s, %s)", rows)


class Migration(migrations.Migration):
    dependencies = [("access", "0001_initial"), ("accounts", "0001_initial"), ("audit", "0002_only_added_to")]
    operations = [
        migrations.RunSQL(
            "CREATE TABLE access_clearance (role text, part text, purpose text NOT NULL, PRIMARY KEY (role, part))"
        ),
        migrations.RunPython(clear),
        # Counted here and not by the files that are there: the number of an erased file does not come back.
        migrations.RunSQL(
            "CREATE TABLE access_numbering (agency uuid, year integer, last integer NOT NULL, PRIMARY KEY (agency, year))"
        ),
        migrations.RunSQL(told("facts.sql")),
        migrations.RunSQL(told("grounds.sql")),
        migrations.RunSQL(told("policies.sql")),
    ]
