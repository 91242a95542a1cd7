# SPDX-License-Identifier: EUPL-1.2
"""Reading the lexicon: whole, for the engine, and by a word, for people."""

import threading
from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db import connection
from django.db.models import F, Q, QuerySet

from baken.open.search.engine import titles
from baken.open.search.engine.analysis import words
from baken.open.search.engine.compounds import WHOLE, Splitter
from baken.open.search.engine.compounds.known import unpacked
from baken.open.search.engine.lexicon import LANGUAGES, NOTHING, Lexicon, other
from baken.open.search.engine.translating import titular
from baken.open.search.lexicon.learned import OWN, Row, lexicon
from baken.open.search.models import Entry, Learned

_COLUMNS = (
    "kind", "language", "words", "name", "words_shown", "name_shown", "likely", "second", "back", "times", "factor",
    "salience",
)  # fmt: skip
_lock = threading.Lock()
_kept: dict[str, tuple[UUID, Lexicon]] = {}
_ONLY = "lexicon"


def current() -> Lexicon:
    """Return the lexicon as it is now, without what is struck; it is read again only when it has changed."""
    with connection.cursor() as db:
        # For each question: to make the statement anew takes longer than to answer it.
        db.execute("SELECT version FROM search_learned")
        found = db.fetchone()
    if found is None:
        return NOTHING
    version = found[0]
    with _lock:
        kept = _kept.get(_ONLY)
        if kept is None or kept[0] != version:
            kept = _kept[_ONLY] = (version, _read())
    return kept[1]


def entries(word: str) -> QuerySet[Entry]:
    """Return the entries of a word or two words in either language, and those that have it as a name; most seen first.

    Two words that tell nothing together are looked up one by one.
    """
    stems = {language: words(word, language) for language in LANGUAGES}
    together = _of({language: [" ".join(each)] for language, each in stems.items()})
    return together if together.exists() else _of(stems)


def nearest(text: str, language: str, into: str) -> list[tuple[titles.Titled, float]]:
    """Return the titles in a language that are most like a question, each with how like it is, best first.

    The heaviest words of the texts under them are those of the language ``into``, as they are written most.
    """
    known = current()
    held = known.titles.get((language, into))
    found = held.nearest(titular(text, language, known.splitter.parts)) if held else []
    shown = known.shown.get(into, {})
    return [
        (each._replace(said={shown.get(name, name): n for name, n in each.said.items()}), near) for each, near in found
    ]


def struck() -> QuerySet[Entry]:
    """Return the entries that were struck, the last one first."""
    found: QuerySet[Entry] = Entry.objects.exclude(struck_at=None).select_related("struck_by")
    return found.order_by("-struck_at", "pk")


def learned() -> Learned | None:
    """Return when and from how much the lexicon was learned, or None where it never was."""
    return Learned.objects.defer("compounds", "titles").first()


def _of(wanted: Mapping[str, Sequence[str]]) -> QuerySet[Entry]:
    """Return the entries of index words, by language, and those that have one of them as a name."""
    asked = Q(pk__in=[])
    for language, stems in wanted.items():
        named = Q(language=other(language)) & ~Q(kind=OWN) | Q(language=language, kind=OWN)
        asked |= Q(language=language, words__in=stems) | named & Q(name__in=stems)
    found: QuerySet[Entry] = Entry.objects.filter(asked).exclude(kind=OWN, name=F("words"))
    found = found.select_related("struck_by")
    return found.order_by("language", "-times", "words", "name")


def _read() -> Lexicon:
    rows = Entry.objects.filter(struck_at=None).values_list(*_COLUMNS)
    compounds, held = Learned.objects.values_list("compounds", "titles").first() or (b"", b"")
    found = (Row(*row) for row in rows.iterator(chunk_size=20_000))
    return lexicon(found, _splitter(bytes(compounds)), _titles(bytes(held)))


def _titles(packed: bytes) -> dict[titles.Way, titles.Titles]:
    """Return the titles without what editors struck of their words; none where there were none yet."""
    gone = Entry.objects.exclude(struck_at=None).exclude(kind=Entry.Kind.PAIR).values_list("kind", *_COLUMNS[1:4])
    struck = [
        ((language, language if kind == OWN else other(language)), word, name) for kind, language, word, name in gone
    ]
    try:
        return titles.unpacked(packed, struck)
    except (OSError, ValueError):
        return {}


def _splitter(packed: bytes) -> Splitter:
    """Return what was learned of compounds with the lexicon; without it, compounds that are asked stay whole."""
    try:
        return Splitter(unpacked(packed))
    except (OSError, ValueError):
        return WHOLE
