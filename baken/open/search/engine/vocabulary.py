# SPDX-License-Identifier: EUPL-1.2
"""The databank's own words, from which compounds and kin are learned before its documents are indexed.

The documents come once, so they are kept in a file without a name while their words are counted: what
is learned from is exactly what is indexed.
"""

import pickle
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import IO

from baken.open.search.engine.analysis import DIVIDED, bucket, clean, words
from baken.open.search.engine.compounds import WHOLE, Splitter, learn
from baken.open.search.engine.compounds.words import words_in
from baken.open.search.engine.lexicon import LANGUAGES
from baken.open.search.engine.shapes import Document

_ROLES = ("title", "heading", "body", "labels", "context")
# Fewer different words show too little of a language: every word would look like a row of unknown parts.
ENOUGH = 2_000


def learned(
    documents: Iterable[Document], reader: frozenset[str], spool: IO[bytes]
) -> tuple[Splitter, dict[str, set[str]]]:
    """Keep all documents in the spool; return what the texts that a reader may see teach.

    That is a splitter, from those in Dutch, and the index words of each language.
    """
    counts: dict[str, Counter[str]] = {language: Counter() for language in LANGUAGES}
    for document in documents:
        pickle.dump(document, spool)
        if (language := bucket(document.lang)) in counts and any(map(reader.issuperset, document.audience)):
            counts[language].update(word for role in _ROLES for word in words_in(clean(getattr(document, role))))
    splitter = learn(counts[DIVIDED]) if len(counts[DIVIDED]) >= ENOUGH else WHOLE
    return splitter, {language: set(words(" ".join(each), language)) for language, each in counts.items()}


def again(spool: IO[bytes]) -> Iterator[Document]:
    """Yield the documents of a spool, in the order they were kept."""
    end = spool.tell()
    spool.seek(0)
    while spool.tell() < end:
        yield pickle.load(spool)  # noqa: S301 - our own file, without a name, open to no other process
