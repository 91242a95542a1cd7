# SPDX-License-Identifier: EUPL-1.2
"""Questions about sources: what stands where, how it read on a day, what it was called before."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Count, F, Q, QuerySet

from baken.open.sources import lineage
from baken.open.sources.models import Entry, Expression, Kind, Provision, Reference, Renumbering, Work


def works(kind: str = "") -> QuerySet[Work]:
    """Return the works of a kind (all without one), by title."""
    found = Work.objects.order_by("title", "id")
    return found.filter(kind=kind) if kind else found


def count_by_kind() -> list[tuple[str, str, int]]:
    """Return `(code, label, number of works)` for each kind of source there is."""
    counts = dict(Work.objects.values_list("kind").annotate(Count("pk")).order_by())
    return [(kind.value, str(kind.label), counts[kind]) for kind in Kind if kind in counts]


def find(scheme: str, rest: str) -> tuple[Work, str] | None:
    """Return the work and the path within it that an address names, or None.

    An identifier may itself hold slashes (a DOI does), so the longest one that exists wins.
    """
    if "\0" in rest:
        return None
    parts = rest.strip("/").split("/")
    prefixes = ["/".join(parts[: n + 1]) for n in range(len(parts))]
    found = Work.objects.filter(scheme=scheme, identifier__in=prefixes)
    work = max(found, key=lambda each: len(each.identifier), default=None)
    return (work, rest.strip("/")[len(work.identifier) :].strip("/")) if work else None


def provision(work: Work, path: str) -> Provision | None:
    """Return a part of a work by its path, whether or not it is in force."""
    return work.provisions.filter(path=path).first()


def references(work: Work, most: int = 200) -> QuerySet[Reference]:
    """Return what a work names: formal relations first by kind, then provisions."""
    return work.references.order_by("relation", "target", "target_path")[:most]


def languages(work: Work) -> list[str]:
    """Return the languages in which a work's text is here, the authentic ones first."""
    rows = work.expressions.order_by("-authentic", "language").values_list("language", flat=True)
    return list(dict.fromkeys(rows))


def expressions(work: Work, language: str) -> list[Expression]:
    """Return a work's expressions in a language, oldest first; an undated one stands in front."""
    return list(work.expressions.filter(language=language).order_by(F("in_force_from").asc(nulls_first=True)))


def expression_on(work: Work, language: str, on: datetime.date) -> Expression | None:
    """Return the text as it stood on a day; where no file tells a date, the undated text."""
    dated = work.expressions.filter(language=language, in_force_from__lte=on)
    current = dated.filter(Q(in_force_to=None) | Q(in_force_to__gt=on)).order_by("-in_force_from").first()
    return current or work.expressions.filter(language=language, in_force_from=None).first()


def contents(expression: Expression) -> QuerySet[Entry]:
    """Return an expression's table of contents, without the texts."""
    return (
        expression.entries.select_related("provision", "wording")
        .defer("wording__html", "wording__text")
        .order_by("position")
    )


def entry(expression: Expression, path: str) -> Entry | None:
    """Return a provision as it stands in an expression."""
    return expression.entries.select_related("provision", "wording").filter(provision__path=path).first()


def inside(place: Entry) -> list[Entry]:
    """Return what a provision contains, in order: everything deeper, up to its next equal."""
    after = place.expression.entries.filter(position__gt=place.position)
    stop = after.filter(depth__lte=place.depth).order_by("position").values_list("position", flat=True).first()
    return list(
        (after.filter(position__lt=stop) if stop else after).select_related("provision", "wording").order_by("position")
    )


def above(place: Entry) -> list[Entry]:
    """Return the containers of a provision, outermost first."""
    before = contents(place.expression).filter(position__lt=place.position, depth__lt=place.depth)
    nearest: dict[int, Entry] = {}
    for container in before:
        nearest = {depth: kept for depth, kept in nearest.items() if depth < container.depth}
        nearest[container.depth] = container
    return [nearest[depth] for depth in sorted(nearest)]


def beside(place: Entry) -> tuple[Entry | None, Entry | None]:
    """Return the provisions with text before and after this one, for reading on."""
    with_text = contents(place.expression).exclude(wording__text="")
    return (
        with_text.filter(position__lt=place.position).order_by("-position").first(),
        with_text.filter(position__gt=place.position).first(),
    )


@dataclass(frozen=True)
class Period:
    """A stretch of days through which a provision kept one wording; ``until`` None: as far as we know, still."""

    since: datetime.date
    until: datetime.date | None
    digest: str


def history(provision: Provision, language: str) -> list[Period]:
    """Return how a provision's wording changed, oldest first, to the day each was first seen.

    Two states of the same wording make one period; a state in which it is absent ends it.
    """
    states = provision.work.expressions.filter(language=language).exclude(in_force_from=None)
    seen = dict(provision.entries.filter(expression__in=states).values_list("expression_id", "wording__digest"))
    return list(_periods([(state, seen.get(state.pk)) for state in states.order_by("in_force_from")]))


def _periods(states: list[tuple[Expression, str | None]]) -> Iterable[Period]:
    runs = [list(run) for _, run in groupby(states, key=lambda state: state[1])]
    for run, following in zip(runs, [*runs[1:], None], strict=True):
        since, digest = run[0][0].in_force_from, run[0][1]
        if digest and since:
            until = following[0][0].in_force_from if following else run[-1][0].in_force_to
            yield Period(since, until, digest)


def line(provision: Provision) -> list[Provision]:
    """Return a provision's earlier selves, itself and its later selves: 250a, 273a, 273f."""
    rows = Renumbering.objects.filter(earlier__work_id=provision.work_id).select_related("earlier", "later")
    steps = [lineage.Step(row.earlier.path, row.later.path, row.on, row.likeness) for row in rows]
    named = {each.path: each for row in rows for each in (row.earlier, row.later)} | {provision.path: provision}
    return [named[path] for path in lineage.line(steps, provision.path)]


def citing_works(work: Work, path: str = "") -> QuerySet[Reference]:
    """Return the sources that name this one (or this provision of it)."""
    found = Reference.objects.filter(target=work.key).select_related("work").order_by("-work__issued", "work__title")
    return found.filter(target_path=path) if path else found
