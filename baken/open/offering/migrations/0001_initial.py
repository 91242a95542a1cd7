# SPDX-License-Identifier: EUPL-1.2

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Followed",
            fields=[
                ("origin", models.CharField(max_length=80, primary_key=True, serialize=False)),
                ("place", models.BigIntegerField()),
            ],
        ),
    ]
