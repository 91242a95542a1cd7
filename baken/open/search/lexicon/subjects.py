# SPDX-License-Identifier: EUPL-1.2
"""Which words stand in texts under which words of titles: a text on settling disputes speaks of arbitration.

A title's words need not stand in its text, but others do. Measured by the log-likelihood of finding the word
there so often by chance (after Dunning 1993, "Accurate methods for the statistics of surprise and coincidence",
Computational Linguistics 19(1)).
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from baken.open.search.lexicon.tokens import Numbers

MOST, MOST_WITHIN = 12, 40
_LEAST_TITLES, _LEAST_TEXTS = 3, 3
_LEAST_TIMES, _LEAST_SURE = 3.0, 10.0


def subjects(
    titles: Sequence[Numbers], texts: Sequence[Numbers], most: int = MOST
) -> Iterator[tuple[int, int, float, int]]:
    """Yield `(title word, text word, share, count)`: the share and count of texts under the one that hold the other."""
    held = [set(text.tolist()) for text in texts]
    everywhere = Counter(word for text in held for word in text)
    under: dict[int, Counter[int]] = defaultdict(Counter)
    often: Counter[int] = Counter()
    for title, text in zip(titles, held, strict=True):
        often.update(set(title.tolist()))
        for word in set(title.tolist()):
            under[word].update(text)
    for word in (word for word, count in often.items() if count >= _LEAST_TITLES):
        told = (_told(name, n, often[word], everywhere[name], len(held)) for name, n in under[word].items())
        for _, name, share, count in sorted((each for each in told if each), reverse=True)[:most]:
            yield word, name, share, count


def _told(name: int, both: int, titles: int, texts: int, whole: int) -> tuple[float, int, float, int] | None:
    """Return `(how sure, name, share, count)`, or None for what may be chance."""
    share, elsewhere = both / titles, (texts - both + 0.5) / (whole - titles + 1)
    sure = both * math.log(share * whole / texts)
    telling = both >= _LEAST_TEXTS and share >= _LEAST_TIMES * elsewhere and sure >= _LEAST_SURE
    return (sure, name, share, both) if telling else None
