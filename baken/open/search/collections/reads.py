# SPDX-License-Identifier: EUPL-1.2
"""Asking a collection: by the engine that answers on the page, in an index that no page opens."""

from functools import cache
from pathlib import Path

from baken.open.search.collections import shelf
from baken.open.search.collections.documents import READER
from baken.open.search.engine import answering
from baken.open.search.engine.shapes import Answer, Question
from baken.open.search.engine.store import Store


def search(name: str, question: Question) -> Answer:
    """Answer a question from a collection; raises Unknown, and Missing while it has no index."""
    return answering.ask(store(name).view(), question, READER)


def ranked(name: str, question: Question) -> list[tuple[str, float]]:
    """Return `(id, score)` in the same order as `search`, quicker and deeper."""
    return answering.ranked(store(name).view(), question, READER)


def store(name: str) -> Store:
    """Return this process's view of a collection's index; raises Unknown for what cannot be a name."""
    return _store(shelf.folder(name))


@cache
def _store(folder: Path) -> Store:
    return Store(folder)
