# SPDX-License-Identifier: EUPL-1.2
"""Which titles, each with the beginning of a text under it, shall draw questions like them (`meaning.drawing`)."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from baken.open.search.meaning.passages import cut, digest, worded

# Each takes about a second of one core to embed, with its two texts and titles.
MOST = 5_000


# A text in Dutch and in English, then its titles: as `lexicon.pairs` reads them.
Aligned = tuple[str, str, str, str]


class Chosen(NamedTuple):
    """The titles of a text in both languages, and how the text begins; ``digest`` tells them from any others."""

    title_nl: str
    title_en: str
    nl: str
    en: str

    @property
    def digest(self) -> str:
        """Return 32 letters."""
        return digest("\n".join(self))


def chosen(texts: Iterable[Aligned]) -> Iterator[Chosen]:
    """Yield the first texts that have a title in both languages of which one is new, at most `MOST`."""
    seen, left = set[tuple[str, str]](), MOST
    for nl, en, *names in texts:
        titles = _plain(names[0]), _plain(names[1])
        fresh = set(zip(("nl", "en"), map(str.casefold, titles), strict=True)) - seen
        if left and fresh and all(titles):
            seen |= fresh
            left -= 1
            yield Chosen(*titles, _beginning(nl), _beginning(en))


def _beginning(text: str) -> str:
    text = _sound(text)
    first = next(cut("", text))
    return worded("", text, first.start, first.stop)


def _plain(title: str) -> str:
    return " ".join(_sound(title).split())


def _sound(text: str) -> str:
    # PostgreSQL keeps no NUL.
    return text.replace("\0", " ")
