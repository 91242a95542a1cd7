# SPDX-License-Identifier: EUPL-1.2
"""The simplest lexicon: IBM model 1 in one direction, each word of a question by its three likeliest names."""

import re
from collections.abc import Sequence

import numpy as np

from baken.open.search.engine.lexicon import LANGUAGES
from baken.open.search.lexicon import aligning, corpus, segments
from baken.open.search.lexicon.pairs import Pair
from baken.open.search.lexicon.tokens import Vocabulary

_ROUNDS, _NAMES, _LEAST = 10, 3, 0.05
_WORD = re.compile(r"[^\W_]+")


class Simple:
    """Translates questions in one language word for word; what it does not know stays as it is."""

    def __init__(self, pairs: Sequence[Pair], language: str) -> None:
        sides = [Vocabulary(each) for each in LANGUAGES]
        own = LANGUAGES.index(language)
        rows = [
            (sides[0].numbers(nl), sides[1].numbers(en))
            for pair in pairs
            for nl, en in segments.aligned(pair.nl, pair.en)
        ]
        together = corpus.gathered(rows, (len(sides[0]), len(sides[1])))
        found = aligning.aligned(together, alone=_ROUNDS, together=0)
        self._own = sides[own]
        self._names = _likeliest(together, found.given[1 - own], own, sides[1 - own].shown())

    def translated(self, text: str) -> str:
        """Return a question in words of the other language."""
        return " ".join(self._called(form) for form in _WORD.findall(text))

    def _called(self, form: str) -> str:
        numbers = self._own.numbers(form)
        return " ".join(" ".join(self._names.get(int(number), [form])) for number in numbers)


def _likeliest(together: corpus.Corpus, given: corpus.Floats, own: int, shown: Sequence[str]) -> dict[int, list[str]]:
    names: dict[int, list[str]] = {}
    likely = np.flatnonzero(given >= _LEAST)
    for kind in likely[np.argsort(-given[likely], kind="stable")]:
        found = names.setdefault(int(together.kinds[own][kind]), [])
        if len(found) < _NAMES:
            found.append(shown[together.kinds[1 - own][kind]])
    return names
