# SPDX-License-Identifier: EUPL-1.2
"""How well a text answers a question, in its language or the other: exactly, for the few that the index finds first.

The index can add up what a word's many names are worth, but then a text that uses three of them counts thrice.
Here the names of a word are counted as one word, and only the sum is bent by BM25 (Darwish & Oard 2003; fields are
added before bending, as in BM25F: Robertson et al. 2004, CIKM). Chosen on half of the topics; see `bench/lexicon.py`.
"""

import math
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from baken.open.search.engine.analysis import clean, words
from baken.open.search.engine.translating import Concept, Split, whole

# BM25's k1 and b.
RISE, HELD = 0.9, 0.75
# The beginning of a text says what it is about; a word inside a compound is nearly that word.
LEADING, LEAD, PARTS = 30, 0.8, 0.6
# A word that begins so many words on, or never, begins far on; where it begins counts by how many of REACH that is.
FAR, REACH = 255, 40.0
_LENGTH, _CODE, _FIRST = np.dtype("<f4"), np.dtype("<u4"), np.dtype("u1")
_A_WORD = np.dtype([("code", _CODE), ("often", "<f2"), ("first", _FIRST)])
_NO_LENGTH = bytes(_LENGTH.itemsize)
Floats = NDArray[np.float64]
ROLES = {"title": 3.0, "heading": 1.5, "body": 1.0, "labels": 1.0, "context": 0.5}
READ = 20_000
_WORD = re.compile(r"[^\W_]+")


# Roles whose words are said at once, before the text.
_AT_ONCE = ("title", "heading")


class Counted(NamedTuple):
    """A text by its index words: how often each stands in it, weighted by where, and how many words it has.

    ``first`` is how many words stand before each where it stands first, of whole words, up to `FAR`.
    """

    often: Mapping[str, float]
    length: float
    first: Mapping[str, int]


class Table(NamedTuple):
    """Some words in some documents, a row a document and a column a word.

    ``often`` is how often they stand there, ``first`` how many words stand before each, ``bend`` what a document's
    length makes of BM25's k1.
    """

    place: Mapping[str, int]
    often: Floats
    first: NDArray[np.uint8]
    bend: Floats

    def near(self, names: Iterable[str]) -> Floats:
        """Return how near the beginning each of these words stands: 1 there, 0 where it does not stand at all."""
        places = [self.place[name] for name in names]
        return np.where(self.often[:, places] > 0, np.exp(self.first[:, places] / -REACH), 0.0)


def counted(texts: Mapping[str, str], language: str, split: Split = whole) -> Counted:
    """Return a document's words counted; ``texts`` are its texts by role, such as title or body."""
    often: dict[str, float] = {}
    first: dict[str, int] = {}
    length = 0
    for role, text in texts.items():
        forms = _WORD.findall(clean(text[:READ]).lower())
        for form, count in Counter(forms).items():
            for stem, weight in _stems(form, language, split):
                often[stem] = often.get(stem, 0.0) + weight * count * ROLES[role]
                length += count * (weight == 1.0)
        if role == "body":
            for stem in _leading(forms, language, split):
                often[stem] = often.get(stem, 0.0) + LEAD
        for stem, before in _begun(role, forms, language):
            first[stem] = min(before, first.get(stem, FAR))
    return Counted(often, float(length), first)


def idf(texts: float, whole_of: int) -> float:
    """Return what a concept is worth that stands in so many texts of all."""
    texts = min(texts, whole_of - 1)
    return math.log(1 + (whole_of - texts + 0.5) / (texts + 0.5))


def packed(document: Counted) -> bytes:
    """Return a counted document as the index keeps it: its length, then each word's code, how often, where first."""
    rows = sorted((code(word), often, document.first.get(word, FAR)) for word, often in document.often.items())
    return np.array([document.length], _LENGTH).tobytes() + np.array(rows, _A_WORD).tobytes()


def code(word: str) -> int:
    """Return the number under which a word is kept; two words of one text have the same once in some million texts."""
    return zlib.crc32(word.encode("utf-8", "replace"))


