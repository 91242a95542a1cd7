# SPDX-License-Identifier: EUPL-1.2
"""The databank's own words, from which compounds are learned before its documents are indexed.

The documents come once, so they are kept in a file without a name while their words are counted: what
is learned from is exactly what is indexed.
"""

import pickle
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import IO

from baken.open.search.engine.analysis import DIVIDED, bucket, clean
from baken.open.search.engine.compounds import WHOLE, Splitter, learn
from baken.open.search.engine.compounds.words import words_in
from baken.open.search.engine.shapes import Document

_ROLES = ("title", "heading", "body", "labels", "context")
# Fewer different words show too little of a language: every word would look like a row of unknown parts.
ENOUGH = 2_000


def learned(documents: Iterable[Document], reader: frozenset[str], spool: IO[bytes]) -> Splitter:
    """Return a splitter learned from the Dutch documents a reader may see, and keep all documents in the spool."""
    counts: Counter[str] = Counter()
    for document in documents:
        pickle.dump(document, spool)
        if bucket(document.lang) == DIVIDED and any(map(reader.issuperset, document.audience)):
            counts.update(word for role in _ROLES for word in words_in(clean(getattr(document, role))))
    return learn(counts) if len(counts) >= ENOUGH else WHOLE


def again(spool: IO[bytes]) -> Iterator[Document]:
    """Yield the documents of a spool, in the order they were kept."""
    end = spool.tell()
    spool.seek(0)
    while spool.tell() < end:
        yield pickle.load(spool)  # noqa: S301 - our own file, without a name, open to no other process
