# SPDX-License-Identifier: EUPL-1.2

import django.db.models.deletion
import modelcluster.fields
import wagtail.fields
from django.conf import settings
from django.db import migrations, models

import baken.core.fields
import baken.open.pagecache.pages


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("sources", "0001_initial"),
        ("thesaurus", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.CreateModel(
            name="HomePage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
            bases=(baken.open.pagecache.pages.KeptPage, "wagtailcore.page"),
        ),
        migrations.CreateModel(
            name="ShelfPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
            bases=(baken.open.pagecache.pages.KeptPage, "wagtailcore.page"),
        ),
        migrations.CreateModel(
            name="ArticlePage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                ("summary", models.TextField(max_length=300, verbose_name="summary")),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [("heading", 0), ("text", 1), ("callout", 4), ("table", 9)],
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"icon": "title", "label": "Heading", "template": "articles/blocks/heading.html"},
                            ),
                            1: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": ["h3", "bold", "italic", "ol", "ul", "link", "hr"],
                                    "label": "Text",
                                    "template": "articles/blocks/text.html",
                                },
                            ),
                            2: ("wagtail.blocks.CharBlock", (), {"label": "label", "max_length": 60}),
                            3: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link", "ul", "ol"], "label": "text"},
                            ),
                            4: ("wagtail.blocks.StructBlock", [[("label", 2), ("text", 3)]], {}),
                            5: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "caption", "max_length": 200, "required": False},
                            ),
                            6: ("wagtail.blocks.RichTextBlock", (), {"features": ["bold", "italic", "link"]}),
                            7: ("wagtail.blocks.ListBlock", (6,), {}),
                            8: ("wagtail.blocks.ListBlock", (7,), {}),
                            9: ("wagtail.blocks.StructBlock", [[("caption", 5), ("rows", 8)]], {}),
                        },
                        verbose_name="text",
                    ),
                ),
                (
                    "aspects",
                    baken.core.fields.ChoiceSetField(
                        blank=True,
                        choices=[("legal", "Legal"), ("social", "Social"), ("health", "Health")],
                        default=list,
                        max_length=32,
                        size=None,
                        verbose_name="aspects",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("explainer", "Explainer"),
                            ("guideline", "Guideline"),
                            ("protocol", "Protocol"),
                            ("signal-card", "Signal card"),
                            ("case-example", "Case example"),
                            ("tool", "Tool"),
                            ("news", "News"),
                        ],
                        default="explainer",
                        max_length=16,
                        verbose_name="kind",
                    ),
                ),
                (
                    "audiences",
                    baken.core.fields.ChoiceSetField(
                        blank=True,
                        choices=[
                            ("victims", "Victims"),
                            ("public", "Everyone"),
                            ("professionals", "Professionals"),
                            ("police", "Police"),
                            ("care", "Care workers"),
                            ("youth-care", "Youth care"),
                            ("lawyers", "Lawyers"),
                            ("shelter", "Shelter staff"),
                            ("employers", "Employers"),
                        ],
                        default=list,
                        max_length=32,
                        size=None,
                        verbose_name="audience",
                    ),
                ),
                (
                    "forms",
                    baken.core.fields.ChoiceSetField(
                        blank=True,
                        choices=[
                            ("sexual", "Sexual exploitation"),
                            ("labour", "Labour exploitation"),
                            ("criminal", "Criminal exploitation"),
                            ("domestic", "Domestic servitude"),
                            ("begging", "Forced begging"),
                            ("organ", "Organ removal"),
                        ],
                        default=list,
                        max_length=32,
                        size=None,
                        verbose_name="forms of exploitation",
                    ),
                ),
                (
                    "jurisdictions",
                    baken.core.fields.ChoiceSetField(
                        blank=True,
                        choices=[
                            ("NL", "The Netherlands"),
                            ("EU", "European Union"),
                            ("CoE", "Council of Europe"),
                            ("INT", "International"),
                        ],
                        default=list,
                        max_length=32,
                        size=None,
                        verbose_name="jurisdiction",
                    ),
                ),
                ("author", models.CharField(max_length=200, verbose_name="author")),
                (
                    "discipline",
                    models.CharField(
                        choices=[("legal", "law"), ("social", "social work"), ("health", "health care")],
                        max_length=8,
                        verbose_name="discipline",
                    ),
                ),
                ("reviewed", models.DateField(blank=True, null=True, verbose_name="reviewed on")),
                (
                    "concepts",
                    modelcluster.fields.ParentalManyToManyField(
                        blank=True,
                        limit_choices_to={"scheme__name": "baken"},
                        related_name="articles",
                        to="thesaurus.concept",
                        verbose_name="concepts",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
            bases=(baken.open.pagecache.pages.KeptPage, "wagtailcore.page"),
        ),
        migrations.CreateModel(
            name="Citation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "provision",
                    models.CharField(
                        blank=True,
                        help_text="Such as artikel/273f or paragraaf/B8/3.1",
                        max_length=300,
                        verbose_name="provision",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                (
                    "article",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="citations", to="articles.articlepage"
                    ),
                ),
                (
                    "work",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="sources.work",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
    ]
