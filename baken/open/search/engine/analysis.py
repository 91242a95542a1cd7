# SPDX-License-Identifier: EUPL-1.2
"""How text becomes words: a chain per language, chosen by measuring (`bench/search_quality.py`)."""

import re
from functools import cache, lru_cache

from tantivy import Filter, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

_SNOWBALL = {"nl": "dutch", "en": "english"}
OTHER = "xx"
BUCKETS = (*_SNOWBALL, OTHER)
# The bucket whose compounds are taken apart.
DIVIDED = "nl"
_LONGEST_WORD = 60
# The words of questions and of the texts that answer them come again and again; texts do not.
_MOST_REMEMBERED = 50_000

_MARKS = re.compile(r"[.,;:!?()\[\]§]+$|^[(\[§]+")


@lru_cache(maxsize=1_000)
def bucket(language: str) -> str:
    """Return the analysis a language gets: its own, or the plain one."""
    short = language.lower().split("-")[0]
    return short if short in _SNOWBALL else OTHER


@cache
def analyser(language: str) -> TextAnalyzer:
    """Return the chain of a bucket: lower case, no accents, no stop words, stems (the last two for nl and en)."""
    chain = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.remove_long(_LONGEST_WORD))
    chain = chain.filter(Filter.lowercase()).filter(Filter.ascii_fold())
    if snowball := _SNOWBALL.get(language):
        chain = chain.filter(Filter.stopword(snowball)).filter(Filter.stemmer(snowball))
    return chain.build()


@cache
def plain() -> TextAnalyzer:
    """Return the chain that keeps words as they are written, but for capitals and accents: for typing and spelling."""
    chain = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.remove_long(_LONGEST_WORD))
    return chain.filter(Filter.lowercase()).filter(Filter.ascii_fold()).build()


def clean(text: str) -> str:
    """Return text that every layer below can hold: no lone surrogates, no control characters."""
    sound = text.encode("utf-8", "replace").decode()
    # Nearly every text is sound, and letter by letter takes a hundred times as long.
    if sound.replace("\n", "").isprintable():
        return sound
    return "".join(char if char.isprintable() or char == "\n" else " " for char in sound)


def words(text: str, language: str) -> list[str]:
    """Return the index words of a text in a bucket's language."""
    return list(_remembered(text, language)) if len(text) <= _LONGEST_WORD else _analysed(text, language)


@lru_cache(maxsize=_MOST_REMEMBERED)
def _remembered(text: str, language: str) -> tuple[str, ...]:
    return tuple(_analysed(text, language))


def _analysed(text: str, language: str) -> list[str]:
    found: list[str] = analyser(language).analyze(text)
    return found


def number(word: str) -> str:
    """Return a word as a number or identifier is written in the index: `273f`, `b8/3.1`, `2011/36/eu`."""
    return _MARKS.sub("", word.lower())


def beginnings(numbers: tuple[str, ...]) -> tuple[str, ...]:
    """Return the numbers that contain these ones: b8/3.1 stands in b8/3 and in b8."""
    parts = (re.split(r"([/.:])", each) for each in numbers)
    return tuple(dict.fromkeys("".join(part[:n]) for part in parts for n in range(1, len(part), 2)))
