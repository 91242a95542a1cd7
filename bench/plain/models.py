# SPDX-License-Identifier: EUPL-1.2
"""Two sorts of page: a document to be found, and an article with what stands around its text."""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page
from wagtail.search import index


class CalloutBlock(blocks.StructBlock):
    """A remark with a label."""

    label = blocks.CharBlock()
    text = blocks.RichTextBlock()

    class Meta:
        template = "plain/blocks/callout.html"


class TableBlock(blocks.StructBlock):
    """A table; the first row holds the headings."""

    caption = blocks.CharBlock(required=False)
    rows = blocks.ListBlock(blocks.ListBlock(blocks.RichTextBlock()))

    class Meta:
        template = "plain/blocks/table.html"


BODY_BLOCKS = [
    ("heading", blocks.CharBlock(template="plain/blocks/heading.html")),
    ("text", blocks.RichTextBlock()),
    ("callout", CalloutBlock()),
    ("table", TableBlock()),
]


class DocumentPage(Page):
    """One document of the search bench."""

    text = models.TextField()
    search_fields = [*Page.search_fields, index.SearchField("text")]


class ArticlePage(Page):
    """The same article as ours: text, sources, concepts and related reading."""

    template = "plain/article.html"
    summary = models.TextField(blank=True)
    body = StreamField(BODY_BLOCKS)
    byline = models.CharField(max_length=300, blank=True)
    colophon = models.TextField(blank=True)
    search_fields = [*Page.search_fields, index.SearchField("summary"), index.SearchField("body")]


class Link(Orderable):
    """A line beside or under the article."""

    article = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="links")
    place = models.CharField(max_length=20)
    label = models.CharField(max_length=500)
    note = models.CharField(max_length=500, blank=True)
    url = models.CharField(max_length=500)

    def __str__(self) -> str:
        return self.label
