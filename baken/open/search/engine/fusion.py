# SPDX-License-Identifier: EUPL-1.2
"""Two orders of documents made one: what words found and what meaning found, each brought to the same measure.

A document gets what it scored for its words, as a part of the best, and beside it where it stands between the farthest
and the nearest passage (cosines of passages lie close together). Weights were chosen on half of the topics, and did
better there than reciprocal rank (Cormack, Clarke & Büttcher 2009, SIGIR); see `bench/meaning.py`.
"""

from collections.abc import Sequence

from tantivy import DocAddress

# What meaning counts for beside words, and where words were translated.
MEANING, ACROSS = 0.35, 0.45

_Scored = tuple[float, DocAddress]


def fused(by_words: Sequence[_Scored], by_meaning: Sequence[_Scored], weight: float = MEANING) -> list[_Scored]:
    """Return the documents of both orders in one, best first.

    ``by_words`` has scores from 0, best first; ``by_meaning`` has numbers from 0 to 1.
    """
    best = by_words[0][0] if by_words and by_words[0][0] > 0 else 1.0
    scores: dict[tuple[int, int], float] = {}
    places: dict[tuple[int, int], DocAddress] = {}
    for share, order in ((1 / best, by_words), (weight, by_meaning)):
        for score, place in order:
            name = (place.segment_ord, place.doc)
            scores[name] = scores.get(name, 0.0) + share * score
            places[name] = place
    return [(scores[name], places[name]) for name in sorted(scores, key=lambda name: (-scores[name], name))]
