# SPDX-License-Identifier: EUPL-1.2
"""Learning a lexicon from texts in two languages: sentences, words, pairs of words, and what titles teach."""

from collections.abc import Callable, Iterator, Sequence

from baken.open.search.engine.lexicon import LANGUAGES, other
from baken.open.search.engine.titles import Titles, Way
from baken.open.search.engine.translating import Split, whole
from baken.open.search.lexicon import aligning, corpus, segments
from baken.open.search.lexicon.entries import Entry, entries
from baken.open.search.lexicon.learned import Row
from baken.open.search.lexicon.lessons import Lesson, taught
from baken.open.search.lexicon.pairs import Pair
from baken.open.search.lexicon.titled import titled
from baken.open.search.lexicon.tokens import Numbers, Vocabulary

_LONGEST_EXAMPLE = 160
Tell = Callable[[str], None]


def learned(pairs: Sequence[Pair], split: Split = whole, tell: Tell = lambda _: None) -> list[Row]:
    """Return the rows that pairs of texts teach; ``split`` takes compounds apart, ``tell`` hears how far it is."""
    material = _Material(pairs, tell)
    tell("aligning words")
    together = corpus.gathered(material.rows(), (len(material.words["nl"]), len(material.words["en"])))
    found = entries(together, aligning.aligned(together), LANGUAGES)
    rows = [material.row(each) for each in found]
    for lesson in _lessons(pairs, split):
        tell(f"learning from titles: {lesson.language} → {lesson.into}")
        rows = taught(rows, lesson)
    return rows


def titles(pairs: Sequence[Pair], split: Split = whole) -> dict[Way, Titles]:
    """Return the titles of texts, in each language, with what texts under them say, in each."""
    return {(each.language, each.into): Titles(titled(each)) for each in _lessons(pairs, split)}


def _lessons(pairs: Sequence[Pair], split: Split) -> Iterator[Lesson]:
    for language in LANGUAGES:
        for into in (other(language), language):
            yield Lesson(language, into, [sides(pair, language, into) for pair in pairs], split)


def sides(pair: Pair, language: str, into: str) -> tuple[str, str]:
    """Return a title in one language and the text it stands above in one; no title where one of both is missing."""
    titled = pair.title_nl.strip() and pair.title_en.strip()
    title = pair.title_nl if language == "nl" else pair.title_en
    return title if titled else "", pair.nl if into == "nl" else pair.en


class _Material:
    """The texts, their sentences side by side, and the words of both languages."""

    def __init__(self, pairs: Sequence[Pair], tell: Tell) -> None:
        tell("aligning sentences")
        self.pairs = pairs
        self.words = {language: Vocabulary(language) for language in LANGUAGES}
        self.sentences = [each for pair in pairs for each in _sentences(pair)]
        self.numbers = [tuple(self.words[lang].numbers(text) for lang, text in zip(LANGUAGES, each, strict=True))
                        for each in self.sentences]  # fmt: skip
        self.shown = {language: each.shown() for language, each in self.words.items()}
        self.kept = [number for number, row in enumerate(self.numbers)
                     if 0 < len(row[0]) * len(row[1]) <= corpus.MOST_CELLS]  # fmt: skip

    def rows(self) -> Iterator[tuple[Numbers, Numbers]]:
        """Yield the sentences that can be aligned, as numbers."""
        yield from (self.numbers[number] for number in self.kept)  # type: ignore[misc]

    def row(self, entry: Entry) -> Row:
        """Return an entry in words."""
        own, theirs = self.words[entry.language], self.words[other(entry.language)]
        shown = " ".join(self.shown[entry.language][word] for word in entry.words)
        return Row(
            entry.kind, entry.language, " ".join(own.words[word] for word in entry.words), theirs.words[entry.name],
            shown, self.shown[other(entry.language)][entry.name], round(entry.likely, 5), round(entry.second, 5),
            round(entry.back, 5), round(entry.count, 2), example=self._example(entry),
        )  # fmt: skip

    def _example(self, entry: Entry) -> tuple[str, str]:
        if entry.sentence < 0:
            return "", ""
        said = self.sentences[self.kept[entry.sentence]]
        one, two = (each if len(each) <= _LONGEST_EXAMPLE else f"{each[:_LONGEST_EXAMPLE]}…" for each in said)
        return (one, two) if entry.language == LANGUAGES[0] else (two, one)


def _sentences(pair: Pair) -> Iterator[tuple[str, str]]:
    if pair.title_nl.strip() and pair.title_en.strip():
        yield pair.title_nl, pair.title_en
    yield from segments.aligned(pair.nl, pair.en)
