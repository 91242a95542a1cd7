# SPDX-License-Identifier: EUPL-1.2
"""Questions about articles. Only pages that everyone may read are listed here."""

from typing import Any

from django.conf import settings
from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import get_language
from wagtail.models import Page, Site

from baken.open.articles.choices import ASPECT_DESCRIPTIONS, Aspect
from baken.open.articles.models import ArticlePage, Citation, HomePage, ShelfPage
from baken.open.sources.models import Work
from baken.open.thesaurus.models import Concept
from baken.open.thesaurus.reads import named

NEWEST = 6


def public() -> QuerySet[ArticlePage]:
    """Return published articles without any restriction on them or above them."""
    found: QuerySet[ArticlePage] = ArticlePage.objects.live().public()
    return found


def in_language(language: str | None = None) -> QuerySet[ArticlePage]:
    """Return the public articles in a language (the reader's by default), latest review first."""
    found = public().filter(locale__language_code=language or get_language() or "nl")
    return found.order_by("-reviewed", "-last_published_at", "title")


def front_page() -> dict[str, Any]:
    """Return what the front page shows: the three aspects with their number of articles, and the newest."""
    articles = list(in_language())
    language = get_language() or "nl"
    aspects = [
        {
            "label": label,
            "description": ASPECT_DESCRIPTIONS[Aspect(code)],
            "count": sum(code in each.aspects for each in articles),
            "url": f"{reverse('search')}?aspect={code}&type=article&lang={language}",
        }
        for code, label in Aspect.choices
    ]
    return {"aspects": aspects, "newest": articles[:NEWEST], "shelf_url": shelf_url()}


def shelf_url() -> str:
    """Return the address of the list of all articles in the reader's language."""
    shelf = ShelfPage.objects.live().filter(locale__language_code=get_language() or "nl").first()
    return str(shelf.url) if shelf else reverse("search")


def by_aspect() -> list[dict[str, Any]]:
    """Return each aspect with its articles in the reader's language."""
    articles = list(in_language().order_by("title"))
    return [
        {"code": code, "label": label, "articles": [each for each in articles if each.aspects[:1] == [code]]}
        for code, label in Aspect.choices
    ]


def articles_citing(work: Work, path: str = "") -> QuerySet[ArticlePage]:
    """Return the articles in the reader's language that stand on a source (or on one provision of it)."""
    citations = Citation.objects.filter(work=work)
    citations = citations.filter(provision=path) if path else citations
    return in_language().filter(pk__in=citations.values("article"))


def articles_about(concept: Concept) -> QuerySet[ArticlePage]:
    """Return the articles in the reader's language that carry a concept."""
    return in_language().filter(concepts=concept)


def at(path: str) -> ArticlePage | None:
    """Return the published article at an address below the home page of the reader's language.

    One query instead of one for every page above it; who may read it is checked where it is served.
    """
    roots = [root.root_path for root in Site.get_site_root_paths() if root.language_code == get_language()]
    found = ArticlePage.objects.live().filter(url_path__in=[root + path for root in roots])
    return next(iter(found.select_related("locale")[:1]), None)


def related(article: ArticlePage, most: int = 5) -> list[Page]:
    """Return the public articles in the same language that share most concepts with this one."""
    others = _open_beside(article).filter(locale=article.locale_id, articlepage__concepts__articles=article.pk)
    ranked = others.annotate(shares=Count("pk")).order_by("-shares", "title")
    return list(ranked.only("title", "url_path")[:most])


def translations(page: ArticlePage | ShelfPage | HomePage) -> list[dict[str, str]]:
    """Return the public versions of a page in other languages."""
    names = dict(settings.LANGUAGES)
    found = _open_beside(page).filter(translation_key=page.translation_key).select_related("locale")
    return [
        {"code": each.locale.language_code, "url": each.url, "name": names[each.locale.language_code]}
        for each in found.only("url_path", "locale__language_code")
    ]


def _open_beside(page: ArticlePage | ShelfPage | HomePage) -> QuerySet[Page]:
    """Return the other pages that everyone may read, by what a page knows of closed places already."""
    found: QuerySet[Page] = Page.objects.live().exclude(pk=page.pk)
    for path in page.closed_paths:
        found = found.exclude(path__startswith=path)
    return found


def contents(article: ArticlePage) -> list[tuple[str, str]]:
    """Return `(anchor, heading)` for each heading of an article."""
    headings = [str(block.value) for block in article.body if block.block_type == "heading"]
    return [(slugify(heading), heading) for heading in headings]


def beside(article: ArticlePage) -> dict[str, Any]:
    """Return what an article's page shows beside its text."""
    return {
        "toc": contents(article),
        "citations": list(article.citations.select_related("work")),
        "concepts": named(article.concepts.all()),
        "related": related(article),
    }


def public_pages() -> QuerySet[Page]:
    """Return every page that everyone may read, homes and shelves included, in tree order."""
    found: QuerySet[Page] = Page.objects.live().public().filter(depth__gt=1)
    return found.select_related("locale").order_by("path")
