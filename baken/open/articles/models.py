# SPDX-License-Identifier: EUPL-1.2
"""Pages of the databank: a home, a shelf of articles, the articles and what they cite."""

import datetime

from django.db import models
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page

from baken.core.fields import ChoiceSetField
from baken.open.articles.blocks import BODY_BLOCKS
from baken.open.articles.choices import Aspect, Audience, Discipline, Form, Jurisdiction, Kind
from baken.open.pagecache.pages import KeptPage
from baken.open.sources.models import Work
from baken.open.thesaurus.models import OWN, Concept


class HomePage(KeptPage, Page):
    """The front page of the databank in one language."""

    template = "articles/home.html"
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["articles.ShelfPage"]


class ShelfPage(KeptPage, Page):
    """The one place under which all articles of a language stand."""

    template = "articles/shelf.html"
    parent_page_types = ["articles.HomePage"]
    subpage_types = ["articles.ArticlePage"]


class ArticlePage(KeptPage, Page):
    """An article: one question answered, with its sources, its author and its date of review."""

    template = "articles/article.html"
    parent_page_types = ["articles.ShelfPage"]
    subpage_types: list[str] = []

    summary = models.TextField(_("summary"), max_length=300)
    body = StreamField(BODY_BLOCKS, verbose_name=_("text"))
    aspects = ChoiceSetField(choices=Aspect.choices, blank=False, verbose_name=_("aspects"))
    kind = models.CharField(_("kind"), max_length=16, choices=Kind, default=Kind.EXPLAINER)
    audiences = ChoiceSetField(choices=Audience.choices, verbose_name=_("audience"))
    forms = ChoiceSetField(choices=Form.choices, verbose_name=_("forms of exploitation"))
    jurisdictions = ChoiceSetField(choices=Jurisdiction.choices, verbose_name=_("jurisdiction"))
    concepts = ParentalManyToManyField(
        Concept,
        blank=True,
        related_name="articles",
        verbose_name=_("concepts"),
        # Our own words only: another thesaurus is reached through its matches with ours.
        limit_choices_to={"scheme__name": OWN},
    )
    author = models.CharField(_("author"), max_length=200)
    discipline = models.CharField(_("discipline"), max_length=8, choices=Discipline)
    reviewed = models.DateField(_("reviewed on"), null=True, blank=True)

    content_panels = [
        *Page.content_panels,
        FieldPanel("summary"),
        FieldPanel("body"),
        InlinePanel("citations", label=_("citation")),
    ]
    promote_panels = [
        MultiFieldPanel(
            [FieldPanel(name) for name in ("aspects", "kind", "audiences", "forms", "jurisdictions", "concepts")],
            heading=_("What it is about"),
        ),
        MultiFieldPanel(
            [FieldPanel(name) for name in ("author", "discipline", "reviewed")], heading=_("Who stands for it")
        ),
        *Page.promote_panels,
    ]

    @property
    def aspect_names(self) -> list[str]:
        """The aspects in the reader's language, main one first."""
        return [str(Aspect(code).label) for code in self.aspects]

    @property
    def dated(self) -> datetime.date | None:
        """The day somebody last stood for it: reviewed, or else published (Europe/Amsterdam)."""
        published = self.last_published_at or self.first_published_at
        return self.reviewed or (localdate(published) if published else None)


class Citation(Orderable):
    """An article stands on a source, or on one provision of it."""

    article = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="citations")
    work = models.ForeignKey(Work, on_delete=models.PROTECT, related_name="+", verbose_name=_("source"))
    provision = models.CharField(
        _("provision"), max_length=300, blank=True, help_text=_("Such as artikel/273f or paragraaf/B8/3.1")
    )
    note = models.CharField(_("note"), max_length=300, blank=True)

    panels = [FieldPanel("work"), FieldPanel("provision"), FieldPanel("note")]

    def __str__(self) -> str:
        return f"{self.work.key}/{self.provision}".rstrip("/")
