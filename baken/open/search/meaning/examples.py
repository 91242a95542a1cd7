# SPDX-License-Identifier: EUPL-1.2
"""The examples that questions are drawn by: held in memory by each process, and read again when they have changed."""

from collections.abc import Sequence
from functools import lru_cache
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from baken.open.search.meaning import drawing, embedders
from baken.open.search.meaning.drawing import Examples, Held
from baken.open.search.meaning.vectors import Embedder
from baken.open.search.models import Example


def current(embedder: Embedder, asked_in: str, wanted: Sequence[str]) -> Examples:
    """Return the examples for a question by its language (empty: unknown) and those wanted (none: all).

    There are none while some of them wait for their vectors.
    """
    with connection.cursor() as db:
        db.execute("SELECT examples FROM search_learned")
        version = (db.fetchone() or (None,))[0]
    return _read(version, embedder.name).between(asked_in, wanted) if version else drawing.NONE


def nearest(text: str, language: str) -> list[tuple[str, float]]:
    """Return the titles in a language that draw a question in it, each with its cosine, the nearest first.

    None without an embedder, or while some of them wait for their vectors; raises Unable.
    """
    embedder = embedders.current()
    if embedder is None or not len((like := current(embedder, language, [language])).titles):
        return []
    titles = Example.objects.filter(model=embedder.name).order_by("pk").values_list(f"title_{language}", flat=True)
    places, near = drawing.nearest(embedder.question(text), like)
    return [(titles[int(place)], float(close)) for place, close in zip(places, near, strict=True)]


def waiting(embedder: Embedder) -> QuerySet[Example]:
    """Return the examples without vectors of this embedder."""
    found: QuerySet[Example] = Example.objects.exclude(model=embedder.name).defer("vectors")
    return found.order_by("pk")


@lru_cache(maxsize=2)
def _read(_version: UUID, model: str) -> Held:
    kept = Example.objects.filter(model=model).order_by("pk").values_list("vectors", flat=True)
    return drawing.unpacked(b"".join(map(bytes, kept)))