def table(documents: Sequence[bytes], wanted: Iterable[str]) -> Table:
    """Return how these words stand in packed documents."""
    names = sorted({(code(name), name) for name in wanted})
    often, first, lengths = _read(documents, np.array([number for number, _ in names], _CODE))
    bend = RISE * (1 - HELD + HELD * lengths / max(1.0, lengths.mean() if len(lengths) else 1.0))
    return Table({name: at for at, (_, name) in enumerate(names)}, often, first, bend)


def scores(concepts: Sequence[tuple[Concept, float]], found: Table) -> Floats:
    """Return what each document is worth; each concept comes with its worth (`idf` times salience)."""
    weights = np.zeros((len(found.place), len(concepts)))
    for column, (concept, _) in enumerate(concepts):
        weights[[found.place[name] for name in concept.names], column] = list(concept.names.values())
    return _sum(found.often @ weights, found.bend, [worth for _, worth in concepts])


def begun(concepts: Sequence[tuple[Concept, float]], found: Table) -> Floats:
    """Return how near its beginning each document says what is asked, from 0 to 1: each concept for its worth."""
    told = np.zeros(len(found.bend))
    for concept, worth in concepts:
        shares = np.array(list(concept.names.values())) / max(concept.names.values())
        told += worth * (found.near(concept.names) * shares).max(axis=1)
    return told / max(sum(worth for _, worth in concepts), 1e-9)


def added(weights: Mapping[str, float], found: Table) -> Floats:
    """Return what each document is worth for words that count by themselves, each with its weight."""
    places = [found.place[name] for name in weights]
    return _sum(found.often[:, places], found.bend, list(weights.values()))


def _sum(often: Floats, bend: Floats, weights: Sequence[float]) -> Floats:
    """Return what each row is worth: each column bent as BM25 does, and weighed."""
    total: Floats = (often * (RISE + 1) / (often + bend[:, None])) @ np.array(weights)
    return total


def _read(
    documents: Sequence[bytes], codes: NDArray[np.uint32]
) -> tuple[Floats, NDArray[np.uint8], NDArray[np.float64]]:
    """Return how often the words of these codes (ascending) stand in each packed document, a row each.

    With it come how many words stand before each, in such rows, and the documents' lengths. All documents at once: one
    by one they would cost as much as everything else.
    """
    counts = [max(0, len(each) - _LENGTH.itemsize) // _A_WORD.itemsize for each in documents]
    held = np.frombuffer(b"".join([each[_LENGTH.itemsize :] for each in documents]), _A_WORD)
    lengths = np.frombuffer(b"".join([each[: _LENGTH.itemsize] or _NO_LENGTH for each in documents]), _LENGTH)
    often, first = (np.zeros((len(documents), len(codes)), kind) for kind in (float, _FIRST))
    if len(codes):
        places = np.minimum(codes.searchsorted(held["code"]), len(codes) - 1)
        there = codes[places] == held["code"]
        rows, columns = np.repeat(np.arange(len(documents)), counts)[there], places[there]
        often[rows, columns], first[rows, columns] = held["often"][there], held["first"][there]
    return often, first, lengths.astype(float)


def _begun(role: str, forms: Sequence[str], language: str) -> Iterator[tuple[str, int]]:
    """Yield how many words stand before the index words of a text; what a title says stands before all."""
    if role == "body" or role in _AT_ONCE:
        for before, form in enumerate(forms[:FAR]):
            yield from ((stem, before if role == "body" else 0) for stem in _whole(form, language))


def _leading(forms: Sequence[str], language: str, split: Split) -> list[str]:
    found: list[str] = []
    for form in forms[: 3 * LEADING]:
        found += [stem for stem, weight in _stems(form, language, split) if weight == 1.0]
    return found[:LEADING]


@lru_cache(maxsize=100_000)
def _stems(form: str, language: str, split: Split) -> tuple[tuple[str, float], ...]:
    """Return the index words of a word as it stands, and of its parts, with their weights."""
    parts = split(form) if language == "nl" else ()
    inside = ((stem, PARTS) for part in parts for stem in words(part, language))
    return (*((stem, 1.0) for stem in _whole(form, language)), *inside)


@lru_cache(maxsize=100_000)
def _whole(form: str, language: str) -> tuple[str, ...]:
    return tuple(words(form, language))
