# SPDX-License-Identifier: EUPL-1.2
"""What titles teach: which names of a word find the text under a title, and how much the word matters.

Each title asks for its own text among others, by the formula that answers questions (`engine.rescoring`); where
others come out above it, the names and words at fault count for a little less (AdaGrad: Duchi et al. 2011, JMLR
12). Titles that come again teach less each time, and texts under the same title are not held against each other.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from baken.open.search.engine.rescoring import HELD, RISE, idf

ROUNDS = 4
# Others that a title's text is chosen among; and after so many titles, other others.
_POOL, _LESSON = 1500, 50
_NAMES_STEP, _WORDS_STEP = 0.6, 0.05
_BACK = 0.02
_BEGUN = 0.1
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Asked:
    """A title's word: its number, its names (their terms, their number as `word called name`, how likely each is)."""

    word: int
    terms: Ints
    calls: Ints
    likely: Floats


@dataclass(frozen=True)
class Title:
    """A title as a question: the text it stands above, a code that equal titles share, its words."""

    text: int
    code: int
    words: Sequence[Asked]


@dataclass(frozen=True)
class Texts:
    """Texts by term: for each, the terms it holds (ascending), how often (weighted), and its length."""

    terms: Sequence[Ints]
    often: Sequence[Floats]
    lengths: Floats
    size: int

    def among(self, pool: Ints) -> NDArray[np.float32]:
        """Return how often each term stands in each of some texts: a row a term, a column a text."""
        found = np.zeros((self.size, len(pool)), dtype=np.float32)
        for column, text in enumerate(pool):
            found[self.terms[text], column] = self.often[text]
        return found

    def within(self, text: int, terms: Ints) -> Floats:
        """Return how often these terms stand in a text."""
        places = np.searchsorted(self.terms[text], terms).clip(max=len(self.terms[text]) - 1)
        return np.where(self.terms[text][places] == terms, self.often[text][places], 0.0)

    def spread(self) -> Floats:
        """Return in how many texts each term stands."""
        return np.bincount(np.concatenate(self.terms), minlength=self.size).astype(float)


@dataclass(frozen=True)
class Taught:
    """Factors by call and by word; 1 where nothing was taught."""

    calls: Floats
    words: Floats


class Teacher:
    """The factors while they are taught, as logarithms, and how far each was moved."""

    def __init__(self, texts: Texts, calls: int, words: int) -> None:
        self.texts, self.held = texts, texts.spread()
        self.calls, self.words = np.zeros(calls), np.zeros(words)
        self._moved = (np.full(calls, _BEGUN), np.full(words, _BEGUN))
        self.bend = RISE * (1 - HELD + HELD * texts.lengths / texts.lengths.mean())

    def taught(self) -> Taught:
        """Return the factors."""
        return Taught(np.exp(self.calls), np.exp(self.words))

    def hear(self, title: Title, pool: Ints, same: NDArray[np.bool_], among: NDArray[np.float32], worth: float) -> None:
        """Let one title ask for its text among a pool of others, and learn from the answer."""
        bend = np.concatenate((self.bend[title.text : title.text + 1], self.bend[pool]))
        steps = [_Step(self, asked, title.text, among, bend) for asked in title.words]
        score: Floats = np.sum([step.score for step in steps], axis=0)
        score[1:][same] = -np.inf
        share = np.exp(score - score.max())
        wrong = worth * share / share.sum()
        wrong[0] -= worth
        for step in steps:
            self._move(step, wrong)

    def _move(self, step: "_Step", wrong: Floats) -> None:
        asked = step.asked
        calls = step.calls_slope(wrong) + _BACK * self.calls[asked.calls]
        self._moved[0][asked.calls] += calls**2
        self.calls[asked.calls] -= _NAMES_STEP * calls / np.sqrt(self._moved[0][asked.calls])
        word = float(wrong @ step.score)
        self._moved[1][asked.word] += word**2
        self.words[asked.word] -= _WORDS_STEP * word / np.sqrt(self._moved[1][asked.word])


class _Step:
    """One word of a title: what it adds to each text's score, the right text first."""

    def __init__(self, teacher: Teacher, asked: Asked, text: int, among: NDArray[np.float32], bend: Floats) -> None:
        self.asked, self.bend = asked, bend
        self.weights = asked.likely * np.exp(teacher.calls[asked.calls])
        right = teacher.texts.within(text, asked.terms)
        self.often: Floats = np.concatenate((right[:, None], among[asked.terms]), axis=1)
        self.whole = self.weights @ self.often
        rare = idf(float(asked.likely @ teacher.held[asked.terms]), len(teacher.texts.terms))
        self.matters = rare * np.exp(teacher.words[asked.word])
        self.score = self.matters * self.whole * (RISE + 1) / (self.whole + bend)

    def calls_slope(self, wrong: Floats) -> Floats:
        """Return how the mistakes change with each call's logarithm."""
        slope = wrong * self.matters * (RISE + 1) * self.bend / (self.whole + self.bend) ** 2
        found: Floats = (self.often @ slope) * self.weights
        return found


def taught(titles: Sequence[Title], texts: Texts, calls: int, words: int, rounds: int = ROUNDS) -> Taught:
    """Return what some rounds through all titles teach; always the same for the same titles."""
    teacher, chance = Teacher(texts, calls, words), np.random.default_rng(0)
    often = Counter(title.code for title in titles)
    codes = np.full(len(texts.terms), -1)
    codes[[title.text for title in titles]] = [title.code for title in titles]
    for _ in range(rounds if titles else 0):
        for lesson in np.array_split(chance.permutation(len(titles)), max(1, len(titles) // _LESSON)):
            pool = chance.choice(len(texts.terms), min(_POOL, len(texts.terms)), replace=False)
            among = texts.among(pool)
            for title in (titles[place] for place in lesson):
                teacher.hear(title, pool, codes[pool] == title.code, among, 1 / np.sqrt(often[title.code]))
    return teacher.taught()
