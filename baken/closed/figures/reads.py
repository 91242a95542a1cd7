# SPDX-License-Identifier: EUPL-1.2
"""What is counted, shared and released. Every count is logged: along what, over which period, never what came out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from baken.closed.access import reads as access
from baken.closed.access.actions import me
from baken.closed.access.parts import OVERSEERS, Role
from baken.closed.access.rules import Refused
from baken.closed.audit.actions import record
from baken.closed.audit.activities import Action, Activity
from baken.closed.figures import rules
from baken.closed.figures.models import Question, Release
from baken.closed.figures.units.counting import Asked, tables
from baken.closed.figures.units.fetching import Scope
from baken.tabulation.carrying import unpacked
from baken.tabulation.shapes import Estimate, Table, Words


def roles_at(agency: UUID) -> frozenset[Role]:
    """Return the acting user's roles at an agency."""
    return access.my_roles().get(agency, frozenset())


def my_agency() -> UUID:
    """Return the agency whose figures the acting user makes, else releases, else sees; raise Refused without a post."""
    found = [*access.agencies_where({Role.ANALYST}), *access.agencies_where(OVERSEERS), *access.my_roles()]
    if not found:
        raise Refused("has no post")
    return found[0]


def count(agency: UUID, asked: Asked, title: Words) -> Table:
    """Return a table counted now, with nothing hidden, for an analyst of the agency; raise Refused."""
    return count_all(agency, [(asked, title)])[0]


def count_all(agency: UUID, several: Sequence[tuple[Asked, Words]]) -> list[Table]:
    """Return several tables about one unit and one period, counted now and each logged; raise Refused."""
    rules.check_can_count(roles_at(agency))
    for asked, _title in several:
        _log(agency, asked)
    first = several[0][0]
    along = frozenset(name for asked, _title in several for name in (*asked.dimensions, *asked.where))
    return tables(Scope(agency, first.first, first.last, along), first.unit, several)


def _log(agency: UUID, asked: Asked) -> None:
    period = {"first": asked.first.isoformat(), "last": asked.last.isoformat()}
    only = [f"{name}={code}" for name, codes in asked.where.items() for code in codes]
    record(
        activity=Activity.COUNT, action=Action.READ, kind=asked.unit, objects=[*asked.dimensions, *only],
        dossier_agency=agency, facts=period,
    )  # fmt: skip


def count_question(question: Question) -> Table:
    """Return what a saved question comes to now."""
    return count(question.agency_id, asked_by(question), title_of(question))


def seen(question: Question) -> Table | None:
    """Return what the acting user sees of a question: an analyst what it comes to now, others what is shared of it."""
    if Role.ANALYST in roles_at(question.agency_id):
        return count_question(question)
    shown = shown_of(question)
    return shown.table if shown else None


def asked_by(question: Question) -> Asked:
    """Return what a saved question asks."""
    where = {name: tuple(codes) for name, codes in question.where.items()}
    return Asked(question.unit, tuple(question.dimensions), question.first, question.last, where)


def title_of(question: Question) -> Words:
    """Return what a question is called."""
    return Words(question.title_nl, question.title_en)


@dataclass(frozen=True)
class Shown:
    """A question that colleagues see, with its table as it was counted when it was shared."""

    question: Question
    table: Table


def questions(agency: UUID) -> QuerySet[Question]:
    """Return the questions of an agency that the acting user may see, newest first."""
    return Question.objects.filter(agency=agency, ended_at=None).select_related("made_by").order_by("-made_at")


def shared(agency: UUID) -> list[Shown]:
    """Return the questions that are shared, with their tables."""
    return [shown for each in questions(agency).exclude(shown=None) if (shown := shown_of(each))]


def shown_of(question: Question) -> Shown | None:
    """Return what colleagues see of a question, None while it is not shared."""
    found = unpacked(question.shown) if question.shown else None
    return Shown(question, found) if isinstance(found, Table) else None


def question(key: UUID) -> Question:
    """Return a question that the acting user may see; raise Refused."""
    found = Question.objects.filter(pk=key, ended_at=None).select_related("made_by").first()
    if found is None:
        raise Refused("no such question")
    return found


def releases(agency: UUID) -> QuerySet[Release]:
    """Return what was asked to be released at an agency, newest first; empty for whoever does not oversee or count."""
    found = Release.objects.filter(agency=agency).select_related("made_by", "decided_by", "withdrawal__by")
    return found.order_by("-made_at")


def to_decide() -> QuerySet[Release]:
    """Return the releases on which the acting user may decide, at every agency that she oversees, oldest first."""
    found = Release.objects.filter(agency__in=access.agencies_where(OVERSEERS), decided_at=None).exclude(made_by=me())
    return found.select_related("made_by", "question").order_by("made_at")


def release(key: UUID) -> Release:
    """Return a release that the acting user may see; raise Refused."""
    found = Release.objects.filter(pk=key).select_related("made_by", "decided_by", "withdrawal__by", "question").first()
    if found is None:
        raise Refused("no such release")
    return found


def published(agency: UUID) -> list[Table]:
    """Return every table that was ever released: who reads the next one may have kept it, withdrawn or not."""
    return _tables(Release.objects.filter(agency=agency, approved=True).order_by("decided_at"), "figure")


def asked_for(agency: UUID) -> list[Table]:
    """Return every table that was asked to be released: who decided on it, either way, has seen it."""
    return _tables(Release.objects.filter(agency=agency).order_by("made_at"), "figure")


def estimates_asked_for(agency: UUID) -> list[Estimate]:
    """Return every estimate that was asked to be released, decided either way or waiting."""
    figures = map(unpacked, Release.objects.filter(agency=agency, question=None).values_list("figure", flat=True))
    return [each for each in figures if isinstance(each, Estimate)]


def known_inside(agency: UUID) -> list[Table]:
    """Return every table that a colleague can have seen: shared ever, or asked to be released."""
    shared_ever = Question.objects.filter(agency=agency).exclude(shown=None).order_by("shown_at")
    return [*_tables(shared_ever, "shown"), *asked_for(agency)]


def _tables(rows: QuerySet[Any], field: str) -> list[Table]:
    figures = (unpacked(each) for each in rows.values_list(field, flat=True))
    return [each for each in figures if isinstance(each, Table)]
