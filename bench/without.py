# SPDX-License-Identifier: EUPL-1.2
"""Ours with one thing left out at a time: what each is worth."""

import contextlib
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from baken.open.search.collections.documents import READER, document
from baken.open.search.engine import ordering, rescoring, store, vocabulary
from baken.open.search.engine.compounds import WHOLE, Splitter
from baken.open.search.engine.lexicon import Lexicon
from baken.open.search.engine.store import Store
from baken.open.search.engine.titles import Titles, Way
from baken.open.search.lexicon import aligning, learning
from baken.open.search.lexicon.learned import OWN, PAIR, SUBJECT, Row, lexicon
from baken.open.search.lexicon.pairs import Pair
from baken.open.sources.importers.jsonl import Text


class Ours(NamedTuple):
    """What ours is made of, in one direction: pairs of texts, what they taught, the documents and their index."""

    pairs: Sequence[Pair]
    rows: Sequence[Row]
    splitter: Splitter
    texts: Sequence[Text]
    store: Store
    titles: Mapping[Way, Titles] | None = None

    def lexicon(self, rows: Iterable[Row] | None = None, splitter: Splitter | None = None) -> Lexicon:
        """Return the lexicon that was learned, or the same of other rows, or with compounds taken apart otherwise."""
        return lexicon(self.rows if rows is None else rows, splitter or self.splitter, self.titles)


Less = Callable[[Ours], contextlib.AbstractContextManager[tuple[Lexicon, Store]]]


@contextlib.contextmanager
def _entries(ours: Ours, *, keep: Callable[[Row], bool] = lambda _: True, change: Callable[[Row], Row] = lambda row: row
             ) -> Iterator[tuple[Lexicon, Store]]:  # fmt: skip
    yield ours.lexicon(change(row) for row in ours.rows if keep(row)), ours.store


@contextlib.contextmanager
def _compounds(ours: Ours) -> Iterator[tuple[Lexicon, Store]]:
    with mock.patch.object(vocabulary, "learn", return_value=WHOLE), _indexed(ours, learn_for=READER) as store:
        yield ours.lexicon(splitter=WHOLE), store


@contextlib.contextmanager
def _titles(ours: Ours) -> Iterator[tuple[Lexicon, Store]]:
    yield ours._replace(titles=None).lexicon(), ours.store


@contextlib.contextmanager
def _what_titles_teach(ours: Ours) -> Iterator[tuple[Lexicon, Store]]:
    with _entries(ours._replace(titles=None), keep=lambda row: not _goes_with(row), change=_untaught) as less:
        yield less


@contextlib.contextmanager
def _said_first(ours: Ours) -> Iterator[tuple[Lexicon, Store]]:
    with mock.patch.object(ordering, "BEGUN", 0.0):
        yield ours.lexicon(), ours.store


@contextlib.contextmanager
def _beginnings(ours: Ours) -> Iterator[tuple[Lexicon, Store]]:
    with mock.patch.object(rescoring, "LEAD", 0.0), _indexed(ours, learn_for=READER) as store:
        yield ours.lexicon(), store


@contextlib.contextmanager
def _exactness(ours: Ours) -> Iterator[tuple[Lexicon, Store]]:
    with mock.patch.object(ordering, "ordered", lambda searcher, asked, parsed, hits, beside=(): list(hits)):
        yield ours.lexicon(), ours.store


@contextlib.contextmanager
def _kin(ours: Ours) -> Iterator[tuple[Lexicon, Store]]:
    with mock.patch.object(store, "_kin", return_value={}), _indexed(ours, learn_for=READER) as made:
        yield ours.lexicon(), made


@contextlib.contextmanager
def _agreement(ours: Ours) -> Iterator[tuple[Lexicon, Store]]:
    with mock.patch.object(aligning, "aligned", partial(aligning.aligned, alone=10, together=0)):
        rows = learning.learned(ours.pairs, ours.splitter.parts)
    yield ours.lexicon(rows), ours.store


@contextlib.contextmanager
def _indexed(ours: Ours, *, learn_for: frozenset[str] | None) -> Iterator[Store]:
    with tempfile.TemporaryDirectory() as home:
        store = Store(Path(home))
        store.build(map(document, ours.texts), "0", learn_for=learn_for)
        yield store


def _goes_with(row: Row) -> bool:
    return row.kind == SUBJECT or (row.kind == OWN and row.name != row.words)


def _untaught(row: Row) -> Row:
    return row._replace(factor=1.0, salience=1.0)


WITHIN: dict[str, Less] = {
    "what titles teach": _what_titles_teach,
    "what texts say under titles like the question": _titles,
    "words that go with titles' words": partial(_entries, keep=lambda row: not _goes_with(row)),
    "weights that titles teach": partial(_entries, change=_untaught),
    "compounds taken apart": _compounds,
    "the beginning counting more": _beginnings,
    "where words are said first": _said_first,
    "counting a word's names as one": _exactness,
    "words that are kin": _kin,
}
ACROSS: dict[str, Less] = {
    **{name: less for name, less in WITHIN.items() if less is not _kin},
    "pairs of words": partial(_entries, keep=lambda row: row.kind != PAIR),
    "both directions and places agreeing": _agreement,
}
