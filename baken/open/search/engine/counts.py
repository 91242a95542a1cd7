# SPDX-License-Identifier: EUPL-1.2
"""What is known of each document for putting in order, in a file beside the index: two hundred a question.

The index keeps a document whole, and would unpack all its texts each time. This file only grows, and is read where it
stands in memory; the index says where in it a document's record begins (`schema.COUNTED`), and commits after it was
written, so that a reader never looks for what is not there yet.
"""

import contextlib
import mmap
import os
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from baken.open.search.engine.analysis import BUCKETS, beginnings, bucket, clean
from baken.open.search.engine.compounds import WHOLE, Splitter
from baken.open.search.engine.lexicon import LANGUAGES
from baken.open.search.engine.rescoring import code, counted, packed
from baken.open.search.engine.shapes import Document

# What a document counts for, the place of its language, then how many bytes its key, numbers and words take.
_HEAD, _NUMBER = struct.Struct("=dBHHI"), struct.Struct("=I")
_LONGEST_KEY, _MOST_NUMBERS = 60_000, 10_000


class Record(NamedTuple):
    """A document's key, what it counts for, its language, the codes of its numbers, and its words as `packed`."""

    key: str
    weight: float
    language: str
    numbers: frozenset[int]
    words: bytes


NONE = Record("", 1.0, "", frozenset(), b"")


class Counts:
    """The records of a file, as far as it was written when it was opened; raises OSError where there is none."""

    def __init__(self, file: Path) -> None:
        with file.open("rb") as opened:
            self._held = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) if file.stat().st_size else b""
        self._last = len(self._held) - _HEAD.size

    def __len__(self) -> int:
        """Return how many bytes there are."""
        return len(self._held)

    def at(self, place: int) -> Record:
        """Return the record that begins at a place; an empty one where none can."""
        if not 0 <= place <= self._last:
            return NONE
        weight, language, key, numbers, words = _HEAD.unpack_from(self._held, place)
        first = place + _HEAD.size
        second = first + key
        third = second + numbers
        codes = frozenset(memoryview(self._held[second:third]).cast("I")) if numbers else NONE.numbers
        said = self._held[third : third + words]
        return Record(str(self._held[first:second], "utf-8", "replace"), weight, BUCKETS[language], codes, said)


class Ledger:
    """Takes documents down, one behind the other."""

    def __init__(self, file: Path) -> None:
        self._file = file.open("ab")
        self._end = self._file.tell()

    def add(self, document: Document, weight: float, texts: dict[str, str], splitter: Splitter = WHOLE) -> int:
        """Write a document's record and return where it begins."""
        place, record = self._end, _written(document, weight, texts, splitter)
        self._file.write(record)
        self._end += len(record)
        return place

    def settle(self) -> int:
        """Bring all to the disk and return how many bytes there are now."""
        self._file.flush()
        os.fsync(self._file.fileno())
        return self._end

    def close(self) -> None:
        """Close the file."""
        self._file.close()


@contextlib.contextmanager
def taking(file: Path) -> Iterator[Ledger]:
    """Open a file to take documents down behind those that are there."""
    ledger = Ledger(file)
    try:
        yield ledger
    finally:
        ledger.close()


def _written(document: Document, weight: float, texts: dict[str, str], splitter: Splitter) -> bytes:
    language = bucket(document.lang)
    key = clean(document.key).encode()[:_LONGEST_KEY]
    held = tuple(clean(each.lower()) for each in document.numbers)
    numbers = b"".join(_NUMBER.pack(code(each)) for each in {*held, *beginnings(held)})[: 4 * _MOST_NUMBERS]
    words = packed(counted(texts, language, splitter.parts)) if language in LANGUAGES else b""
    return _HEAD.pack(weight, BUCKETS.index(language), len(key), len(numbers), len(words)) + key + numbers + words
