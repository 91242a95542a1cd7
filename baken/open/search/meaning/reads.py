# SPDX-License-Identifier: EUPL-1.2
"""Which passages are near to a question, which still wait for a vector, and how many of them have one."""

import logging
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from django.db import connection, transaction
from django.db.models import Q, QuerySet
from django.db.utils import DatabaseError

from baken.open.search.engine import crossing, parsing
from baken.open.search.engine.lexicon import NOTHING, Lexicon
from baken.open.search.engine.nearest import asks_for
from baken.open.search.engine.shapes import Near, Nearby, Question, nowhere
from baken.open.search.meaning import embedders, examples, offered, questions
from baken.open.search.meaning.fields import written
from baken.open.search.meaning.questions import Sought
from baken.open.search.meaning.vectors import Embedder
from baken.open.search.models import Passage

_log = logging.getLogger(__name__)
# Where a reader's choices may leave some out, more are looked at.
_MOST_CHOSEN = 400
# HNSW finds nearly all of the nearest when it keeps twice as many in mind.
_CARE = 200
_NEAREST = """
    SELECT document, start, stop, -(vector <#> %(drawn)s::halfvec), -(vector <#> %(asked)s::halfvec) FROM search_passage
    WHERE model = %(model)s AND (%(languages)s::text[] = '{}' OR language = ANY(%(languages)s::text[]))
    ORDER BY vector <#> %(drawn)s::halfvec LIMIT %(most)s
"""


class Progress(NamedTuple):
    """How many passages have a vector of the embedder there is, of how many, and how many were made just now."""

    done: int
    of: int
    made: int = 0


def begun(question: Question, lexicon: Lexicon = NOTHING) -> Nearby:
    """Begin to look for the passages that are nearest to a question; return what gives them.

    It gives none where there is no embedder or no vector. The database is asked by whoever calls it.
    """
    embedder = embedders.current()
    if not embedder or not asks_for(parsing.read(question.text)) or not offered.is_laid():
        return nowhere
    found = sought(embedder, question, lexicon)
    return lambda: _read(embedder, found(), question)


def sought(embedder: Embedder, question: Question, lexicon: Lexicon) -> Callable[[], Sought | None]:
    """Begin to make what passages are looked for with: a question in its words and the lexicon's, and drawn."""
    like = examples.current(embedder, crossing.language_of(lexicon, question), question.languages)
    return questions.begun(embedder, question.text, crossing.reworded(lexicon, question), like)


def _read(embedder: Embedder, sought: Sought | None, question: Question) -> Sequence[Near]:
    if sought is None:
        return ()
    try:
        return _nearest(embedder, sought, question)
    except DatabaseError as error:
        _log.warning("the search goes by words alone: %s", error)
        return ()


def waiting(embedder: Embedder, *, first_only: bool = False) -> QuerySet[Passage]:
    """Return the passages without a vector of this embedder, beginnings of texts first."""
    found = Passage.objects.filter(Q(vector=None) | ~Q(model=embedder.name)).defer("vector")
    return (found.filter(number=0) if first_only else found).order_by("number", "pk")


def progress(embedder: Embedder) -> Progress:
    """Return how far embedding is."""
    total = Passage.objects.count()
    return Progress(total - waiting(embedder).count(), total)


@transaction.atomic
def _nearest(embedder: Embedder, sought: Sought, question: Question) -> list[Near]:
    told: dict[str, Any] = {name: written(vector) for name, vector in sought._asdict().items()}
    told |= {"model": embedder.name, "languages": list(question.languages)}
    most = told["most"] = _MOST_CHOSEN if set(question.choices) - {"lang"} else questions.MOST
    with connection.cursor() as db:
        # Where languages or models leave many out, the index goes on looking.
        db.execute(f"SET LOCAL hnsw.ef_search = {max(_CARE, most)}; SET LOCAL hnsw.iterative_scan = strict_order")
        db.execute(_NEAREST, told)
        rows = db.fetchall()
    return [Near(key, start, stop, close, asked >= embedder.sure) for key, start, stop, close, asked in rows]
