# SPDX-License-Identifier: EUPL-1.2
"""Opening, building and amending an index; the change cursor is kept inside it.

The cursor is a stored document without readers: it commits together with the data, and no question
can find it.
"""

import tempfile
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import tantivy

from baken.open.search.engine import folder as disk
from baken.open.search.engine import vocabulary
from baken.open.search.engine.compounds import WHOLE, Splitter
from baken.open.search.engine.compounds.known import load
from baken.open.search.engine.schema import SCHEMA, VERSION, equip, laid_out
from baken.open.search.engine.shapes import PUBLIC, Document

_CURSOR = "cursor"
_COMPOUNDS = "compounds.json.gz"
_HEAP = 64_000_000
_SMALL_HEAP = 16_000_000
EVERYONE = frozenset({PUBLIC})


@dataclass(frozen=True)
class View:
    """The index as it was at one moment, with what was learned of its compounds."""

    searcher: tantivy.Searcher
    splitter: Splitter


class Store:
    """The index in a folder, for the threads of one process."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = threading.Lock()
        self._seen: tuple[str, int, int] | None = None
        self._index: tantivy.Index | None = None
        self._splitter = WHOLE

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
                self._splitter = _splitter(generation)
            self._index, self._seen = _opened(generation), seen
        return View(self._index.searcher(), self._splitter)

    def cursor(self) -> str:
        """Return up to where the index follows its databank, in the words it was given; raises Missing."""
        return _cursor(self.searcher())

    def build(self, documents: Iterable[Document], cursor: str, *, learn_for: frozenset[str] | None = EVERYONE) -> int:
        """Build the index anew beside the old one, swap them, return the number of documents.

        How compounds are taken apart is learned from what a reader who holds the tokens ``learn_for`` may see, and
        kept with the index; None learns nothing, and leaves compounds whole.
        """
        with disk.new_generation(self.folder) as generation, tempfile.TemporaryFile(dir=generation) as spool:
            splitter = WHOLE
            if learn_for is not None:
                splitter = vocabulary.learned(documents, learn_for, spool)
                splitter.known.save(generation / _COMPOUNDS)
                documents = vocabulary.again(spool)
            index = equip(tantivy.Index(SCHEMA, str(generation), reuse=False))
            return _write(index, [], (laid_out(each, splitter) for each in documents), cursor, _HEAP)

    def amend(self, things: Iterable[str], documents: Iterable[Document], cursor: str) -> int:
        """Replace all documents made from these things and move the cursor, in one commit; return how many are new."""
        splitter = self.view().splitter
        index = _opened(disk.current(self.folder))
        return _write(index, things, (laid_out(each, splitter) for each in documents), cursor, _SMALL_HEAP)


def _opened(generation: Path) -> tantivy.Index:
    try:
        index = equip(tantivy.Index.open(str(generation)))
        # Without this, tantivy would start a thread that watches the folder; `mark` is enough.
        index.config_reader(reload_policy="manual")
        index.reload()
        _cursor(index.searcher())
    except (ValueError, OSError) as error:
        raise disk.Missing(str(error)) from error
    return index


def _splitter(generation: Path) -> Splitter:
    """Return what was learned with a generation. Without it everything works, only compounds stay whole."""
    try:
        return Splitter(load(generation / _COMPOUNDS))
    except (OSError, ValueError):
        return WHOLE


def _cursor(searcher: tantivy.Searcher) -> str:
    found = searcher.search(tantivy.Query.term_query(SCHEMA, "key", _CURSOR), 1).hits
    text = str(searcher.doc(found[0][1]).get_first("cursor")) if found else ""
    version, _, place = text.partition(":")
    if version != str(VERSION):
        raise ValueError(f"index version {version or 'unknown'}, not {VERSION}")
    return place


def _write(
    index: tantivy.Index, things: Iterable[str], documents: Iterable[tantivy.Document], cursor: str, heap: int
) -> int:
    writer = index.writer(heap, 1)
    try:
        count = _put(writer, things, documents)
        writer.delete_documents_by_term("key", _CURSOR)
        writer.add_document(tantivy.Document(key=_CURSOR, cursor=f"{VERSION}:{cursor}"))
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
