# SPDX-License-Identifier: EUPL-1.2
"""Titles as lessons: each becomes the question it would be, and its text one of those that may answer it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from baken.open.search.engine.analysis import DIVIDED
from baken.open.search.engine.lexicon import Lexicon
from baken.open.search.engine.rescoring import counted
from baken.open.search.engine.translating import GOES_WITH, GOES_WITHIN, Split, names, own, typed
from baken.open.search.lexicon import weighing
from baken.open.search.lexicon.learned import OWN, PAIR, SUBJECT, WORD, Row, lexicon
from baken.open.search.lexicon.subjects import MOST, MOST_WITHIN, subjects
from baken.open.search.lexicon.tokens import Vocabulary

# An index word, and the form in which it was written most.
_Word = tuple[str, str]


class Lesson(NamedTuple):
    """Titles in a language (empty where there is none), texts in the language ``into``, what takes compounds apart."""

    language: str
    into: str
    texts: Sequence[tuple[str, str]]
    split: Split

    @property
    def kind(self) -> str:
        """Return what a word of titles and one of texts make together."""
        return OWN if self.into == self.language else SUBJECT

    def is_of(self, row: Row) -> bool:
        """Tell whether an entry is about the same languages."""
        return (row.language, row.into) == (self.language, self.into)


def taught(rows: list[Row], lesson: Lesson) -> list[Row]:
    """Return the rows with what a lesson teaches of its language, and rows for words that go with its titles' words."""
    if not any(title for title, _ in lesson.texts):
        return rows
    rows = [*rows, *_subjects(rows, lesson)]
    known = lexicon(filter(lesson.is_of, rows))
    terms, calls, words = _Numbers(), _Numbers(), _Numbers()
    titles = list(_titles(lesson, known, (terms, calls, words)))
    found = weighing.taught(titles, _texts(lesson, terms), len(calls), len(words))
    return [_weighed(row, found, calls, words) if lesson.is_of(row) else row for row in rows]


class _Numbers(dict[object, int]):
    """Numbers for things, given as they come."""

    def __missing__(self, thing: object) -> int:
        self[thing] = len(self)
        return self[thing]


def _subjects(rows: Iterable[Row], lesson: Lesson) -> Iterator[Row]:
    """Yield the words that texts under a title's word hold, where the word is not called so anyway."""
    named = {(row.words, row.name) for row in rows if lesson.is_of(row) and row.kind == WORD}
    mine, theirs = Vocabulary(lesson.language), Vocabulary(lesson.into)
    titled = [(mine.numbers(title), theirs.numbers(text)) for title, text in lesson.texts if title]
    words, names = _written(mine), _written(theirs)
    if lesson.kind == OWN:
        yield from (_row(lesson, word, word, 1.0, 0) for word in words)
        named = {(word, word) for word, _ in words}
    likely, most = (GOES_WITHIN, MOST_WITHIN) if lesson.kind == OWN else (GOES_WITH, MOST)
    for word, name, share, count in subjects([each for each, _ in titled], [each for _, each in titled], most):
        if (words[word][0], names[name][0]) not in named:
            yield _row(lesson, words[word], names[name], likely * share, count)


def _written(words: Vocabulary) -> list[_Word]:
    return list(zip(words.words, words.shown(), strict=True))


def _row(lesson: Lesson, word: _Word, name: _Word, likely: float, count: int) -> Row:
    told = (word[0], name[0], word[1], name[1], round(likely, 5))
    return Row(lesson.kind, lesson.language, *told, 0.0, 0.0, float(count))


def _titles(lesson: Lesson, known: Lexicon, numbers: tuple[_Numbers, _Numbers, _Numbers]) -> Iterator[weighing.Title]:
    terms, calls, words = numbers
    codes = _Numbers()
    for place, (title, _) in enumerate(lesson.texts):
        asked = [
            weighing.Asked(
                words[stem], _array(terms[name] for name in likely),
                _array(calls[stem, name] for name in likely), np.array(list(likely.values())),
            )
            for stem, likely in _asked(lesson, known, title).items() if likely
        ]  # fmt: skip
        if asked:
            yield weighing.Title(place, codes[frozenset(each.word for each in asked)], asked)


def _asked(lesson: Lesson, known: Lexicon, title: str) -> Mapping[str, Mapping[str, float]]:
    """Return the words of a title as the question it would be: each with its names and how likely they are."""
    said = typed(title, lesson.language)
    if lesson.kind == OWN:
        parts = [typed(part, lesson.language) for word in said for part in _parts(lesson, word.form)]
        found = own(known.own[lesson.language], said, [word for part in parts for word in part])
        return {each.typed.stem: each.likely for each in found}
    likely = names(known.of[lesson.language], said, lesson.language, lesson.split)
    return dict(zip((word.stem for word in said), likely, strict=True))


def _parts(lesson: Lesson, form: str) -> Sequence[str]:
    return lesson.split(form) if lesson.language == DIVIDED else ()


def _array(numbers: Iterable[int]) -> weighing.Ints:
    return np.fromiter(numbers, dtype=np.int64)


def _texts(lesson: Lesson, terms: _Numbers) -> weighing.Texts:
    """Return the texts by the terms that titles ask for; what no title asks for counts in their length alone."""
    found, often, lengths = [], [], []
    for _, text in lesson.texts:
        counts = counted({"body": text}, lesson.into, lesson.split)
        held = sorted((terms[stem], count) for stem, count in counts.often.items() if stem in terms)
        found.append(_array([term for term, _ in held] or [0]))
        often.append(np.array([count for _, count in held] or [0.0]))
        lengths.append(counts.length)
    return weighing.Texts(found, often, np.array(lengths), len(terms))


def _weighed(row: Row, found: weighing.Taught, calls: _Numbers, words: _Numbers) -> Row:
    call, word = (row.words, row.name), row.words
    factor = float(found.calls[calls[call]]) if row.kind != PAIR and call in calls else 1.0
    salience = float(found.words[words[word]]) if word in words else 1.0
    return row._replace(factor=round(factor, 4), salience=round(salience, 4))
