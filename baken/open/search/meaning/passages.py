# SPDX-License-Identifier: EUPL-1.2
"""Cutting a text into passages that overlap, so that what stands on a border stands whole in one of them.

Lengths are in letters, so that cutting needs no model: 1,500 letters of Dutch or English law are 300 to 400 of the 512
tokens that e5 reads at once, and a text's first passage is what is embedded first.
"""

import hashlib
from collections.abc import Iterator
from typing import NamedTuple

from baken.open.search.engine.analysis import clean

LONGEST, OVERLAP = 1_500, 200
# A ruling can hold a million letters; what it is about is said long before.
MOST = 40


class Passage(NamedTuple):
    """The letters ``start`` to ``stop`` of a document's body; ``digest`` tells the passage's text from any other."""

    number: int
    start: int
    stop: int
    digest: str


def cut(title: str, body: str) -> Iterator[Passage]:
    """Yield the passages of a document, in order; a document without a body has one, of its title alone."""
    body, start = clean(body), 0
    for number in range(MOST):
        stop = _end(body, start)
        yield Passage(number, start, stop, digest(worded(title, body, start, stop)))
        if stop >= len(body):
            return
        start = _beginning(body, stop - OVERLAP)


def worded(title: str, body: str, start: int, stop: int) -> str:
    """Return what of a passage is embedded: its document's title, unless that is how the text begins, and its words."""
    said, title = " ".join(body[start:stop].split()), " ".join(clean(title).split())
    told = " ".join(body[: 2 * len(title) + 1].split()).startswith(title.rstrip("…"))
    return said if told and said else f"{title}\n{said}".strip()


def digest(text: str) -> str:
    """Return what tells a text from any other, in 32 letters."""
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _end(body: str, start: int) -> int:
    """Return where a passage ends: behind its last whole sentence or line, else word, if that is in its second half."""
    stop = start + LONGEST
    if stop >= len(body):
        return len(body)
    for mark in ("\n", ". ", " "):
        place = body.rfind(mark, start + LONGEST // 2, stop)
        if place > 0:
            return place + len(mark)
    return stop


def _beginning(body: str, place: int) -> int:
    """Return where the next passage begins: at a whole word."""
    space = body.find(" ", place, place + OVERLAP)
    return space + 1 if space > 0 else place
