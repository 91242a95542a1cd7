# SPDX-License-Identifier: EUPL-1.2
"""Words that share a stretch of letters with a word: investor with investment, vergoedingsgrens with vergoeding.

Stems tell forms of one word; what is made of the same root in another way they leave apart. Runs of five letters bring
that together (McNamee & Mayfield 2004, "Character n-gram tokenization for European language text retrieval",
Information Retrieval 7). A run counts by how few words have it, and a word by which part of the runs it shares.
"""

import gzip
import json
import math
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

RUN = 5
# What kin counts beside the word itself, from which share of its runs on, and how many words at most.
WEIGHT, LEAST, MOST = 0.3, 0.3, 30
# Who pages on or narrows down asks for the same words again.
_MOST_REMEMBERED = 5_000
_PLACES = (256 ** np.arange(RUN, dtype=np.uint64)).astype(np.uint64)

_Runs = NDArray[np.uint64]


class Kin:
    """The index words of one language, found by the runs of letters that they have."""

    def __init__(self, stems: Iterable[str]) -> None:
        self.stems = sorted(set(stems))
        # Each run of a word once, however often it has it.
        self._runs, self._owners = _once(*_runs(self.stems))
        self.of = lru_cache(maxsize=_MOST_REMEMBERED)(self._of)

    def _of(self, stem: str) -> dict[str, float]:
        """Return the nearest kin of an index word, and what each counts beside it; itself is none."""
        runs = np.unique(_runs([stem])[0])
        if not len(runs):
            return {}
        ends = zip(self._runs.searchsorted(runs, "left"), self._runs.searchsorted(runs, "right"), strict=True)
        having = [self._owners[first:last] for first, last in ends]
        # What no word has is as rare as what one has.
        worth = [math.log(1 + len(self.stems) / max(1, len(owners))) for owners in having]
        weights = np.repeat(worth, [len(owners) for owners in having])
        shares = np.bincount(np.concatenate(having), weights, len(self.stems)) / sum(worth)
        near = sorted(((shares[owner], self.stems[owner]) for owner in np.flatnonzero(shares >= LEAST)), reverse=True)
        return {word: WEIGHT * float(share) for share, word in near[: MOST + 1] if word != stem}


def save(stems: Mapping[str, Iterable[str]], file: Path) -> None:
    """Write the index words of each language to a small file."""
    told = json.dumps({language: sorted(each) for language, each in stems.items()}, ensure_ascii=False)
    file.write_bytes(gzip.compress(told.encode(), 5, mtime=0))


def load(file: Path) -> dict[str, Kin]:
    """Return the kin of each language; raises OSError or ValueError where the file is of no use."""
    try:
        return {language: Kin(each) for language, each in json.loads(gzip.decompress(file.read_bytes())).items()}
    except EOFError as error:
        raise ValueError(str(error)) from error


def _once(runs: _Runs, owners: NDArray[np.int64]) -> tuple[_Runs, NDArray[np.int64]]:
    """Return each pair of a run and who has it once, by runs, then by owners."""
    order = np.lexsort((owners, runs))
    runs, owners = runs[order], owners[order]
    new = np.ones(len(runs), bool)
    new[1:] = (runs[1:] != runs[:-1]) | (owners[1:] != owners[:-1])
    return runs[new], owners[new]


def _runs(stems: Iterable[str]) -> tuple[_Runs, NDArray[np.int64]]:
    """Return all runs of letters of some words, each as a number, and the place of the word that has it."""
    marked = [f"_{stem}_".encode() for stem in stems]
    letters = np.frombuffer(b"".join(marked), np.uint8)
    if len(letters) < RUN:
        return np.zeros(0, np.uint64), np.zeros(0, np.int64)
    owners = np.repeat(np.arange(len(marked)), [len(each) for each in marked])
    inside = owners[: 1 - RUN] == owners[RUN - 1 :]
    windows = np.lib.stride_tricks.sliding_window_view(letters, RUN)[inside]
    return windows.astype(np.uint64) @ _PLACES, owners[: 1 - RUN][inside]
