# SPDX-License-Identifier: EUPL-1.2
"""Texts as rows of numbers, one for each index word: what is aligned is what the index holds."""

import re
from collections import Counter, defaultdict

import numpy as np
from numpy.typing import NDArray

from baken.open.search.engine.analysis import clean, words

Numbers = NDArray[np.int32]
_WORD = re.compile(r"[^\W_]+")


class Vocabulary:
    """The index words of one language, numbered as they come, and the forms in which they were written."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.words: list[str] = []
        self._numbers: dict[str, int] = {}
        self._forms: dict[str, list[int]] = {}
        self._count: Counter[str] = Counter()

    def __len__(self) -> int:
        return len(self.words)

    def numbers(self, text: str) -> Numbers:
        """Return the numbers of a text's index words, in order; stop words have none."""
        forms = _WORD.findall(clean(text).lower())
        self._count.update(forms)
        return np.array([number for form in forms for number in self._of(form)], dtype=np.int32)

    def shown(self) -> list[str]:
        """Return for each index word the form in which it was written most."""
        most: dict[int, tuple[int, str]] = defaultdict(lambda: (0, ""))
        for form, count in self._count.items():
            for number in self._forms[form]:
                most[number] = max(most[number], (count, form))
        return [most[number][1] for number in range(len(self))]

    def _of(self, form: str) -> list[int]:
        found = self._forms.get(form)
        if found is None:
            found = self._forms[form] = [self._number(word) for word in words(form, self.language)]
        return found

    def _number(self, word: str) -> int:
        if word not in self._numbers:
            self._numbers[word] = len(self.words)
            self.words.append(word)
        return self._numbers[word]
