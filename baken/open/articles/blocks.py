# SPDX-License-Identifier: EUPL-1.2
"""What an article's text is made of: little, so that every article reads alike."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

_TEXT_FEATURES = ["h3", "bold", "italic", "ol", "ul", "link", "hr"]


class CalloutBlock(blocks.StructBlock):
    """A remark that must not be missed."""

    label = blocks.CharBlock(label=_("label"), max_length=60)
    text = blocks.RichTextBlock(label=_("text"), features=["bold", "italic", "link", "ul", "ol"])

    class Meta:
        icon = "warning"
        label = _("Callout")
        template = "articles/blocks/callout.html"


class TableBlock(blocks.StructBlock):
    """A small table; the first row holds the headings."""

    caption = blocks.CharBlock(label=_("caption"), required=False, max_length=200)
    rows = blocks.ListBlock(blocks.ListBlock(blocks.RichTextBlock(features=["bold", "italic", "link"])))

    class Meta:
        icon = "table"
        label = _("Table")
        template = "articles/blocks/table.html"


BODY_BLOCKS = [
    ("heading", blocks.CharBlock(label=_("Heading"), icon="title", template="articles/blocks/heading.html")),
    ("text", blocks.RichTextBlock(label=_("Text"), features=_TEXT_FEATURES, template="articles/blocks/text.html")),
    ("callout", CalloutBlock()),
    ("table", TableBlock()),
]
