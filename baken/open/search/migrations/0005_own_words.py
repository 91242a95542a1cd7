# SPDX-License-Identifier: EUPL-1.2
"""Entries may also tell what goes with a word in its own language."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("search", "0004_feedback")]
    operations = [
        migrations.AlterField(
            model_name="entry",
            name="kind",
            field=models.CharField(
                choices=[
                    ("word", "word"),
                    ("pair", "pair of words"),
                    ("subject", "goes with"),
                    ("own", "goes with, in its own language"),
                ],
                max_length=8,
            ),
        ),
    ]
