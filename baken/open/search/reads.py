# SPDX-License-Identifier: EUPL-1.2
"""Asking the index: the one function behind the page and the command, so that both give the same order."""

import time
from functools import cache
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, Group
from django.db import connection
from django.utils.translation import get_language
from wagtail.models import Page

from baken.open.changes import reads as changes
from baken.open.search.article_documents import LOGIN
from baken.open.search.concept_documents import OWN
from baken.open.search.engine import answering, parsing
from baken.open.search.engine.folder import Missing
from baken.open.search.engine.shapes import PUBLIC, Answer, Match, Question
from baken.open.search.engine.store import Store
from baken.open.search.lexicon import reads as lexicon
from baken.open.search.meaning import reads as meaning
from baken.open.thesaurus.models import Label
from baken.settings import environment

Reader = AbstractBaseUser | AnonymousUser
_SHORTEST_PREFIX = 3
_ORIGIN = """
    SELECT (SELECT system_identifier FROM pg_control_system()) || '/' || oid
    FROM pg_database WHERE datname = current_database()
"""
_origins = WeakKeyDictionary[Any, str]()


def store() -> Store:
    """Return this process's view of the index on disk."""
    return _store(environment.index())


@cache
def _store(folder: Path) -> Store:
    return Store(folder)


def origin() -> str:
    """Return what tells this database from any other, even from a later one of the same name."""
    connection.ensure_connection()
    # A connection never leads to another database than at its beginning.
    if (known := _origins.get(connection.connection)) is None:
        with connection.cursor() as db:
            db.execute(_ORIGIN)
            known = _origins[connection.connection] = str(db.fetchone()[0])
    return known


def search(question: Question, reader: Reader) -> Answer:
    """Answer a question with what this reader may see; raises Missing while there is no index of this database."""
    began, known = time.perf_counter(), lexicon.current()
    held, doubtful = tokens(reader), changed_pages()
    # Only now: who wakes from the database on the core that embeds waits once more.
    near = meaning.begun(question, known)
    return answering.ask(store().view(), question, held, doubtful, known, near=near, since=began)


def ranked(question: Question, reader: Reader) -> list[tuple[str, float]]:
    """Return `(id, score)` in the same order as `search`, quicker and deeper."""
    known = lexicon.current()
    held, doubtful = tokens(reader), changed_pages()
    near = meaning.begun(question, known)
    return answering.ranked(store().view(), question, held, doubtful, known, near=near)


def changed_pages() -> frozenset[str]:
    """Return the index's names of the pages that changed since it last followed.

    With them come all below a page whose readers changed: what the index says may no longer be public.
    Ask before taking a searcher: an index that moves on in between leaves out too much, never too little.
    """
    from_database, _, place = store().cursor().partition(":")
    if from_database != origin():
        raise Missing
    things = changes.things_since(int(place))
    changed = {int(thing) for kind, thing in things if kind == "page"}
    if restricted := [int(thing) for kind, thing in things if kind == "restriction"]:
        paths = Page.objects.filter(pk__in=restricted).values_list("path", flat=True)
        changed.update(*(Page.objects.filter(path__startswith=path).values_list("pk", flat=True) for path in paths))
    return frozenset(f"page:{pk}" for pk in changed)


def tokens(reader: Reader) -> frozenset[str]:
    """Return what a reader holds: `public`, and after signing in `login` and each group's token."""
    if not reader.is_authenticated:
        return frozenset({PUBLIC})
    # Wagtail lets a superuser past every group's restriction; so does the search.
    groups = Group.objects.all() if getattr(reader, "is_superuser", False) else Group.objects.filter(user__pk=reader.pk)
    return frozenset({PUBLIC, LOGIN, *(f"group:{pk}" for pk in groups.values_list("pk", flat=True))})


def suggestions(text: str, most: int = 6) -> list[str]:
    """Return names of our concepts that begin as one of the typed words does, in the reader's language."""
    found: list[str] = []
    for word in parsing.read(text).words[:5]:
        if len(word) >= _SHORTEST_PREFIX:
            names = Label.objects.filter(concept__scheme__name=OWN, language=get_language() or "nl")
            names = names.exclude(role=Label.Role.HIDDEN).filter(text__istartswith=word[:4].rstrip("\\"))
            found += names.order_by("text").values_list("text", flat=True)[:most]
    return list(dict.fromkeys(found))[:most]


def titles(text: str, reader: Reader) -> list[str]:
    """Return titles that somebody who types this may be looking for, of what this reader may see; raises Missing."""
    return answering.titles(store().view(), text, tokens(reader), changed_pages())


def as_data(question: Question, answer: Answer) -> dict[str, Any]:
    """Return an answer as `search --json` prints it: a contract, changed only with a decision record."""
    return {
        "query": question.text,
        "total": answer.total,
        "milliseconds": answer.milliseconds,
        "results": [
            {
                "id": hit.id, "type": hit.type, "title": hit.title, "url": hit.path, "lang": hit.lang,
                "score": hit.score, "snippet": hit.snippet,
                "why": [
                    *({"word": each.word, "in": list(each.places), "as": _as(each)} for each in hit.why),
                    *([{"word": question.text, "in": ["meaning"], "as": []}] if hit.near else []),
                ],
            }
            for hit in answer.hits
        ],
    }  # fmt: skip


def _as(match: Match) -> list[str]:
    return [*match.called, *match.forms, *match.inside, *match.parts, *(text for _, text in match.also)]
