# SPDX-License-Identifier: EUPL-1.2
"""A word that is still being typed: the words that begin so, of those that the reader may see.

Only the last word of a question, from four letters on. Where the word itself is known they hardly count.
"""

from collections.abc import Sequence

from tantivy import Query, Searcher

from baken.open.search.engine.analysis import plain, words
from baken.open.search.engine.schema import SAID
from baken.open.search.engine.shapes import Alternative, Way

SHORTEST = 4
WEIGHT, WEIGHT_KNOWN = 0.4, 0.05
_MOST, _MOST_KNOWN = 20, 5


def beginnings(
    searcher: Searcher, typed: str, languages: Sequence[str], seen: Query, *, known: bool
) -> list[Alternative]:
    """Return the commonest words that begin with what was typed, in each language, as other words than itself."""
    folded: list[str] = plain().analyze(typed)
    if len(folded) != 1 or len(folded[0]) < SHORTEST or not folded[0].isalpha():
        return []
    weight, most = (WEIGHT_KNOWN, _MOST_KNOWN) if known else (WEIGHT, _MOST)
    found: list[Alternative] = []
    for language in languages:
        begun = searcher.terms_with_prefix(f"{SAID}_{language}", folded[0], filter_query=seen, limit=most)
        stems = {tuple(words(typed, language))}
        for word in (word for word, _ in begun):
            if (stem := tuple(words(word, language))) and stem not in stems:
                stems.add(stem)
                found.append(Alternative(typed, word, language, Way.BEGUN, weight))
    return found
