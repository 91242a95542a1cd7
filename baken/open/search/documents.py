# SPDX-License-Identifier: EUPL-1.2
"""What can be found: everything, or what a few changes touch."""

from collections.abc import Iterable, Iterator

from baken.open.search import article_documents, concept_documents, source_documents
from baken.open.search.engine.shapes import Document

_MAKERS = {
    "page": article_documents.documents,
    "work": source_documents.documents,
    "concept": concept_documents.documents,
}


def everything() -> Iterator[Document]:
    """Yield every document there is."""
    for make in _MAKERS.values():
        yield from make()


def touched(changes: Iterable[tuple[str, str]]) -> dict[str, set[int]]:
    """Return the things to make anew, by kind, for noted changes `(kind, thing)`.

    A restriction touches all pages under its own; a concept's names are also those of the concepts it
    is mapped to, and of the articles that carry it.
    """
    noted: dict[str, set[int]] = {}
    for kind, thing in changes:
        noted.setdefault(kind, set()).add(int(thing))
    concepts = concept_documents.mapped(noted.get("concept", set()))
    pages = noted.get("page", set()) | article_documents.beneath(noted.get("restriction", set()))
    return {
        "page": pages | article_documents.carrying(concepts),
        "work": noted.get("work", set()),
        "concept": concepts,
    }


def made_from(things: dict[str, set[int]]) -> Iterator[Document]:
    """Yield the documents of these things; what is gone or not published has none."""
    for kind, numbers in things.items():
        if numbers:
            yield from _MAKERS[kind](numbers)


def names(things: dict[str, set[int]]) -> list[str]:
    """Return the names under which the index holds what is made from these things."""
    return [f"{kind}:{number}" for kind, numbers in things.items() for number in sorted(numbers)]
