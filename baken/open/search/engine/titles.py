# SPDX-License-Identifier: EUPL-1.2
"""What texts say that stand under titles like a question: a clause on Non-punishment speaks of penalties and victims.

A question is seldom asked in the words of the text that answers it, but often much as another text is titled. The
heaviest words of the texts under the titles that are most like it tell what its own answer will speak of (Lavrenko &
Croft 2001, "Relevance-based language models", SIGIR, with texts known to be right in place of those found first).
"""

import gzip
import json
import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

# So many titles are listened to, each by this power of how like the question it is.
_TITLES, _POWER = 10, 4
# Of all their words so many are looked for: the lightest move nothing, and each takes its time.
_WORDS = 100
_VERSION = 1
# The language of titles, and that of the texts under them.
Way = tuple[str, str]
Struck = tuple[Way, str, str]
Weights = Mapping[str, float]
_Floats = NDArray[np.float64]


class Titled(NamedTuple):
    """A title as it was written first, its index words, and the heaviest of the texts under it, with their weights."""

    written: str
    title: Weights
    said: Weights


class Alike(NamedTuple):
    """The words of texts under titles like a question, and how like it the likest is, 0 to 1."""

    weights: Weights
    sure: float


NONE = Alike({}, 0.0)


class Titles:
    """Titles in one language, with what texts under them say in one, perhaps another."""

    def __init__(self, titled: Sequence[Titled]) -> None:
        self.titled = titled

    def alike(self, asked: Weights) -> Alike:
        """Return what texts under titles like this question say; ``asked`` are its index words with their weights."""
        found: dict[str, float] = {}
        for each, near in (nearest := self.nearest(asked)):
            for name, weight in each.said.items():
                found[name] = found.get(name, 0.0) + near**_POWER * weight
        heaviest = sorted(found, key=lambda name: (-found[name], name))[:_WORDS]
        return Alike({name: found[name] for name in heaviest}, nearest[0][1]) if found else NONE

    def nearest(self, asked: Weights) -> list[tuple[Titled, float]]:
        """Return the titles that are most like a question, each with how like it is, 0 to 1; best first."""
        near = self._near(asked)
        some = np.flatnonzero(near)
        best = some[np.argsort(-near[some], kind="stable")][:_TITLES]
        return [(self.titled[place], float(near[place])) for place in best]

    def _near(self, asked: Weights) -> _Floats:
        """Return the cosine of the angle between a question and each title."""
        found = np.zeros(len(self.titled))
        weights = {word: weight * self._rarity(word) for word, weight in asked.items()}
        for word in weights.keys() & self._holding.keys():
            places, shares = self._holding[word]
            found[places] += weights[word] * shares
        return found / max(math.hypot(*weights.values()), 1e-9)

    def _rarity(self, word: str) -> float:
        """Return what a word counts for by how few titles have it; what none has is as rare as what one has."""
        having = len(self._holding[word][0]) if word in self._holding else 1
        return math.log(1 + len(self.titled) / having)

    @cached_property
    def _holding(self) -> dict[str, tuple[NDArray[np.int64], _Floats]]:
        """Return for each word the titles that have it, and its share of each."""
        held: dict[str, list[int]] = {}
        for place, each in enumerate(self.titled):
            for word in each.title:
                held.setdefault(word, []).append(place)
        rare = {word: math.log(1 + len(self.titled) / len(places)) for word, places in held.items()}
        lengths = [math.hypot(*(weight * rare[word] for word, weight in each.title.items())) for each in self.titled]
        return {
            word: (
                np.array(places),
                np.array([self.titled[place].title[word] * rare[word] / lengths[place] for place in places]),
            )
            for word, places in held.items()
        }


def packed(titles: Mapping[Way, Titles]) -> bytes:
    """Return titles of each way, `(language of the titles, language of the texts)`, in few bytes."""
    told = {
        " ".join(way): [(each.written, each.title, _rounded(each.said)) for each in held.titled]
        for way, held in titles.items()
    }
    return gzip.compress(json.dumps({"version": _VERSION, "ways": told}, ensure_ascii=False).encode(), 5, mtime=0)


def unpacked(data: bytes, struck: Collection[Struck] = ()) -> dict[Way, Titles]:
    """Return what was packed; raises ValueError or OSError where it is of no use.

    ``struck`` are words of titles that shall not go with a word of texts: `(way, title's word, text's word)`.
    """
    try:
        told = json.loads(gzip.decompress(data))
        if told["version"] != _VERSION:
            raise ValueError(f"titles of version {told['version']}, not {_VERSION}")
        return {_way(way): Titles(_kept(_way(way), each, frozenset(struck))) for way, each in told["ways"].items()}
    except (EOFError, KeyError, TypeError) as error:
        raise ValueError(str(error)) from error


def _way(told: str) -> Way:
    first, _, second = told.partition(" ")
    return first, second


def _kept(way: Way, titled: Iterable[tuple[str, Weights, Weights]], struck: Collection[Struck]) -> list[Titled]:
    gone = {(word, name) for each, word, name in struck if each == way}
    return [
        Titled(written, title, said if not gone else _without(said, title, gone)) for written, title, said in titled
    ]


def _without(said: Weights, title: Iterable[str], gone: Collection[tuple[str, str]]) -> Weights:
    return {name: weight for name, weight in said.items() if not any((word, name) in gone for word in title)}


def _rounded(weights: Weights) -> dict[str, float]:
    return {word: round(weight, 4) for word, weight in weights.items()}
