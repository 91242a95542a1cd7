# SPDX-License-Identifier: EUPL-1.2
"""From aligned sentences to entries: what words are called, and what pairs of words are called otherwise together."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from baken.open.search.lexicon.aligning import Alignment
from baken.open.search.lexicon.corpus import Corpus
from baken.open.search.lexicon.learned import PAIR, WORD

# What was a partner less than half a time, or one time in a hundred, is chance.
LEAST_COUNT, LEAST_LIKELY = 0.5, 0.01
MOST_NAMES = 20
# A pair is believed as much as each word alone once it was seen three times.
TRUST = 3.0
_SURE = 0.1
# A pair is kept where it was seen twice and moves a sixth of what its word is called; of it, names that came about
# twice with some share. What both words of a pair are called this likely is one word for the two.
LEAST_AS_ONE = 0.3
LEAST_SEEN, LEAST_MOVED, LEAST_TIMES, LEAST_SHARE = 2.0, 0.15, 1.9, 0.03


@dataclass
class Entry:
    """A word, or two that stand together, of a language, and one of the things it is called.

    ``likely`` is p(name | words) and ``back`` p(words | name); of a pair, ``likely`` and ``second`` are what its first
    and its second word are called so, less the doubt about what was seldom seen. ``sentence`` is one it was seen in.
    """

    kind: str
    language: str
    words: tuple[int, ...]
    name: int
    likely: float
    count: float
    back: float = 0.0
    second: float = 0.0
    factor: float = 1.0
    sentence: int = -1
    seen: float = field(default=0.0)


def entries(corpus: Corpus, alignment: Alignment, languages: tuple[str, str]) -> Iterator[Entry]:
    """Yield the entries of both directions."""
    for own in (0, 1):
        pairs = list(_pairs(corpus, alignment, own, languages[own]))
        wanted = {(word, entry.name) for entry in pairs for word in entry.words}
        yield from _words(corpus, alignment, own, languages[own], wanted)
        yield from pairs


def _words(
    corpus: Corpus, alignment: Alignment, own: int, language: str, wanted: set[tuple[int, int]]
) -> Iterator[Entry]:
    """Yield what each word is called: the likely names, and those that a pair has need of."""
    words, names = corpus.kinds[own], corpus.kinds[1 - own]
    likely, back = alignment.given[1 - own], alignment.given[own]
    enough = alignment.counts >= LEAST_COUNT
    seen = np.bincount(words, alignment.counts, minlength=corpus.sides[own].size)
    sentences = _sentences(corpus, alignment)
    taken: dict[int, int] = defaultdict(int)
    # The likeliest first, so that the many that a word is hardly ever called are what is left out.
    for kind in np.flatnonzero(enough)[np.argsort(-likely[enough], kind="stable")]:
        word, name = int(words[kind]), int(names[kind])
        if likely[kind] < LEAST_LIKELY and (word, name) not in wanted:
            continue
        taken[word] += 1
        if taken[word] <= MOST_NAMES or (word, name) in wanted:
            yield Entry(
                WORD, language, (word,), name, float(likely[kind]), float(alignment.counts[kind]), float(back[kind]),
                sentence=int(sentences[kind]), seen=float(seen[word]),
            )  # fmt: skip


def _pairs(corpus: Corpus, alignment: Alignment, own: int, language: str) -> Iterator[Entry]:
    """Yield what two words that stand together are called: otherwise than each alone, or by one word for both."""
    found: dict[tuple[int, int, int], Entry] = {}
    told: set[tuple[int, int, int]] = set()
    for after in (True, False):
        for first, second, name, share, count, sentence, telling in _beside(corpus, alignment, own, after):
            fresh = Entry(PAIR, language, (first, second), name, 0.0, 0.0, sentence=sentence)
            entry = found.setdefault((first, second, name), fresh)
            entry.count = max(entry.count, count)
            entry.likely, entry.second = (share, entry.second) if after else (entry.likely, share)
            told.update([(first, second, name)] if telling else [])
    yield from (each for key, each in found.items() if key in told or min(each.likely, each.second) >= LEAST_AS_ONE)


def _beside(
    corpus: Corpus, alignment: Alignment, own: int, after: bool
) -> Iterator[tuple[int, int, int, float, float, int, bool]]:
    """Yield `(first, second, name, share, count, sentence, telling)` of a pair's first word (``after``), or its second.

    What does not tell more than the word alone comes too where it is likely: it may be one word for both.
    """
    side, names = corpus.sides[own], corpus.sides[1 - own].size
    sure = np.flatnonzero(alignment.cells > _SURE)
    word = side.words[corpus.of[own][sure]].astype(np.int64)
    beside = (side.after if after else side.before)[corpus.of[own][sure]].astype(np.int64)
    pair = word * side.size + beside if after else beside * side.size + word
    name = corpus.sides[1 - own].words[corpus.of[1 - own][sure]]
    stands = beside >= 0
    codes, where, back = np.unique((pair * names + name)[stands], return_index=True, return_inverse=True)
    counts = np.bincount(back, alignment.cells[sure[stands]])
    cells = sure[stands][where]
    shares, telling = _telling(codes // names, counts, alignment.given[1 - own][corpus.kind[cells]])
    sentences = corpus.sentence[corpus.of[0][cells]]
    first, second = np.divmod(codes // names, side.size)
    kept = telling | (shares >= LEAST_AS_ONE)
    rows = (each[kept].tolist() for each in (first, second, codes % names, shares, counts, sentences, telling))
    yield from zip(*rows, strict=True)


def _telling(pairs: NDArray, counts: NDArray, alone: NDArray) -> tuple[NDArray, NDArray]:
    """Return each name's share less the doubt, and which names tell something that the word alone does not.

    A pair stays when it moves a good part of what its word is likely called; of it, the names that are likely.
    """
    _, back = np.unique(pairs, return_inverse=True)
    whole = np.bincount(back, counts)
    shares = counts / (whole + TRUST)[back]
    believed = (whole / (whole + TRUST))[back]
    moved = np.bincount(back, np.maximum(0, shares - believed * alone))
    telling = ((moved >= LEAST_MOVED) & (whole >= LEAST_SEEN))[back]
    return shares, telling & (counts >= LEAST_TIMES) & (shares >= LEAST_SHARE)


def _sentences(corpus: Corpus, alignment: Alignment) -> NDArray[np.int32]:
    """Return for each kind of cell the sentence in which its words were partners most surely."""
    order = np.argsort(alignment.cells, kind="stable")
    best = np.zeros(len(corpus.kinds[0]), dtype=np.int64)
    best[corpus.kind[order]] = order
    return corpus.sentence[corpus.of[0][best]]
