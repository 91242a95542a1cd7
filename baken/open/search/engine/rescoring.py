# SPDX-License-Identifier: EUPL-1.2
"""How well a text in one language answers a question in another: exactly, for the few that the index finds first.

The index can add up what a word's many names are worth, but then a text that uses three of them counts thrice.
Here the names of a word are counted as one word, and only the sum is bent by BM25 (Darwish & Oard 2003; fields are
added before bending, as in BM25F: Robertson et al. 2004, CIKM). Chosen on half of the topics; see `bench/lexicon.py`.
"""

import math
import re
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
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
_LENGTH, _CODE, _OFTEN = np.dtype("<f4"), np.dtype("<u4"), np.dtype("<f2")
_NO_LENGTH = bytes(_LENGTH.itemsize)
ROLES = {"title": 3.0, "heading": 1.5, "body": 1.0, "labels": 1.0, "context": 0.5}
READ = 20_000
_WORD = re.compile(r"[^\W_]+")


class Counted(NamedTuple):
    """A text by its index words: how often each stands in it, weighted by where, and how many words it has."""

    often: Mapping[str, float]
    length: float


def counted(texts: Mapping[str, str], language: str, split: Split = whole) -> Counted:
    """Return a document's words counted; ``texts`` are its texts by role, such as title or body."""
    often: dict[str, float] = {}
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
    return Counted(often, float(length))


def idf(texts: float, whole_of: int) -> float:
    """Return what a concept is worth that stands in so many texts of all."""
    texts = min(texts, whole_of - 1)
    return math.log(1 + (whole_of - texts + 0.5) / (texts + 0.5))


def packed(document: Counted) -> bytes:
    """Return a counted document as the index keeps it: length, then codes of words (ascending), then how often."""
    rows = sorted((code(word), often) for word, often in document.often.items())
    codes = np.array([number for number, _ in rows], _CODE)
    often = np.array([often for _, often in rows], _OFTEN)
    return b"".join(each.tobytes() for each in (np.array([document.length], _LENGTH), codes, often))


def code(word: str) -> int:
    """Return the number under which a word is kept; two words of one text have the same once in some million texts."""
    return zlib.crc32(word.encode("utf-8", "replace"))


def scores(concepts: Sequence[tuple[Concept, float]], documents: Sequence[bytes]) -> list[float]:
    """Return what each packed document is worth; each concept comes with its worth (`idf` times salience)."""
    if not documents:
        return []
    names = sorted({(code(name), name) for concept, _ in concepts for name in concept.names})
    codes = np.array([number for number, _ in names], _CODE)
    often, lengths = _table(documents, codes)
    weights = np.zeros((len(names), len(concepts)))
    place = {name: at for at, (_, name) in enumerate(names)}
    for column, (concept, _) in enumerate(concepts):
        weights[[place[name] for name in concept.names], column] = list(concept.names.values())
    bend = RISE * (1 - HELD + HELD * lengths / max(1.0, lengths.mean()))
    whole = often @ weights
    bent = whole * (RISE + 1) / (whole + bend[:, None])
    return [float(each) for each in bent @ np.array([worth for _, worth in concepts])]


def _table(documents: Sequence[bytes], codes: NDArray[np.uint32]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return how often the words of these codes (ascending) stand in each packed document, a row each; their lengths.

    All documents at once: one by one they would cost as much as everything else.
    """
    counts = [max(0, len(each) - _LENGTH.itemsize) // (_CODE.itemsize + _OFTEN.itemsize) for each in documents]
    ends = [_LENGTH.itemsize + count * _CODE.itemsize for count in counts]
    held = np.frombuffer(
        b"".join(each[_LENGTH.itemsize : end] for each, end in zip(documents, ends, strict=True)), _CODE
    )
    often = np.frombuffer(b"".join(each[end:] for each, end in zip(documents, ends, strict=True)), _OFTEN)
    lengths = np.frombuffer(b"".join(each[: _LENGTH.itemsize] or _NO_LENGTH for each in documents), _LENGTH).astype(
        float
    )
    places = np.minimum(codes.searchsorted(held), len(codes) - 1)
    there = codes[places] == held
    table = np.zeros((len(documents), len(codes)))
    table[np.repeat(np.arange(len(documents)), counts)[there], places[there]] = often[there]
    return table, lengths.astype(float)


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
    return (*((stem, 1.0) for stem in words(form, language)), *inside)
