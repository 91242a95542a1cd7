# SPDX-License-Identifier: EUPL-1.2
"""Writing the index: anew, or by following the change log. One writer a host at a time.

Passages, which meaning is found by, are noted on the way: what the index knows and what they know is the same.
"""

from baken.open.changes import reads as changes
from baken.open.search import documents, reads
from baken.open.search.engine.folder import Missing, writing
from baken.open.search.engine.store import Store
from baken.open.search.meaning import actions as meaning


def rebuild() -> int:
    """Build the index anew beside the old one, swap them, return the number of documents.

    Waits for another writer to finish. Readers keep the old index until the new one is whole.
    """
    store = reads.store()
    with writing(store.folder, patient=True):
        return _build(store)


def follow() -> int:
    """Bring the index up to date and return how many documents were made; 0 where another process writes.

    An index that is missing, damaged, of another version or of another database is built anew.
    """
    store = reads.store()
    with writing(store.folder, patient=False) as mine:
        return _catch_up(store) if mine else 0


def _build(store: Store) -> int:
    # The cursor is read before the documents: what changes meanwhile is made again, never missed.
    cursor = _cursor(changes.head())
    return store.build(meaning.noting(documents=documents.everything()), cursor)


def _catch_up(store: Store) -> int:
    try:
        origin, _, place = store.cursor().partition(":")
    except Missing:
        return _build(store)
    if origin != reads.origin() or store.is_overgrown():
        return _build(store)
    found = changes.since(int(place))
    if not found.things:
        return 0
    things = documents.touched(found.things)
    names = documents.names(things)
    made = meaning.noting(documents=documents.made_from(things), works=names)
    return store.amend(names, made, _cursor(found.cursor))


def _cursor(place: int) -> str:
    return f"{reads.origin()}:{place}"
