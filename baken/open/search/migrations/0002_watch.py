# SPDX-License-Identifier: EUPL-1.2
"""Notes once whenever the lexicon changes, not once for each of its entries."""

from django.db import migrations

from baken.open.changes.triggers import watch


class Migration(migrations.Migration):
    """Attaches the change log."""

    dependencies = [("search", "0001_initial"), ("changes", "0002_note_change")]
    operations = [watch("search_learned", kind="lexicon")]
