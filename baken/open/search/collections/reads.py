# SPDX-License-Identifier: EUPL-1.2
"""Asking a collection: by the engine that answers on the page, in an index that no page opens."""

import time
from functools import cache
from pathlib import Path

from baken.open.search.collections import shelf
from baken.open.search.collections.documents import READER
from baken.open.search.engine import answering
from baken.open.search.engine.lexicon import Lexicon
from baken.open.search.engine.shapes import Answer, Nearby, Question
from baken.open.search.engine.store import Store


def search(name: str, question: Question) -> Answer:
    """Answer a question from a collection; raises Unknown, and Missing while it has no index."""
    began, known = time.perf_counter(), _lexicon()
    near = _near(name, question, known)
    return answering.ask(store(name).view(), question, READER, lexicon=known, near=near, since=began)


def ranked(name: str, question: Question) -> list[tuple[str, float]]:
    """Return `(id, score)` in the same order as `search`, quicker and deeper."""
    known = _lexicon()
    return answering.ranked(store(name).view(), question, READER, lexicon=known, near=_near(name, question, known))


def store(name: str) -> Store:
    """Return this process's view of a collection's index; raises Unknown for what cannot be a name."""
    return _store(shelf.folder(name))


def _near(name: str, question: Question, known: Lexicon) -> Nearby:
    from baken.open.search.collections import meaning  # noqa: PLC0415 - it reads settings, and laying texts needs none

    return meaning.begun(name, question, known)


def _lexicon() -> Lexicon:
    from baken.open.search.lexicon import reads  # noqa: PLC0415 - a collection is brought in without Django

    return reads.current()


@cache
def _store(folder: Path) -> Store:
    return Store(folder)
