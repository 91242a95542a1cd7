# SPDX-License-Identifier: EUPL-1.2
"""Titles and beginnings of the texts under them are kept, to become vectors."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("search", "0006_titles")]
    operations = [
        migrations.CreateModel(
            name="Example",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("digest", models.CharField(max_length=32, unique=True)),
                ("title_nl", models.TextField()),
                ("title_en", models.TextField()),
                ("nl", models.TextField()),
                ("en", models.TextField()),
                ("model", models.CharField(blank=True, max_length=100)),
                ("vectors", models.BinaryField(default=b"")),
            ],
            options={"default_permissions": ()},
        ),
        migrations.AddField(model_name="learned", name="examples", field=models.UUIDField(null=True)),
    ]
