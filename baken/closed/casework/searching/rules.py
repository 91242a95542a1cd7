# SPDX-License-Identifier: EUPL-1.2
"""Finding words in a text whatever their case and accents, and showing where (pure)."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

AROUND = 60  # characters on either side of what is shown
# Letters with a stroke are letters of their own to Unicode; who types a name leaves the stroke away.
_STROKES = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ŧ": "t", "\u0131": "i"})


@dataclass(frozen=True)
class Piece:
    """A piece of text, and whether it is what was asked for."""

    text: str
    is_hit: bool = False


def folded(text: str) -> tuple[str, list[int]]:
    """Return a text without case and accents, and for each of its characters which one of the text it came from."""
    found = [(each, at) for at, character in enumerate(text) for each in _folded(character)]
    return "".join(each for each, _ in found), [at for _, at in found]


def _folded(text: str) -> str:
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(each for each in apart if not unicodedata.combining(each)).translate(_STROKES)


def plain(text: str) -> str:
    """Return a text without case and accents, and not where its characters came from: far faster than `folded`.

    The same text: taking it apart as a whole only sorts accents, and those are left away.
    """
    return text.lower() if text.isascii() else _folded(text)


def words_of(asked: str) -> list[str]:
    """Return the words of what was asked, folded, each once."""
    return list(dict.fromkeys(folded(asked)[0].split()))


def found_in(text: str, words: Sequence[str]) -> frozenset[str]:
    """Return which of the words stand in a text."""
    told = plain(text)
    return frozenset(each for each in words if each in told)


def pieces(text: str, words: Sequence[str], around: int = AROUND) -> list[Piece]:
    """Return a text around the first of the words in it, with every one of them there marked; nothing without any."""
    spans = _joined(sorted(_spans(text, words)))
    if not spans:
        return []
    start, end = _window(text, spans[0], around)
    shown = [(first, last) for first, last in spans if last <= end]
    return [each for each in _cut(text, start, end, shown) if each.text]


def _spans(text: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    told, places = folded(text)
    for word in filter(None, words):
        at = told.find(word)
        while at >= 0:
            yield places[at], _past_accents(text, places[at + len(word) - 1] + 1)
            at = told.find(word, at + 1)


def _past_accents(text: str, end: int) -> int:
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _window(text: str, first: tuple[int, int], around: int) -> tuple[int, int]:
    """Return from where to where is shown, at spaces where there are some."""
    start, end = max(0, first[0] - around), min(len(text), first[1] + around)
    if start > 0:
        start = text.find(" ", start, first[0]) + 1 or start
    if end < len(text):
        end = max(text.rfind(" ", first[1], end), first[1]) if " " in text[first[1] : end] else end
    return start, end


def _cut(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> Iterator[Piece]:
    yield Piece("… " if start > 0 else "")
    at = start
    for first, last in spans:
        yield Piece(text[at:first])
        yield Piece(text[first:last], is_hit=True)
        at = last
    yield Piece(text[at:end])
    yield Piece(" …" if end < len(text) else "")
