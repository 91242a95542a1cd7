# SPDX-License-Identifier: EUPL-1.2
"""Pages found by their address, and what machines read: sitemap, robots and the Atom feed."""

import datetime
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from wagtail import views as wagtail_views
from wagtail.url_routing import RouteResult

from baken.bridge import figures
from baken.open.articles import reads
from baken.open.articles.models import ArticlePage
from baken.open.languages import localised
from baken.open.pagecache.keep import kept
from baken.open.sources.reads import works
from baken.open.thesaurus.models import OWN
from baken.open.thesaurus.reads import concepts

MOST_ADDRESSES = 50_000  # sitemaps.org: the most one sitemap may hold
NEWEST = 30


def page(request: HttpRequest, path: str) -> HttpResponse:
    """Serve an article, found by its whole address; any other page is found Wagtail's own way."""
    if article := reads.at(path):
        request._wagtail_route_for_request = RouteResult(article)  # type: ignore[attr-defined]
    response: HttpResponse = wagtail_views.serve(request, path)
    return response


@kept
def robots(request: HttpRequest) -> HttpResponse:
    """Let search engines read the databank, not the editors' rooms."""
    site = request.build_absolute_uri("/sitemap.xml")
    lines = ["User-agent: *", "Disallow: /editors/", "Disallow: /sign-in/", f"Sitemap: {site}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain")


@kept
def sitemap(request: HttpRequest) -> HttpResponse:
    """List every public address with its other language."""
    entries = [*_pages(request), *_objects(request)][:MOST_ADDRESSES]
    return render(request, "articles/sitemap.xml", {"entries": entries}, content_type="application/xml")


def _pages(request: HttpRequest) -> Iterator[dict[str, Any]]:
    """Yield pages; versions of one page name each other."""
    pages = list(reads.public_pages())
    versions: dict[Any, dict[str, str]] = {}
    for page in pages:
        versions.setdefault(page.translation_key, {})[page.locale.language_code] = page.get_full_url(request)
    for page in pages:
        own = versions[page.translation_key]
        yield {"url": own[page.locale.language_code], "changed": page.last_published_at, "alternates": own}


def _objects(request: HttpRequest) -> Iterator[dict[str, Any]]:
    """Yield sources, our own concepts and published figures, which have one address in each language."""
    sources = (reverse("source", args=(work.scheme, work.identifier)) for work in works())
    own = (reverse("concept", args=(OWN, concept.notation)) for concept in concepts(OWN))
    published = (reverse("figure", args=[each.slug]) for each in figures.shown())
    for path in [*sources, *own, reverse("figures"), *published]:
        both = {code: request.build_absolute_uri(localised(path, code)) for code, _name in settings.LANGUAGES}
        yield from ({"url": url, "alternates": both} for url in both.values())


class NewestFeed(Feed):
    """The newest articles in the reader's language, as Atom (RFC 4287)."""

    feed_type = Atom1Feed

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer with the feed, fit for every reader."""
        return kept(super().__call__)(request, *args, **kwargs)

    def title(self) -> str:
        """Name the feed."""
        return _("Baken: new in the databank")

    def link(self) -> str:
        """Point at the page the feed belongs to."""
        return reverse("wagtail_serve", args=[""])

    def items(self) -> list[ArticlePage]:
        """Return the newest public articles."""
        return list(reads.in_language()[:NEWEST])

    def item_title(self, item: ArticlePage) -> str:
        """Name an entry."""
        return str(item.title)

    def item_description(self, item: ArticlePage) -> str:
        """Describe an entry by its summary."""
        return item.summary

    def item_link(self, item: ArticlePage) -> str:
        """Point at the article."""
        return str(item.url)

    def item_updateddate(self, item: ArticlePage) -> datetime.datetime | None:
        """Tell when the article was last published."""
        published: datetime.datetime | None = item.last_published_at
        return published
