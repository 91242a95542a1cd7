# SPDX-License-Identifier: EUPL-1.2
"""Every write to the tables of passages and of examples: which there are, and what vectors each has.

Only what everybody may read has passages. They are noted, and struck, while the index follows what changes, so that a
text that is restricted or gone has no vector any more as soon as the index knows.
"""

import uuid
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from django.db import transaction
from django.db.models import Q, QuerySet

from baken.open.search.engine.shapes import PUBLIC, Document
from baken.open.search.meaning import embedders, offered
from baken.open.search.meaning.examples import waiting
from baken.open.search.meaning.exemplary import Chosen
from baken.open.search.meaning.passages import cut
from baken.open.search.meaning.vectors import Embedder, Vectors
from baken.open.search.models import Example, Learned, Passage

_BATCH = 200


def noting(*, documents: Iterable[Document], works: Sequence[str] | None = None) -> Iterator[Document]:
    """Hand on documents while their passages are noted, without vectors; at the end strike those of all others.

    ``works`` are the works that these are all documents of; without it, they are all documents there are.
    """
    if not offered.is_laid():
        yield from documents
        return
    found, kept = iter(documents), set[str]()
    while batch := list(islice(found, _BATCH)):
        kept |= _note([each for each in batch if _is_for_everybody(each)])
        yield from batch
    _strike(Passage.objects.all() if works is None else Passage.objects.filter(work__in=works), kept)


@transaction.atomic
def keep(*, embedder: Embedder, passages: Sequence[Passage], vectors: Vectors) -> set[int]:
    """Give passages their vectors, unless their text has become another meanwhile; return which have one now."""
    pairs = zip(passages, vectors, strict=True)
    return {
        passage.pk
        for passage, vector in pairs
        if Passage.objects.filter(pk=passage.pk, digest=passage.digest).update(vector=vector, model=embedder.name)
    }


@transaction.atomic
def exemplify(*, examples: Iterable[Chosen]) -> None:
    """Keep these examples and no others; one that was there already keeps its vectors.

    Their texts must be such as nobody can restrict: they stay, and are embedded later.
    """
    rows = {each.digest: Example(digest=each.digest, **each._asdict()) for each in examples}
    Example.objects.exclude(digest__in=list(rows)).delete()
    Example.objects.bulk_create(rows.values(), ignore_conflicts=True)
    embedder = embedders.current()
    _tell(ready=embedder is not None and not waiting(embedder).exists())


@transaction.atomic
def illustrate(*, embedder: Embedder, vectors: Mapping[int, bytes]) -> None:
    """Give examples, by key, their `drawing.packed` vectors; questions are drawn by them once all have theirs."""
    for pk, rows in vectors.items():
        Example.objects.filter(pk=pk).update(vectors=rows, model=embedder.name)
    _tell(ready=not waiting(embedder).exists())


def _tell(*, ready: bool) -> None:
    Learned.objects.update(examples=uuid.uuid4() if ready and Example.objects.exists() else None)


def _is_for_everybody(document: Document) -> bool:
    return any(way <= {PUBLIC} for way in document.audience)


@transaction.atomic
def _note(documents: Sequence[Document]) -> set[str]:
    """Note the passages of documents that have changed and return the documents' names."""
    rows = {(each.document, each.number): each for document in documents for each in _passages(document)}
    names = {document.key for document in documents}
    stale = []
    for row in Passage.objects.filter(document__in=names).defer("vector"):
        same = rows.get((row.document, row.number))
        if same and same.digest == row.digest:
            del rows[row.document, row.number]
        else:
            stale.append(row.pk)
    Passage.objects.filter(pk__in=stale).delete()
    if embedders.current():
        # Another host may note the same at the same time.
        Passage.objects.bulk_create(rows.values(), ignore_conflicts=True)
    return names


def _passages(document: Document) -> Iterator[Passage]:
    for number, start, stop, digest in cut(document.title, document.body):
        yield Passage(
            document=document.key, number=number, work=document.work, language=document.lang, start=start, stop=stop,
            digest=digest,
        )  # fmt: skip


def _strike(among: QuerySet[Passage], kept: Collection[str]) -> None:
    there = set(among.values_list("document", flat=True).distinct())
    gone = iter(sorted(there.difference(kept)))
    while batch := list(islice(gone, _BATCH)):
        Passage.objects.filter(Q(document__in=batch)).delete()
