# SPDX-License-Identifier: EUPL-1.2
"""Filling a collection, and making its index: one writer at a time, while readers keep the old index."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from baken.open.search.collections import reads, shelf
from baken.open.search.collections.documents import READER, document
from baken.open.search.engine.folder import Missing, writing
from baken.open.search.engine.shapes import Document
from baken.open.sources.importers.jsonl import Text
from baken.settings import environment

# Hands on what it is given, and may tell somebody how far it is.
Watch = Callable[[Iterable[Text]], Iterable[Text]]


def bring_in(*, name: str, texts: Sequence[Text], watch: Watch = iter) -> int:
    """Lay texts in a collection in place of all it had in their languages; return how many those were.

    The index is made of them before this returns; cut off earlier, the next question makes it. Raises Unknown.
    """
    folder, languages = shelf.folder(name), {each.language for each in texts}
    environment.collections().mkdir(mode=0o700, parents=True, exist_ok=True)
    with writing(folder, patient=True):
        there = list(shelf.texts(name))
        others = [each for each in there if each.language not in languages]
        shelf.keep(name, [*others, *texts])
        _index(name, watch)
    return len(there) - len(others)


def follow(*, name: str, watch: Watch = iter) -> None:
    """Make a collection's index anew where it is not one of this version and of these texts; raises Unknown."""
    if _is_of(name, shelf.state(name)):
        return
    with writing(shelf.folder(name), patient=True):
        # Whoever was writing may have made it.
        if not _is_of(name, shelf.state(name)):
            _index(name, watch)


def _is_of(name: str, state: str) -> bool:
    try:
        return reads.store(name).cursor() == state
    except Missing:
        return False


def _index(name: str, watch: Watch) -> None:
    reads.store(name).build(_documents(name, watch), shelf.state(name), learn_for=READER)


def _documents(name: str, watch: Watch) -> Iterator[Document]:
    return map(document, watch(shelf.texts(name)))
