# SPDX-License-Identifier: EUPL-1.2
"""Notes every change to a source, by the work it belongs to."""

from django.db import migrations

from baken.open.changes.triggers import watch


class Migration(migrations.Migration):
    """Attaches the change log."""

    dependencies = [("sources", "0001_initial"), ("changes", "0002_note_change")]
    operations = [
        watch("sources_work", kind="work"),
        *(
            watch(f"sources_{table}", kind="work", column="work_id")
            for table in ("expression", "provision", "ruling", "publication", "reference")
        ),
    ]
