# SPDX-License-Identifier: EUPL-1.2
"""Sources as documents: each work, and each provision of it in the newest wording it has had.

A provision that is no longer there keeps its last wording, with its years, so that the old article 250a
is still found. A work of scheme `doc` is one text without parts: its provision is the work's document.
"""

import bisect
import datetime
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from django.conf import settings
from django.db.models import F, Min, QuerySet, Window
from django.urls import reverse
from django.utils import translation

from baken.open.languages import localised
from baken.open.search.abbreviations import OF_WORKS
from baken.open.search.engine.shapes import Document
from baken.open.sources.models import Entry, Expression, Work

WHOLE = "doc"
_CHUNK = 1000
GONE_WEIGHT = 0.6
# A card of a source without its text tells only where to read on.
CARD_WEIGHT = 0.6


class Place(NamedTuple):
    """A provision as it stands in the newest expression that has it."""

    pk: int
    work: int
    path: str
    number: str
    language: str
    since: datetime.date | None
    heading: str
    text: str


@dataclass(frozen=True)
class Years:
    """When a provision that is no longer there was first seen, and from when it was gone."""

    first: datetime.date
    last: datetime.date
    gone: datetime.date


def documents(works: Collection[int] | None = None) -> Iterator[Document]:
    """Yield the documents of these works (all without any)."""
    with translation.override(settings.LANGUAGE_CODE):
        known = {work.pk: work for work in _works(works).iterator(chunk_size=_CHUNK)}
        for work in known.values():
            yield from _work_documents(work)
        states, firsts = _states(works), _firsts(works)
        for place in _places(sorted(firsts)):
            years = _years(place, firsts[place.pk], states[place.work, place.language])
            yield _provision(known[place.work], place, years)


def _works(works: Collection[int] | None) -> QuerySet[Work]:
    found = Work.objects.order_by("pk").select_related("ruling", "publication").prefetch_related("expressions")
    return found if works is None else found.filter(pk__in=works)


def _states(works: Collection[int] | None) -> dict[tuple[int, str], list[datetime.date]]:
    """Return the days of the dated expressions of each work in each language, oldest first."""
    found = Expression.objects.all() if works is None else Expression.objects.filter(work__in=works)
    days: dict[tuple[int, str], list[datetime.date]] = defaultdict(list)
    for work, language, day in found.values_list("work", "language", "in_force_from"):
        if day is not None:
            bisect.insort(days[work, language], day)
    return days


def _firsts(works: Collection[int] | None) -> dict[int, datetime.date | None]:
    """Return the newest dated entry (else the undated one) of each provision a language, and when it was first seen."""
    found = Entry.objects.all() if works is None else Entry.objects.filter(expression__work__in=works)
    first = Window(Min("expression__in_force_from"), partition_by=[F("provision"), F("expression__language")])
    latest = found.annotate(first=first).order_by(
        "provision", "expression__language", F("expression__in_force_from").desc(nulls_last=True)
    )
    return dict(latest.distinct("provision", "expression__language").values_list("pk", "first"))


def _places(entries: list[int]) -> Iterator[Place]:
    """Yield what stands at these entries, some hundreds at a time; a bare container has nothing to find."""
    for start in range(0, len(entries), _CHUNK):
        rows = Entry.objects.filter(pk__in=entries[start : start + _CHUNK]).values_list(
            "pk", "expression__work", "provision__path", "provision__number", "expression__language",
            "expression__in_force_from", "wording__heading", "wording__text",
        )  # fmt: skip
        yield from (place for place in map(Place._make, rows) if place.heading or place.text)


def _years(place: Place, first: datetime.date | None, states: list[datetime.date]) -> Years | None:
    """Return the years of a provision that a later state no longer has; None for one that stands.

    An act that is being read in may have this entry before its state was listed: then it stands, until it is read anew.
    """
    if first is None or place.since is None:
        return None
    later = states[bisect.bisect_right(states, place.since) :]
    return Years(first, place.since, later[0]) if later else None


def _work_documents(work: Work) -> Iterator[Document]:
    """Yield a document for each language the work can be read in, or has a title in."""
    if work.scheme == WHOLE:
        return
    texts = {expression.language for expression in work.expressions.all()} or {work.language or "nl"}
    for language in sorted(texts | {code for code in ("nl", "en") if getattr(work, f"title_{code}")}):
        bare = Document(
            key=f"{work.key}@{language}", work=f"work:{work.pk}", id=work.key, type=work.kind, lang=language,
            path=_address(work, "", language), title=work.title_in(language), date=_day(work.issued),
            numbers=(work.identifier,), weight=1.0 if work.expressions.all() else CARD_WEIGHT,
        )  # fmt: skip
        yield replace(bare, **_substance(work, language))


def _substance(work: Work, language: str) -> dict[str, Any]:
    """Return what a work itself says: a ruling its text, a publication its abstract."""
    note = work.note_en if language == "en" else work.note_nl
    names = "\n".join(filter(None, [work.short_title, OF_WORKS.get(work.key, "")]))
    if ruling := getattr(work, "ruling", None):
        return {
            "context": ruling.court, "heading": ruling.summary, "body": f"{ruling.summary}\n{ruling.text}".strip(),
            "numbers": (work.identifier, *ruling.case_numbers), "date": _day(ruling.decided or work.issued),
            "labels": "\n".join(ruling.subjects), "weight": 1.0,
        }  # fmt: skip
    if publication := getattr(work, "publication", None):
        people = [*publication.authors, *publication.editors, *publication.keywords]
        return {
            "context": publication.container, "body": publication.abstract or note, "labels": "\n".join(people),
            "date": _day(work.issued) or (publication.year or 0) * 10000,
        }  # fmt: skip
    return {"body": note, "labels": names, "context": work.publisher}


def _provision(work: Work, place: Place, years: Years | None) -> Document:
    whole = work.scheme == WHOLE
    path = "" if whole else place.path
    identifier = f"{work.key}/{path}".rstrip("/")
    return Document(
        key=f"{identifier}@{place.language}", work=f"work:{work.pk}", id=identifier, type=work.kind,
        lang=place.language, path=_address(work, path, place.language, years.last if years else None),
        title=work.title_in(place.language) if whole else place.heading or place.path.replace("/", " "),
        context="" if whole else _context(work, place, years), body=place.text,
        labels=OF_WORKS.get(work.key, ""), numbers=_numbers(work, place, whole),
        date=_day(place.since or work.issued), weight=GONE_WEIGHT if years else 1.0,
    )  # fmt: skip


def _numbers(work: Work, place: Place, whole: bool) -> tuple[str, ...]:
    """Return what a provision is cited by: `paragraaf/B8/3.1` is B8/3.1, and 3.1 in the text itself."""
    if whole:
        return (work.identifier,)
    return tuple(dict.fromkeys(filter(None, [place.path.partition("/")[2], place.number])))


def _context(work: Work, place: Place, years: Years | None) -> str:
    name = work.short_title or work.title_in(place.language)
    return f"{name} ({years.first.year}-{years.gone.year})" if years else name


def _address(work: Work, path: str, language: str, on: datetime.date | None = None) -> str:
    """Return where a text is read: under the language's own prefix, else with the language named."""
    address = reverse("source", args=(work.scheme, f"{work.identifier}/{path}".rstrip("/")))
    named = [] if language in dict(settings.LANGUAGES) else [f"text={language}"]
    query = "&".join([f"on={on}"] * bool(on) + named)
    return localised(address, language) + (f"?{query}" if query else "")


def _day(day: datetime.date | None) -> int:
    return int(day.strftime("%Y%m%d")) if day else 0
