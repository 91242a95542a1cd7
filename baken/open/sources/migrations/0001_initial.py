# SPDX-License-Identifier: EUPL-1.2

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Expression",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("language", models.CharField(max_length=8)),
                ("in_force_from", models.DateField(null=True)),
                ("in_force_to", models.DateField(null=True)),
                ("authentic", models.BooleanField(default=True)),
                ("title", models.TextField()),
                ("digest", models.CharField(max_length=64)),
                ("read_from", models.CharField(max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name="Provision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("path", models.CharField(max_length=300)),
                ("kind", models.CharField(max_length=32)),
                ("number", models.CharField(blank=True, max_length=100)),
            ],
        ),
        migrations.CreateModel(
            name="Work",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("scheme", models.CharField(max_length=16)),
                ("identifier", models.CharField(max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("legislation", "Legislation"),
                            ("treaty", "Treaty"),
                            ("policy", "Policy rule"),
                            ("eu-act", "EU act"),
                            ("ruling", "Ruling"),
                            ("publication", "Publication"),
                            ("website", "Website"),
                        ],
                        max_length=16,
                    ),
                ),
                ("title", models.TextField()),
                ("title_nl", models.TextField(blank=True)),
                ("title_en", models.TextField(blank=True)),
                ("short_title", models.CharField(blank=True, max_length=200)),
                ("language", models.CharField(blank=True, max_length=8)),
                ("issued", models.DateField(blank=True, null=True)),
                ("publisher", models.CharField(blank=True, max_length=300)),
                ("jurisdiction", models.CharField(blank=True, max_length=8)),
                ("url", models.URLField(blank=True, max_length=500)),
                ("note_nl", models.TextField(blank=True)),
                ("note_en", models.TextField(blank=True)),
                (
                    "record_digests",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=16), blank=True, default=list, size=None
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Reference",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("target", models.CharField(max_length=220)),
                ("target_path", models.CharField(blank=True, max_length=300)),
                ("relation", models.CharField(blank=True, max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name="Renumbering",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("on", models.DateField()),
                ("likeness", models.FloatField()),
            ],
        ),
        migrations.CreateModel(
            name="Wording",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("language", models.CharField(max_length=8)),
                ("digest", models.CharField(max_length=64)),
                ("heading", models.TextField(blank=True)),
                ("html", models.TextField(blank=True)),
                ("text", models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField()),
                ("depth", models.PositiveSmallIntegerField()),
                (
                    "expression",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="entries", to="sources.expression"
                    ),
                ),
                (
                    "provision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="entries", to="sources.provision"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Publication",
            fields=[
                (
                    "work",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="publication",
                        serialize=False,
                        to="sources.work",
                    ),
                ),
                ("type", models.CharField(max_length=40)),
                (
                    "authors",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=300), default=list, size=None
                    ),
                ),
                (
                    "editors",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=300), default=list, size=None
                    ),
                ),
                ("container", models.TextField(blank=True)),
                ("volume", models.CharField(blank=True, max_length=50)),
                ("issue", models.CharField(blank=True, max_length=50)),
                ("pages", models.CharField(blank=True, max_length=100)),
                ("year", models.PositiveSmallIntegerField(null=True)),
                ("abstract", models.TextField(blank=True)),
                (
                    "keywords",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=300), default=list, size=None
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Ruling",
            fields=[
                (
                    "work",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="ruling",
                        serialize=False,
                        to="sources.work",
                    ),
                ),
                ("court", models.CharField(blank=True, max_length=200)),
                ("decided", models.DateField(null=True)),
                ("document_type", models.CharField(blank=True, max_length=50)),
                (
                    "case_numbers",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=300), default=list, size=None
                    ),
                ),
                (
                    "procedures",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200), default=list, size=None
                    ),
                ),
                (
                    "subjects",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200), default=list, size=None
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=100)),
                ("summary", models.TextField(blank=True)),
                ("html", models.TextField(blank=True)),
                ("text", models.TextField(blank=True)),
            ],
        ),
        migrations.AddIndex(
            model_name="work",
            index=models.Index(fields=["kind", "issued"], name="work_by_kind"),
        ),
        migrations.AddConstraint(
            model_name="work",
            constraint=models.UniqueConstraint(fields=("scheme", "identifier"), name="one_work_per_identifier"),
        ),
        migrations.AddField(
            model_name="provision",
            name="work",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="provisions", to="sources.work"
            ),
        ),
        migrations.AddField(
            model_name="expression",
            name="work",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="expressions", to="sources.work"
            ),
        ),
        migrations.AddField(
            model_name="reference",
            name="work",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="references", to="sources.work"
            ),
        ),
        migrations.AddField(
            model_name="renumbering",
            name="earlier",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="went_on_as", to="sources.provision"
            ),
        ),
        migrations.AddField(
            model_name="renumbering",
            name="later",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="came_from", to="sources.provision"
            ),
        ),
        migrations.AddField(
            model_name="wording",
            name="provision",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="wordings", to="sources.provision"
            ),
        ),
        migrations.AddField(
            model_name="entry",
            name="wording",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="entries", to="sources.wording"
            ),
        ),
        migrations.AddConstraint(
            model_name="provision",
            constraint=models.UniqueConstraint(fields=("work", "path"), name="one_provision_per_path"),
        ),
        migrations.AddConstraint(
            model_name="expression",
            constraint=models.UniqueConstraint(
                fields=("work", "language", "in_force_from"), name="one_expression_per_day", nulls_distinct=False
            ),
        ),
        migrations.AddIndex(
            model_name="reference",
            index=models.Index(fields=["target", "target_path"], name="reference_by_target"),
        ),
        migrations.AddConstraint(
            model_name="reference",
            constraint=models.UniqueConstraint(
                fields=("work", "target", "target_path", "relation"), name="one_reference_each"
            ),
        ),
        migrations.AddConstraint(
            model_name="renumbering",
            constraint=models.UniqueConstraint(fields=("earlier", "later", "on"), name="one_renumbering_a_day"),
        ),
        migrations.AddConstraint(
            model_name="wording",
            constraint=models.UniqueConstraint(
                fields=("provision", "language", "digest"), name="one_wording_per_digest"
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.UniqueConstraint(fields=("expression", "position"), name="one_entry_per_position"),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.UniqueConstraint(fields=("expression", "provision"), name="one_place_per_provision"),
        ),
    ]
