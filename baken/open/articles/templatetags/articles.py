# SPDX-License-Identifier: EUPL-1.2
"""How templates show an article: its anchors, and its description for machines (schema.org)."""

from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from wagtail.rich_text import expand_db_html

from baken.design.jsonld import script
from baken.open.articles import reads
from baken.open.articles.models import ArticlePage, Citation

register = template.Library()


@register.filter
def anchor(heading: str) -> str:
    """Return the name under which a heading can be linked to."""
    return slugify(heading)


@register.filter(is_safe=True)
def written_out(html: str) -> SafeString:
    """Write out the links between pages in an article's text: one query for all of its blocks."""
    return mark_safe(str(expand_db_html(html)))  # noqa: S308 - the blocks' templates escape; the editor's text is cleaned


@register.simple_tag
def front_page() -> dict[str, Any]:
    """Return what the front page shows."""
    return reads.front_page()


@register.simple_tag
def articles_by_aspect() -> list[dict[str, Any]]:
    """Return each aspect with its articles."""
    return reads.by_aspect()


@register.simple_tag
def beside(article: ArticlePage) -> dict[str, Any]:
    """Return what an article's page shows beside its text."""
    return reads.beside(article)


@register.simple_tag
def structured_article(article: ArticlePage, citations: list[Citation]) -> SafeString:
    """Describe an article as schema.org sees it: who stands for it, when it was reviewed, in which language."""
    facts: dict[str, Any] = {
        "@context": "https://schema.org", "@type": "Article", "headline": article.title, "abstract": article.summary,
        "inLanguage": article.locale.language_code, "url": article.full_url,
        "author": {"@type": "Organization", "name": article.author},
        "dateModified": article.last_published_at.isoformat() if article.last_published_at else "",
        "citation": [str(citation) for citation in citations],
    }  # fmt: skip
    return script({name: value for name, value in facts.items() if value})
