# SPDX-License-Identifier: EUPL-1.2
"""Articles as documents: one per published page, findable by those who may read it."""

from collections.abc import Collection, Iterator
from itertools import product

from django.db.models import QuerySet
from wagtail.models import Page, PageViewRestriction

from baken.open.articles.models import ArticlePage
from baken.open.search.engine.shapes import PUBLIC, Document

LOGIN = "login"
_CHUNK = 200


def documents(pages: Collection[int] | None = None) -> Iterator[Document]:
    """Yield the documents of these pages (all without any); a page that is not published has none."""
    restrictions = list(PageViewRestriction.objects.select_related("page").prefetch_related("groups"))
    for page in _published(pages).iterator(chunk_size=_CHUNK):
        if page.url:
            yield _document(page, audience([each for each in restrictions if page.path.startswith(each.page.path)]))


def beneath(pages: Collection[int]) -> set[int]:
    """Return these pages and all articles under them: a restriction is inherited."""
    found: set[int] = set(pages)
    for path in Page.objects.filter(pk__in=pages).values_list("path", flat=True):
        found |= set(ArticlePage.objects.filter(path__startswith=path).values_list("pk", flat=True))
    return found


def carrying(concepts: Collection[int]) -> set[int]:
    """Return the articles that carry one of these concepts: they are found by its names."""
    return set(ArticlePage.objects.filter(concepts__in=concepts).values_list("pk", flat=True))


def audience(restrictions: Collection[PageViewRestriction]) -> frozenset[frozenset[str]]:
    """Return the alternatives that satisfy every one of these restrictions.

    Tokens are `public`, `login` and `group:<id>`. A shared password opens a page but not the search:
    what is behind it has no alternative at all, so nobody finds it.
    """
    ways = [_ways(each) for each in restrictions if each.restriction_type != PageViewRestriction.NONE]
    return frozenset(frozenset().union({PUBLIC}, *choice) for choice in product(*ways))


def _ways(restriction: PageViewRestriction) -> list[frozenset[str]]:
    """Return the sets of tokens of which each alone satisfies a restriction."""
    if restriction.restriction_type == PageViewRestriction.LOGIN:
        return [frozenset({LOGIN})]
    if restriction.restriction_type == PageViewRestriction.GROUPS:
        return [frozenset({f"group:{group.pk}"}) for group in restriction.groups.all()]
    return []


def _published(pages: Collection[int] | None) -> QuerySet[ArticlePage]:
    found = ArticlePage.objects.live().select_related("locale").prefetch_related("concepts__labels", "citations__work")
    chosen: QuerySet[ArticlePage] = found if pages is None else found.filter(pk__in=pages)
    return chosen.order_by("pk")


def _document(page: ArticlePage, readers: frozenset[frozenset[str]]) -> Document:
    language = page.locale.language_code
    return Document(
        key=f"article/{page.pk}", work=f"page:{page.pk}", id=f"article/{page.pk}", type="article",
        lang=language, path=page.url, title=page.title,
        heading="\n".join([page.summary, *_headings(page)]), body=_text(page), labels=_labels(page, language),
        aspect=tuple(page.aspects), kind=(page.kind,), form=tuple(page.forms),
        cites=tuple(f"{each.work.key}/{each.provision}".rstrip("/") for each in page.citations.all()),
        date=int(f"{page.dated:%Y%m%d}") if page.dated else 0, audience=readers,
    )  # fmt: skip


def _headings(page: ArticlePage) -> list[str]:
    return [str(block.value) for block in page.body if block.block_type == "heading"]


def _text(page: ArticlePage) -> str:
    return "\n".join([page.summary, *page.body.stream_block.get_searchable_content(page.body)])


def _labels(page: ArticlePage, language: str) -> str:
    labels = (label for concept in page.concepts.all() for label in concept.labels.all())
    return "\n".join(label.text for label in labels if label.language == language)
