# SPDX-License-Identifier: EUPL-1.2
"""Making vectors: of passages that wait for one, a few at a time, so that it can be cut off anywhere and goes on there.

What is embedded is what somebody who has not signed in would find at this moment: its text is taken from the index,
as she may see it. So a text that was restricted a moment ago is not embedded, whatever the table of passages says.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.db import connection

from baken.open.search import actions as index
from baken.open.search import reads
from baken.open.search.engine import held
from baken.open.search.engine.shapes import PUBLIC
from baken.open.search.meaning import actions, drawing, embedders, examples, offered
from baken.open.search.meaning import reads as passages
from baken.open.search.meaning.passages import digest, worded
from baken.open.search.meaning.vectors import Embedder
from baken.open.search.models import Example, Passage

_BATCH = 16
# Examples at a time, each with two texts and two titles.
_FEW = 4
# "meaning": one process at a time makes vectors; two would make the same.
_LOCK = 0x6D65616E696E67


def make(*, first_only: bool = False) -> Iterator[passages.Progress]:
    """Make the vectors that are waited for, telling after each batch how far it is; raises Unable.

    With ``first_only`` of the first passage of each text alone. Does nothing without an embedder or pgvector, or while
    another process makes vectors.
    """
    embedder = embedders.current()
    if not embedder or not offered.is_laid():
        return
    with _alone() as mine:
        if mine:
            yield from _make(embedder, first_only)


def make_examples() -> Iterator[passages.Progress]:
    """Make the vectors that examples wait for, telling after each batch how far it is; raises Unable.

    Does nothing without an embedder, or while another process makes vectors.
    """
    embedder = embedders.current()
    if not embedder:
        return
    with _alone() as mine:
        total = drawing.ROWS * Example.objects.count()
        while mine and (batch := list(examples.waiting(embedder)[:_FEW])):
            actions.illustrate(embedder=embedder, vectors=_illustrated(embedder, batch))
            done = total - drawing.ROWS * examples.waiting(embedder).count()
            yield passages.Progress(done, total, drawing.ROWS * len(batch))


def _illustrated(embedder: Embedder, batch: Sequence[Example]) -> dict[int, bytes]:
    """Return the vectors of examples as they are kept, by key."""
    texts = iter(embedder.passages([text for each in batch for text in (each.nl, each.en)]))
    asked = ([embedder.question(title) for title in (each.title_nl, each.title_en)] for each in batch)
    return {
        each.pk: drawing.packed([*titles, next(texts), next(texts)]) for each, titles in zip(batch, asked, strict=True)
    }


def _make(embedder: Embedder, first_only: bool) -> Iterator[passages.Progress]:
    index.follow()
    # What the index does not know now is left to the next run: another process may be writing it this moment.
    left = set[int]()
    while batch := list(passages.waiting(embedder, first_only=first_only).exclude(pk__in=left)[:_BATCH]):
        made = _embed(embedder, batch)
        left |= {each.pk for each in batch} - made
        yield passages.progress(embedder)._replace(made=len(made))
        index.follow()


def _embed(embedder: Embedder, batch: Sequence[Passage]) -> set[int]:
    """Give passages their vectors and return which have one now."""
    doubtful = reads.changed_pages()
    texts = held.texts(reads.store().view(), [each.document for each in batch], frozenset({PUBLIC}), doubtful)
    said = [_said(texts.get(each.document), each) for each in batch]
    known = [(each, text) for each, text in zip(batch, said, strict=True) if text]
    if not known:
        return set()
    vectors = embedder.passages([text for _, text in known])
    return actions.keep(embedder=embedder, passages=[each for each, _ in known], vectors=vectors)


def _said(text: tuple[str, str] | None, passage: Passage) -> str:
    """Return what a passage says, or nothing where its document is no longer to be seen or has become another."""
    found = worded(*text, passage.start, passage.stop) if text else ""
    return found if digest(found) == passage.digest else ""


@contextmanager
def _alone() -> Iterator[bool]:
    with connection.cursor() as db:
        db.execute("SELECT pg_try_advisory_lock(%s)", [_LOCK])
        mine = bool(db.fetchone()[0])
        try:
            yield mine
        finally:
            if mine:
                db.execute("SELECT pg_advisory_unlock(%s)", [_LOCK])
