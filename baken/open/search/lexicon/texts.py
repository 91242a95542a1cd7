# SPDX-License-Identifier: EUPL-1.2
"""The databank's own texts that exist in both languages, and that everybody may read: only those are learned from.

What is learned is shown to every reader, word by word. So a page behind a restriction, above it or its translation,
teaches nothing, and neither does one that is not published.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from baken.open.articles.models import ArticlePage
from baken.open.search import article_documents, concept_documents, source_documents
from baken.open.search.engine.lexicon import LANGUAGES
from baken.open.search.engine.shapes import PUBLIC, Document
from baken.open.search.lexicon.pairs import Pair

_EVERYONE = frozenset({PUBLIC})


def public() -> Iterator[Pair]:
    """Yield the articles, provisions and concepts that stand in both languages for everybody."""
    keys = dict(ArticlePage.objects.values_list("pk", "translation_key"))
    articles = ((str(keys[int(each.id.partition("/")[2])]), each) for each in article_documents.documents())
    yield from _pairs(articles)
    yield from _pairs((each.id, each) for each in source_documents.documents())
    yield from _pairs((each.id, each) for each in concept_documents.documents())


def _pairs(documents: Iterable[tuple[str, Document]]) -> Iterator[Pair]:
    """Yield the public documents that go by the same name in both languages, side by side."""
    found: dict[str, dict[str, Document]] = defaultdict(dict)
    for name, document in documents:
        if _EVERYONE in document.audience:
            found[name][document.lang] = document
    for sides in found.values():
        if all(language in sides for language in LANGUAGES):
            yield from _pair(*(sides[language] for language in LANGUAGES))


def _pair(nl: Document, en: Document) -> Iterator[Pair]:
    """Yield the two as a pair; where both say the same, one stands in for the other and teaches nothing."""
    titles = (nl.title, en.title) if nl.title != en.title else ("", "")
    if _text(nl) != _text(en):
        yield Pair(_text(nl), _text(en), *titles)


def _text(document: Document) -> str:
    # A concept may have no note; then its name is all there is to learn from.
    return document.body or document.title
