# SPDX-License-Identifier: EUPL-1.2
"""The lexicon may also know titles, with what texts under them say."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("search", "0005_own_words")]
    operations = [
        migrations.AddField(model_name="learned", name="titles", field=models.BinaryField(default=b"")),
    ]
