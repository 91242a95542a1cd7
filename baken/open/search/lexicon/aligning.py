# SPDX-License-Identifier: EUPL-1.2
"""Which word translates which: two models, one for each direction, made to agree.

IBM model 1 (Brown et al. 1993, "The mathematics of statistical machine translation", Computational
Linguistics 19(2)) begins; then words prefer partners at the same place in the sentence (Dyer et al. 2013,
"A simple, fast, and effective reparameterization of IBM model 2", NAACL), and each direction counts only
what the other one sees as well (Liang et al. 2006, "Alignment by agreement", NAACL). A word may be left
without a partner. Expectations are taken over all cells at once, so that numpy does the work.
"""

from dataclasses import dataclass

import numpy as np

from baken.open.search.lexicon.corpus import Corpus, Floats
from baken.open.search.lexicon.tokens import Numbers

ALONE, TOGETHER = 5, 5
_LONELY = 0.08
_DIAGONAL = 6.0
_BEGIN = 1e-3
_TINY = 1e-12


@dataclass(frozen=True)
class Alignment:
    """What was learned of each kind of cell, and of each cell.

    ``given`` holds p(first side's word | second's) and p(second's | first's), ``counts`` how often the two were
    partners, all by kind; ``cells`` is how sure it is that this cell's words are partners, 0 to 1.
    """

    given: tuple[Floats, Floats]
    counts: Floats
    cells: Floats


def aligned(corpus: Corpus, alone: int = ALONE, together: int = TOGETHER) -> Alignment:
    """Return what so many rounds of model 1 and so many of both directions together learn."""
    ways = (_Way(corpus, 0), _Way(corpus, 1))
    cells = (np.zeros(0), np.zeros(0))
    for place in range(alone + together):
        if place == alone:
            for way in ways:
                way.prefer_diagonal()
        cells = (ways[0].expected(), ways[1].expected())
        agreed = cells[0] * cells[1]
        for way, own in zip(ways, cells, strict=True):
            way.learn(own if place < alone else agreed)
    counts = np.bincount(corpus.kind, cells[0] * cells[1], minlength=len(corpus.kinds[0])).astype(float)
    return Alignment((ways[0].given, ways[1].given), counts, np.sqrt(cells[0] * cells[1]))


class _Way:
    """One direction: each word of one side was made by a word of the other, or by none."""

    def __init__(self, corpus: Corpus, made: int) -> None:
        self.corpus, self.groups = corpus, corpus.of[made]
        self.total, self.makers = len(corpus.sides[made].words), corpus.kinds[1 - made]
        self.sizes = corpus.sides[1 - made].size
        self.given = np.full(len(corpus.kinds[0]), _BEGIN)
        self.place = self._shares(np.ones(len(self.groups)))
        self.lonely = _LONELY * _frequency(corpus.sides[made].words, corpus.sides[made].size)

    def prefer_diagonal(self) -> None:
        """Let words that stand at the same place in their sentences be likelier partners."""
        self.place = self._shares(np.exp(-_DIAGONAL * self.corpus.apart))

    def expected(self) -> Floats:
        """Return for each cell how likely its one word was made by its other."""
        likely = self.given[self.corpus.kind] * self.place
        whole = np.bincount(self.groups, likely, minlength=self.total) + self.lonely
        return likely / whole[self.groups]

    def learn(self, cells: Floats) -> None:
        """Take the probabilities from what was expected."""
        counts = np.bincount(self.corpus.kind, cells, minlength=len(self.given))
        sums = np.bincount(self.makers, counts, minlength=self.sizes)
        self.given = counts / (sums[self.makers] + _TINY)

    def _shares(self, weights: Floats) -> Floats:
        whole = np.bincount(self.groups, weights, minlength=self.total)
        return (1 - _LONELY) * weights / whole[self.groups]


def _frequency(words: Numbers, size: int) -> Floats:
    """Return for each word of a text how much of the text it makes up: a word that nothing made is any word."""
    return (np.bincount(words, minlength=size) / max(1, len(words)))[words]
