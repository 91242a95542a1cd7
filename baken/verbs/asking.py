# SPDX-License-Identifier: EUPL-1.2
"""Whom `baken search` asks: the databank as somebody who has not signed in, or a collection; a door must be ready."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import click
from django.contrib.auth.models import AnonymousUser

from baken.open.search import actions, reads
from baken.open.search.collections import actions as collecting
from baken.open.search.collections import reads as collected
from baken.open.search.collections.shelf import Unknown
from baken.open.search.engine.shapes import Answer, Question
from baken.verbs.progress import bar

Ranked = list[tuple[str, float]]


class Asked(NamedTuple):
    """What answers a question whole, and what only ranks `(id, score)`, in the same order."""

    search: Callable[[Question], Answer]
    ranked: Callable[[Question], Ranked]


def whom(collection: str | None) -> Asked:
    """Return the databank, or a collection where one is named, with its index up to date."""
    return _collection(collection) if collection else _databank()


def _databank() -> Asked:
    actions.follow()
    reader = AnonymousUser()
    return Asked(partial(reads.search, reader=reader), partial(_bare, reader=reader))


def _bare(question: Question, reader: AnonymousUser) -> Ranked:
    """Rank the databank; what was imported as a document has the name in a run that its file gives it."""
    return [(name.removeprefix("doc/"), score) for name, score in reads.ranked(question, reader)]


def _collection(name: str) -> Asked:
    try:
        collecting.follow(name=name, watch=bar("index"))
    except Unknown as error:
        raise click.ClickException(str(error)) from error
    return Asked(partial(collected.search, name), partial(collected.ranked, name))
