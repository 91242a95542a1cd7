# SPDX-License-Identifier: EUPL-1.2
"""Opening, building and amending an index; the change cursor is kept inside it.

The cursor is a stored document without readers: it commits together with the data, and no question
can find it.
"""

import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import tantivy

from baken.open.search.engine import counts, vocabulary
from baken.open.search.engine import folder as disk
from baken.open.search.engine import kin as relations
from baken.open.search.engine.analysis import BUCKETS, OTHER, bucket
from baken.open.search.engine.compounds import WHOLE, Splitter
from baken.open.search.engine.compounds.known import load
from baken.open.search.engine.counts import Counts, Ledger, Record
from baken.open.search.engine.kin import Kin
from baken.open.search.engine.lexicon import LANGUAGES
from baken.open.search.engine.said import Words
from baken.open.search.engine.schema import COUNTED, SCHEMA, VERSION, equip, laid_out, texts, worth
from baken.open.search.engine.shapes import PUBLIC, Document

_CURSOR = "cursor"
_COMPOUNDS, _KIN, _COUNTS = "compounds.json.gz", "kin.json.gz", "counts"
_HEAP = 64_000_000
# From so many times the bytes of records that building left, and so many more, an index is built anew.
_OVERGROWN, _ANYWAY = 4, 64_000_000
_SMALL_HEAP = 16_000_000
EVERYONE = frozenset({PUBLIC})


@dataclass(frozen=True)
class View:
    """The index as it was at one moment, with what was learned of its compounds and of words that are kin.

    ``said`` keeps the words of each language once somebody asked for them.
    """

    searcher: tantivy.Searcher
    counts: Counts
    splitter: Splitter
    kin: Mapping[str, Kin] = field(default_factory=dict)
    said: dict[str, Words] = field(default_factory=dict)

    def languages(self) -> tuple[str, ...]:
        """Return the languages that a question is read in where none is chosen: others only where there are texts."""
        others = any(bucket(language) == OTHER for language, _ in self.searcher.terms_with_prefix("lang", ""))
        return BUCKETS if others else LANGUAGES

    def records(self, places: Sequence[tantivy.DocAddress]) -> Iterator[Record]:
        """Return the records of the documents at these places."""
        return map(self.counts.at, self.counted(places))

    def counted(self, places: Sequence[tantivy.DocAddress]) -> list[int]:
        """Return where the records of these documents begin: a number that only one document has."""
        return [int(each or 0) for each in self.searcher.fast_field_values(COUNTED, list(places))]


class _State(NamedTuple):
    """How many bytes of records an index was committed with, how many building left, and its cursor."""

    records: int
    built: int
    cursor: str


