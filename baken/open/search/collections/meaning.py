# SPDX-License-Identifier: EUPL-1.2
"""The vectors of a collection, in a file beside its index: exact, since a collection is small.

In the file is for each passage which document's it is and where it stands, the digest of its text, and its vector, or
rows of nothing where that is still to be made.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from baken.open.search.collections import shelf
from baken.open.search.collections.documents import document
from baken.open.search.engine import parsing
from baken.open.search.engine.folder import writing
from baken.open.search.engine.lexicon import NOTHING, Lexicon
from baken.open.search.engine.nearest import asks_for
from baken.open.search.engine.shapes import Document, Near, Nearby, Question, nowhere
from baken.open.search.meaning import embedders, questions
from baken.open.search.meaning.fields import SIZE
from baken.open.search.meaning.passages import cut, worded
from baken.open.search.meaning.questions import Sought
from baken.open.search.meaning.reads import Progress, sought
from baken.open.search.meaning.vectors import Embedder

_FILE = "meaning.npz"
_BATCH = 16
# The file is written anew after so many: what is cut off loses at most these.
_KEPT_EVERY = 160
_ROW = np.dtype([("key", "U240"), ("lang", "U12"), ("start", "i4"), ("stop", "i4"), ("digest", "U32"), ("first", "?")])


class Kept(NamedTuple):
    """The passages of a collection, a row each, and their vectors by one model; a row of zeros has none yet."""

    model: str
    rows: NDArray[np.void]
    vectors: NDArray[np.float32]

    @property
    def has(self) -> NDArray[np.bool_]:
        """Return which passages have a vector."""
        return np.asarray(self.vectors.any(axis=1), np.bool_)


def make(name: str, *, first_only: bool = False) -> Iterator[Progress]:
    """Make the vectors a collection lacks, telling after each batch how far it is; raises Unable and Unknown.

    Those of texts that are as they were are kept. Does nothing without an embedder.
    """
    embedder = embedders.current()
    if not embedder:
        return
    with writing(shelf.folder(name) / "meaning", patient=True):
        kept, texts = _noted(name, embedder)
        wanted = ~kept.has & (kept.rows["first"] | (not first_only))
        places = np.flatnonzero(wanted)
        for done in range(0, len(places), _BATCH):
            batch = places[done : done + _BATCH]
            kept.vectors[batch] = embedder.passages([texts[place] for place in batch])
            if done % _KEPT_EVERY == 0 or done + _BATCH >= len(places):
                _write(name, kept)
            yield Progress(int(kept.has.sum()), len(kept.rows), len(batch))


def begun(name: str, question: Question, lexicon: Lexicon = NOTHING) -> Nearby:
    """Begin to look for the passages of a collection that are nearest to a question; return what gives them."""
    embedder, path = embedders.current(), shelf.folder(name) / _FILE
    if not embedder or not asks_for(parsing.read(question.text)) or not path.exists():
        return nowhere
    found = sought(embedder, question, lexicon)
    return lambda: _nearest(_read(path, path.stat().st_mtime_ns), embedder, found(), question)


def _nearest(kept: Kept, embedder: Embedder, asked: Sought | None, question: Question) -> Sequence[Near]:
    if asked is None or kept.model != embedder.name:
        return ()
    may = kept.has & np.isin(kept.rows["lang"], question.languages) if question.languages else kept.has
    places = np.flatnonzero(may)
    closeness, own = (kept.vectors[places] @ vector for vector in (asked.drawn, asked.asked))
    best = np.argsort(-closeness, kind="stable")[: questions.MOST]
    sure = own >= embedder.sure
    return [_near(kept.rows[places[each]], float(closeness[each]), sure=bool(sure[each])) for each in best]


def _near(row: np.void, closeness: float, *, sure: bool) -> Near:
    return Near(str(row["key"]), int(row["start"]), int(row["stop"]), closeness, sure)


def _noted(name: str, embedder: Embedder) -> tuple[Kept, list[str]]:
    """Return the passages of the texts as they are now, with the vectors that are still theirs, and their words."""
    found = [each for text in shelf.texts(name) for each in _passages(document(text))]
    rows, texts = np.array([row for row, _ in found], _ROW), [text for _, text in found]
    path = shelf.folder(name) / _FILE
    before = _read(path, path.stat().st_mtime_ns) if path.exists() else None
    vectors = np.zeros((len(rows), SIZE), np.float32)
    if before and before.model == embedder.name:
        of = dict(zip(before.rows["digest"].tolist(), before.vectors, strict=True))
        for place, digest in enumerate(rows["digest"].tolist()):
            vectors[place] = of.get(digest, 0.0)
    return Kept(embedder.name, rows, vectors), texts


def _passages(of: Document) -> Iterator[tuple[tuple[object, ...], str]]:
    for number, start, stop, digest in cut(of.title, of.body):
        yield (of.key, of.lang, start, stop, digest, number == 0), worded(of.title, of.body, start, stop)


def _write(name: str, kept: Kept) -> None:
    beside = shelf.folder(name) / f"{_FILE}.new"
    with beside.open("wb") as file:
        np.savez(file, model=kept.model, vectors=kept.vectors, rows=kept.rows)
    beside.replace(shelf.folder(name) / _FILE)


@lru_cache(maxsize=4)
def _read(path: Path, _state: int) -> Kept:
    with np.load(path) as file:
        return Kept(str(file["model"]), file["rows"], file["vectors"])
