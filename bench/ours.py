# SPDX-License-Identifier: EUPL-1.2
"""Our side of the bench: `python -m bench.ours SLUG` prints an article and what stands around it, as JSON."""

import json
import re
import sys
from typing import Any

import django

_PAGE_LINK = re.compile(r'linktype=\\?"page\\?" id=\\?"(\d+)')


def article(slug: str) -> dict[str, Any]:
    """Return the stored article: title, summary, raw body, links by place, and the pages its text links to."""
    from baken.open.articles import reads  # noqa: PLC0415 - Django must be set up first
    from baken.open.articles.models import ArticlePage  # noqa: PLC0415

    page = ArticlePage.objects.get(slug=slug)
    raw = list(page.body.raw_data)
    links = [*_sources(page), *_concepts(page), *_pages("related", reads.related(page))]
    told = {"title": page.title, "slug": page.slug, "summary": page.summary, "byline": page.author, "body": raw}
    return told | {"address": page.url, "links": links, "pages": _linked(json.dumps(raw))}


def _sources(page: Any) -> list[dict[str, str]]:
    return [
        {"place": "source", "label": str(each.work), "note": each.note, "url": f"/sources/{each.work.key}/"}
        for each in page.citations.select_related("work")
    ]


def _concepts(page: Any) -> list[dict[str, str]]:
    return [
        {"place": "concept", "label": each.name, "note": "", "url": f"/concepts/{each.notation}/"}
        for each in page.concepts.all()
    ]


def _pages(place: str, pages: list[Any]) -> list[dict[str, str]]:
    return [{"place": place, "label": each.title, "note": "", "url": each.url} for each in pages]


def _linked(raw: str) -> list[dict[str, str]]:
    """Return the pages that the text links to; the peer needs them too, or its links would be dead."""
    from wagtail.models import Page  # noqa: PLC0415 - Django must be set up first

    numbers = {int(number) for number in _PAGE_LINK.findall(raw)}
    found = Page.objects.filter(pk__in=numbers)
    return [{"number": str(each.pk), "title": each.title, "slug": each.slug} for each in found]


if __name__ == "__main__":
    django.setup()
    print(json.dumps(article(sys.argv[1])))
