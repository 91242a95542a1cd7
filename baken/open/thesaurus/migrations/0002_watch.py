# SPDX-License-Identifier: EUPL-1.2
"""Notes every change to a concept."""

from django.db import migrations

from baken.open.changes.triggers import watch


class Migration(migrations.Migration):
    """Attaches the change log."""

    dependencies = [("thesaurus", "0001_initial"), ("changes", "0002_note_change")]
    operations = [
        watch("thesaurus_scheme", kind="scheme"),
        watch("thesaurus_concept", kind="concept"),
        *(watch(f"thesaurus_{table}", kind="concept", column="concept_id") for table in ("label", "note", "relation")),
    ]