class Store:
    """The index in a folder, for the threads of one process."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = threading.Lock()
        self._seen: tuple[str, int, int] | None = None
        self._index: tuple[tantivy.Index, Counts, _State] | None = None
        self._splitter = WHOLE
        self._kin: dict[str, Kin] = {}
        self._said: dict[str, Words] = {}

    def searcher(self) -> tantivy.Searcher:
        """Return what reads the index as it is on disk now; raises Missing where it must be rebuilt."""
        return self.view().searcher

    def view(self) -> View:
        """Return the index as it is on disk now, to put questions to; raises Missing where it must be rebuilt."""
        with self._lock:
            try:
                return self._fresh()
            except disk.Missing:
                # The generation may have been swapped between looking and opening: look again, once.
                return self._fresh()

    def _fresh(self) -> View:
        seen = disk.mark(self.folder)
        if self._index is None or seen != self._seen:
            generation = disk.current(self.folder)
            if self._seen is None or seen[0] != self._seen[0]:
                self._splitter, self._kin = _splitter(generation), _kin(generation)
            self._index, self._seen, self._said = _opened(generation), seen, {}
        index, held, _ = self._index
        return View(index.searcher(), held, self._splitter, self._kin, self._said)

    def cursor(self) -> str:
        """Return up to where the index follows its databank, in the words it was given; raises Missing."""
        return self._kept().cursor

    def _kept(self) -> _State:
        """Return what the index keeps of itself, as it is on disk now; raises Missing."""
        self.view()
        with self._lock:
            assert self._index  # noqa: S101 - the view was taken from it
            return self._index[2]

    def is_overgrown(self) -> bool:
        """Tell whether amending has left so many records of what is no longer there that building anew is due."""
        state = self._kept()
        return state.records > _OVERGROWN * state.built + _ANYWAY

    def build(self, documents: Iterable[Document], cursor: str, *, learn_for: frozenset[str] | None = EVERYONE) -> int:
        """Build the index anew beside the old one, swap them, return the number of documents.

        How compounds are taken apart and which words are kin is learned from what a reader who holds the tokens
        ``learn_for`` may see, and kept with the index; None learns nothing: compounds stay whole, words without kin.
        """
        with disk.new_generation(self.folder) as generation, tempfile.TemporaryFile(dir=generation) as spool:
            splitter = WHOLE
            if learn_for is not None:
                splitter, stems = vocabulary.learned(documents, learn_for, spool)
                splitter.known.save(generation / _COMPOUNDS)
                relations.save(stems, generation / _KIN)
                documents = vocabulary.again(spool)
            index = equip(tantivy.Index(SCHEMA, str(generation), reuse=False))
            with counts.taking(generation / _COUNTS) as ledger:
                made = _laid_out(documents, splitter, ledger)
                return _write(index, [], made, lambda: _State(ledger.settle(), ledger.settle(), cursor), _HEAP)

    def amend(self, things: Iterable[str], documents: Iterable[Document], cursor: str) -> int:
        """Replace all documents made from these things and move the cursor, in one commit; return how many are new."""
        splitter = self.view().splitter
        generation = disk.current(self.folder)
        index, _, state = _opened(generation)
        with counts.taking(generation / _COUNTS) as ledger:
            made = _laid_out(documents, splitter, ledger)
            return _write(index, things, made, lambda: _State(ledger.settle(), state.built, cursor), _SMALL_HEAP)


def _laid_out(documents: Iterable[Document], splitter: Splitter, ledger: Ledger) -> Iterator[tantivy.Document]:
    for each in documents:
        yield laid_out(each, splitter, ledger.add(each, worth(each), texts(each), splitter))


def _opened(generation: Path) -> tuple[tantivy.Index, Counts, _State]:
    """Return an index, the records beside it and what it keeps of itself.

    Raises Missing where one is damaged, or they do not fit together.
    """
    try:
        index = equip(tantivy.Index.open(str(generation)))
        # Without this, tantivy would start a thread that watches the folder; `mark` is enough.
        index.config_reader(reload_policy="manual")
        index.reload()
        state = _state(index.searcher())
        held = Counts(generation / _COUNTS)
    except (ValueError, OSError) as error:
        raise disk.Missing(str(error)) from error
    if len(held) < state.records:
        raise disk.Missing(f"{generation / _COUNTS} is cut off")
    return index, held, state


def _splitter(generation: Path) -> Splitter:
    """Return what was learned with a generation. Without it everything works, only compounds stay whole."""
    try:
        return Splitter(load(generation / _COMPOUNDS))
    except (OSError, ValueError):
        return WHOLE


def _kin(generation: Path) -> dict[str, Kin]:
    """Return the kin that was learned with a generation. Without it everything works, only words have none."""
    try:
        return relations.load(generation / _KIN)
    except (OSError, ValueError):
        return {}


def _state(searcher: tantivy.Searcher) -> _State:
    """Return what an index keeps of itself; raises ValueError where that is missing or of another version."""
    found = searcher.search(tantivy.Query.term_query(SCHEMA, "key", _CURSOR), 1).hits
    text = str(searcher.doc(found[0][1]).get_first("cursor")) if found else ""
    version, _, rest = text.partition(":")
    if version != str(VERSION):
        raise ValueError(f"index version {version or 'unknown'}, not {VERSION}")
    records, built, cursor = rest.split(":", 2)
    return _State(int(records), int(built), cursor)


def _write(
    index: tantivy.Index,
    things: Iterable[str],
    documents: Iterable[tantivy.Document],
    state: Callable[[], _State],
    heap: int,
) -> int:
    """Replace what was made of these things in one commit, with the state that the index is in once all is laid out."""
    writer = index.writer(heap, 1)
    try:
        count = _put(writer, things, documents)
        writer.delete_documents_by_term("key", _CURSOR)
        writer.add_document(tantivy.Document(key=_CURSOR, cursor=":".join(map(str, (VERSION, *state())))))
        writer.commit()
    except BaseException:
        # The writer as a context manager would commit what there is.
        writer.rollback()
        raise
    finally:
        writer.wait_merging_threads()
    return count


def _put(writer: tantivy.IndexWriter, things: Iterable[str], documents: Iterable[tantivy.Document]) -> int:
    count = 0
    for thing in things:
        writer.delete_documents_by_term("work", thing)
    for count, document in enumerate(documents, 1):  # noqa: B007 - the last number is the count
        writer.add_document(document)
    return count
