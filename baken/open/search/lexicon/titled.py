# SPDX-License-Identifier: EUPL-1.2
"""What texts under each title say: their heaviest words, as BM25 weighs them among all texts that are learned from."""

import math
from collections import Counter
from collections.abc import Mapping

from baken.open.search.engine.rescoring import HELD, RISE, Counted, counted, idf
from baken.open.search.engine.titles import Titled
from baken.open.search.engine.translating import titular
from baken.open.search.lexicon.lessons import Lesson

# More words of a text say no more of what it is about; measured with 25, 40 and 80.
_HEAVIEST = 40
_Weights = dict[str, float]


def titled(lesson: Lesson) -> list[Titled]:
    """Return the titles of a lesson, each once: texts under one title speak together, each as loud as the others."""
    texts = [counted({"body": text}, lesson.into, lesson.split) for _, text in lesson.texts]
    held = Counter(word for text in texts for word in text.often)
    rare = {word: idf(often, len(texts)) for word, often in held.items()}
    mean = max(1.0, sum(text.length for text in texts) / max(1, len(texts)))
    found: dict[frozenset[str], tuple[str, _Weights, _Weights]] = {}
    for (title, _), text in zip(lesson.texts, texts, strict=True):
        if asked := titular(title, lesson.language, lesson.split):
            *_, said = found.setdefault(frozenset(asked), (title, asked, {}))
            for word, weight in _weighed(text, rare, mean).items():
                said[word] = said.get(word, 0.0) + weight
    return [Titled(title, asked, _heaviest(said, rare)) for title, asked, said in found.values()]


def _weighed(text: Counted, rare: Mapping[str, float], mean: float) -> _Weights:
    bend = RISE * (1 - HELD + HELD * text.length / mean)
    return _even({word: rare[word] * often / (often + bend) for word, often in text.often.items()})


def _heaviest(said: _Weights, rare: Mapping[str, float]) -> _Weights:
    """Return the heaviest words; each counts for how rare it is where it is looked for, too."""
    best = sorted(said, key=lambda word: (-said[word], word))[:_HEAVIEST]
    return {word: weight * rare[word] for word, weight in _even({word: said[word] for word in best}).items()}


def _even(weights: _Weights) -> _Weights:
    """Return weights so that all together are as long as those of any other text."""
    length = math.hypot(*weights.values())
    return {word: weight / length for word, weight in weights.items()} if length else weights
