# SPDX-License-Identifier: EUPL-1.2
"""A question, drawn towards what stands under titles that mean much the same: as `engine.titles` does with words.

Where a question is and where its answer is are not one place: a title names what its text only describes. The texts
under the titles nearest to a question show where such answers lie (Rocchio 1971, with texts known to be right in place
of those found first). How many titles, how sharply they count by nearness and how far the question is drawn were
chosen on half of the topics; see `bench/meaning.py`.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from baken.open.search.engine.analysis import bucket
from baken.open.search.engine.lexicon import LANGUAGES
from baken.open.search.meaning.fields import SIZE
from baken.open.search.meaning.vectors import Vectors

# A title that is 1/SHARP farther off (by cosine) than the nearest counts 1/e of it.
NEAREST, SHARP, PULL = 5, 60.0, 0.4
# An example's rows: its titles, then its texts, each in the order of `LANGUAGES`.
ROWS = 2 * len(LANGUAGES)
# The mean of both languages, for questions whose language nobody knows and readers who want both.
_EITHER = ""
_KIND = np.dtype("<f2")


class Examples(NamedTuple):
    """Titles as questions, and what stands under them, a row each of `SIZE` numbers."""

    titles: Vectors
    texts: Vectors


NONE = Examples(np.zeros((0, SIZE), np.float32), np.zeros((0, SIZE), np.float32))


class Held(NamedTuple):
    """Titles and texts by language, and by either; the same row of each is of one example."""

    titles: Mapping[str, Vectors]
    texts: Mapping[str, Vectors]

    def between(self, asked_in: str, wanted: Sequence[str]) -> Examples:
        """Return titles in the language of a question (empty: unknown), and what stands under them in those wanted."""
        languages = {bucket(each) for each in wanted}
        into = languages.pop() if len(languages) == 1 else _EITHER
        return Examples(self.titles.get(asked_in, self.titles[_EITHER]), self.texts.get(into, self.texts[_EITHER]))


def held(rows: NDArray[Any]) -> Held:
    """Return examples by side and language; ``rows`` has `ROWS` vectors for each."""
    sides = np.asarray(rows, np.float32).transpose(1, 0, 2)
    return Held(_by_language(sides[: len(LANGUAGES)]), _by_language(sides[len(LANGUAGES) :]))


def packed(rows: Sequence[Vectors]) -> bytes:
    """Return an example's rows as they are kept."""
    return np.asarray(rows, _KIND).tobytes()


def unpacked(kept: bytes) -> Held:
    """Return examples of their packed rows, one behind the other."""
    return held(np.frombuffer(kept, _KIND).reshape(-1, ROWS, SIZE))


def drawn(asked: Vectors, examples: Examples) -> Vectors:
    """Return a question's vector drawn towards the texts under titles like it; as it is where there are no examples."""
    if not len(examples.titles):
        return asked
    best, near = nearest(asked, examples)
    loud = np.exp(SHARP * (near - near[0])).astype(np.float32)
    said = loud @ examples.texts[best] / loud.sum()
    told: Vectors = np.float32(1 - PULL) * asked + np.float32(PULL) * said
    return told


def nearest(asked: Vectors, examples: Examples) -> tuple[NDArray[np.intp], Vectors]:
    """Return the places of the titles that are nearest to a question, and their cosines; the nearest first."""
    near = examples.titles @ asked
    best = np.argsort(-near, kind="stable")[:NEAREST]
    return best, near[best]


def _by_language(side: Vectors) -> dict[str, Vectors]:
    told = dict(zip(LANGUAGES, map(np.ascontiguousarray, side), strict=True))
    return told | {_EITHER: side.mean(axis=0)}
