# SPDX-License-Identifier: EUPL-1.2
"""Opening, building and amending an index; the change cursor is kept inside it.

The cursor is a stored document without readers: it commits together with the data, and no question
can find it.
"""

import threading
from collections.abc import Iterable
from pathlib import Path

import tantivy

from baken.open.search.engine import folder as disk
from baken.open.search.engine.schema import SCHEMA, VERSION, equip, laid_out
from baken.open.search.engine.shapes import Document

_CURSOR = "cursor"
_HEAP = 64_000_000
_SMALL_HEAP = 16_000_000


class Store:
    """The index in a folder, for the threads of one process."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = threading.Lock()
        self._seen: tuple[str, int, int] | None = None
        self._index: tantivy.Index | None = None

    def searcher(self) -> tantivy.Searcher:
        """Return a view of the index as it is on disk now; raises Missing where it must be rebuilt."""
        with self._lock:
            try:
                return self._fresh()
            except disk.Missing:
                # The generation may have been swapped between looking and opening: look again, once.
                return self._fresh()

    def _fresh(self) -> tantivy.Searcher:
        seen = disk.mark(self.folder)
        if self._index is None or seen != self._seen:
            self._index, self._seen = _opened(disk.current(self.folder)), seen
        return self._index.searcher()

    def cursor(self) -> str:
        """Return up to where the index follows its databank, in the words it was given; raises Missing."""
        return _cursor(self.searcher())

    def build(self, documents: Iterable[Document], cursor: str) -> int:
        """Build the index anew beside the old one, swap them, return the number of documents."""
        with disk.new_generation(self.folder) as generation:
            index = equip(tantivy.Index(SCHEMA, str(generation), reuse=False))
            return _write(index, [], documents, cursor, _HEAP)

    def amend(self, things: Iterable[str], documents: Iterable[Document], cursor: str) -> int:
        """Replace all documents made from these things and move the cursor, in one commit; return how many are new."""
        index = _opened(disk.current(self.folder))
        return _write(index, things, documents, cursor, _SMALL_HEAP)


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


def _cursor(searcher: tantivy.Searcher) -> str:
    found = searcher.search(tantivy.Query.term_query(SCHEMA, "key", _CURSOR), 1).hits
    text = str(searcher.doc(found[0][1]).get_first("cursor")) if found else ""
    version, _, place = text.partition(":")
    if version != str(VERSION):
        raise ValueError(f"index version {version or 'unknown'}, not {VERSION}")
    return place


def _write(index: tantivy.Index, things: Iterable[str], documents: Iterable[Document], cursor: str, heap: int) -> int:
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


def _put(writer: tantivy.IndexWriter, things: Iterable[str], documents: Iterable[Document]) -> int:
    count = 0
    for thing in things:
        writer.delete_documents_by_term("work", thing)
    for count, document in enumerate(documents, 1):  # noqa: B007 - the last number is the count
        writer.add_document(laid_out(document))
    return count
