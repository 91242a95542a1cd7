# SPDX-License-Identifier: EUPL-1.2
"""Cards of what is published: an article that everybody may read, and a provision as it stands now."""

import datetime
import textwrap
from collections.abc import Collection, Iterator, Mapping

from django.db.models import Prefetch

from baken.bridge.cards import ARTICLE, MOST_NAMES, PROVISION, SUMMARY, TITLE, Card
from baken.open.articles import reads as articles
from baken.open.articles.models import ArticlePage, Citation
from baken.open.search import source_documents
from baken.open.search.engine.shapes import Document
from baken.open.sources.models import Kind, Work
from baken.open.thesaurus.models import OWN, Concept

Made = tuple[str, Card]  # a card, with what it is made from as the change log names it
LAW = {Kind.LEGISLATION, Kind.TREATY, Kind.POLICY, Kind.EU_ACT}
_SLASHES = 2  # a provision's name is its work's with a path behind it
_CHUNK = 200


def everything() -> Iterator[Made]:
    """Yield the cards of everything."""
    yield from _articles()
    yield from _provisions()


def made_from(things: Mapping[str, Collection[int]]) -> Iterator[Made]:
    """Yield the cards of these pages and works; what is gone, a draft or not for everybody has none."""
    yield from _articles(things["page"])
    yield from _provisions(things["work"])


def _articles(pages: Collection[int] | None = None) -> Iterator[Made]:
    found = articles.public() if pages is None else articles.public().filter(pk__in=pages)
    concepts = Prefetch("concepts", Concept.objects.filter(scheme__name=OWN))
    citations = Prefetch("citations", Citation.objects.select_related("work"))
    found = found.defer("body").select_related("locale").prefetch_related(concepts, citations).order_by("pk")
    for page in found.iterator(chunk_size=_CHUNK):
        yield f"page:{page.pk}", _article(page)


def _article(page: ArticlePage) -> Card:
    return Card(
        key=f"article/{page.pk}", same=f"article/{page.translation_key}", kind=ARTICLE,
        language=page.locale.language_code, title=page.title[:TITLE], summary=page.summary[:SUMMARY],
        address=page.url or "", concepts=_names(each.notation for each in page.concepts.all()),
        citations=_names(map(str, page.citations.all())), updated=page.dated,
    )  # fmt: skip


def _names(found: Iterator[str]) -> tuple[str, ...]:
    return tuple(sorted(set(found))[:MOST_NAMES])


def _provisions(works: Collection[int] | None = None) -> Iterator[Made]:
    acts = Work.objects.filter(kind__in=LAW)
    found = acts if works is None else acts.filter(pk__in=works)
    for each in source_documents.documents(list(found.values_list("pk", flat=True))):
        if _stands(each):
            yield each.work, _provision(each)


def _stands(document: Document) -> bool:
    """Return whether a document is a provision with a text that its act still has."""
    return document.id.count("/") >= _SLASHES and bool(document.body) and document.weight >= 1


def _provision(document: Document) -> Card:
    return Card(
        key=document.key, same=document.id, kind=PROVISION, language=document.lang,
        title=textwrap.shorten(f"{document.title}, {document.context}", TITLE, placeholder="…"),
        summary=textwrap.shorten(document.body[: 2 * SUMMARY], SUMMARY, placeholder="…"),
        address=document.path, concepts=(), citations=(document.id,), updated=_day(document.date),
    )  # fmt: skip


def _day(number: int) -> datetime.date | None:
    return datetime.date(number // 10000, number // 100 % 100, number % 100) if number else None
