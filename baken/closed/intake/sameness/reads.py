# SPDX-License-Identifier: EUPL-1.2
"""Who is known already: what other dossiers of the agency have in common with a report. Looking is logged as a search.

By the blind index of a number every open dossier of the agency is found, its number and no more. By name, birth date
and nationality only what the acting user may read is compared, in memory.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q
from django.utils.timezone import make_aware

from baken.closed.access import reads as access
from baken.closed.access.admitting import admit_to_write
from baken.closed.access.models import Dossier
from baken.closed.access.parts import OPENERS, Part
from baken.closed.access.rules import Refused
from baken.closed.audit.actions import record
from baken.closed.audit.activities import Action, Activity
from baken.closed.casework.models import Contact, Identity
from baken.closed.intake.models import Letter, Report
from baken.closed.intake.sameness import rules
from baken.closed.intake.sameness.labels import DIFFERENT, SAME
from baken.closed.intake.sameness.marking import marks_of
from baken.closed.intake.sameness.models import Verdict
from baken.closed.intake.sameness.rules import Likeness, Person
from baken.closed.vault.blind import blind_index
from baken.closed.vault.reads import dossier_keys
from baken.core.clock import today

MOST_FILES = 500


@dataclass(frozen=True)
class Cover:
    """What whoever does intake may know of any dossier of her agency."""

    dossier: UUID
    agency: UUID
    number: str
    kind: str
    closed_at: datetime | None

    @property
    def is_report(self) -> bool:
        """Whether it is a report, and not a file."""
        return self.kind == Dossier.Kind.REPORT


@dataclass(frozen=True)
class Found:
    """Another dossier, why it may be about the same person, and whether she may read it."""

    cover: Cover
    likeness: Likeness
    may_read: bool


@dataclass(frozen=True)
class Said:
    """Another dossier, and what was said of it last."""

    cover: Cover
    verdict: Verdict


@dataclass(frozen=True)
class Likenesses:
    """What may be the same, what was said to be and not to be; by what was compared, with how many."""

    report: Report
    person: Person
    found: list[Found]
    same: list[Said]
    different: list[Said]
    compared: int
    more: bool


def likenesses(dossier: UUID) -> Likenesses:
    """Return what other dossiers have in common with a report; raise Refused for who does not decide on it."""
    standing, _ground = admit_to_write(dossier, Part.NOTES)
    report = Report.objects.filter(dossier=dossier).select_related("dossier").first()
    if report is None or standing.agency not in access.agencies_where(OPENERS):
        raise Refused("no report of hers")
    files = _readable(report)
    people = _people([dossier, *files[:MOST_FILES]], report.agency_id)
    person = people.pop(dossier, Person())
    said = said_of(dossier)
    judged = {each.cover.dossier for each in said}
    near = {key: rules.compare(person, each) for key, each in people.items()}
    near |= {key: rules.by_number(near.get(key)) for key in with_numbers(person.marks) - {dossier}}
    shown = {key: each for key, each in near.items() if each.is_enough and key not in judged}
    found = [Found(each, shown[each.dossier], each.dossier in people) for each in covers(shown) if _counts(each)]
    found.sort(key=lambda each: (-each.likeness.weight, each.cover.number))
    _noted(report, person, len(people), found, said)
    same = [each for each in said if each.verdict.verdict == SAME]
    different = [each for each in said if each.verdict.verdict == DIFFERENT]
    return Likenesses(report, person, found, same, different, len(people), len(files) > MOST_FILES)


def _since() -> datetime:
    return make_aware(datetime.combine(rules.decided_since(today()), time.min))


def _counts(cover: Cover) -> bool:
    """Return whether a dossier is open, or a report that was decided on lately."""
    return cover.closed_at is None or (cover.is_report and cover.closed_at >= _since())


def _readable(report: Report) -> list[UUID]:
    """Return the dossiers of the agency to compare with whose covers the acting user sees, newest first."""
    lately = Q(closed_at=None) | Q(kind=Dossier.Kind.REPORT, closed_at__gte=_since())
    found = access.dossiers().filter(lately, agency=report.agency_id).exclude(pk=report.dossier_id)
    return list(found.values_list("pk", flat=True)[: MOST_FILES + 1])


def _people(dossiers: Iterable[UUID], agency: UUID) -> dict[UUID, Person]:
    """Return who these dossiers are about, as far as the acting user may read that."""
    keys = dossier_keys(dossiers)  # one that is just being erased has none any more
    identities = {each.dossier_id: each for each in Identity.objects.filter(dossier__among=keys)}
    contents: dict[UUID, list[dict[str, Any]]] = {}
    for letter in Letter.objects.filter(dossier__among=keys).order_by("hour", "pk"):
        contents.setdefault(letter.dossier_id, []).append(letter.content)
    phones = {each.dossier_id: each.phone for each in Contact.objects.filter(dossier__among=keys)}
    found = {}
    for key in (key for key in keys if key in identities or key in contents or key in phones):
        own = _own(agency, phones.get(key, ""), identities.get(key))
        marks = marks_of(agency, contents.get(key, ())) | own
        found[key] = _person(identities.get(key), contents.get(key, []), marks)
    return found


def _own(agency: UUID, phone: str, identity: Identity | None) -> frozenset[bytes]:
    """Return the blind indexes of what stands on her cards: her telephone and the number of her document."""
    document = identity.document_number if identity else ""
    told = (blind_index(agency, "phone", phone), blind_index(agency, "document", document))
    return frozenset(filter(None, told))


def _person(identity: Identity | None, contents: list[dict[str, Any]], marks: frozenset[bytes]) -> Person:
    """Return who it is: as was written down, else as she said it who reported about herself."""
    own = next((each["name"] for each in contents if each.get("who") == "self" and each.get("name")), "")
    if identity is None:
        return Person(name=own, marks=marks)
    return Person(identity.name or own, identity.born, identity.nationality, marks)


def with_numbers(marks: frozenset[bytes]) -> set[UUID]:
    """Return the dossiers at which a number of these stands, whether or not the acting user may read them."""
    return {row[0] for row in _asked("SELECT intake_same_number(%s)", sorted(marks))} if marks else set()


def covers(dossiers: Iterable[UUID]) -> list[Cover]:
    """Return the covers of dossiers of the agencies at which the acting user does intake; of no others."""
    asked = list(dossiers)
    question = "SELECT dossier, agency, number, kind, closed FROM intake_covers(%s)"
    return [Cover(*row) for row in _asked(question, asked)] if asked else []


def _asked(question: str, words: list[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(question, [words])
        return list(cursor.fetchall())


def last_of(dossier: UUID) -> dict[UUID, Verdict]:
    """Return what was said last of a report and each other dossier, from whichever side it was said."""
    rows = Verdict.objects.filter(Q(dossier=dossier) | Q(other=dossier)).select_related("judged_by")
    return {_counterpart(each, dossier): each for each in rows.order_by("judged_at", "pk")}


def _counterpart(row: Verdict, dossier: UUID) -> UUID:
    return row.other_id if row.dossier_id == dossier else row.dossier_id


def said_of(dossier: UUID) -> list[Said]:
    """Return what stands of a report and others, by number; what was taken back says nothing any more."""
    last = last_of(dossier)
    found = (Said(each, last[each.dossier]) for each in covers(last))
    return sorted((each for each in found if each.verdict.verdict in (SAME, DIFFERENT)), key=_number)


def _number(said: Said) -> str:
    return said.cover.number


def same_as(dossiers: Iterable[UUID]) -> set[UUID]:
    """Return the dossiers that are said to be about the same person as any of these."""
    asked = set(dossiers)
    rows = {pair for each in asked for pair in last_of(each).items()}
    return {other for other, row in rows if row.verdict == SAME} - asked


def _noted(report: Report, person: Person, compared: int, found: list[Found], said: list[Said]) -> None:
    """Log the search: for which report, by what, with how many files, by how many numbers, and which were shown."""
    record(
        activity=Activity.SEARCH,
        action=Action.READ,
        kind="likeness",
        objects=[*(each.cover.dossier for each in found), *(each.cover.dossier for each in said)],
        dossier=report.dossier_id,
        dossier_agency=report.agency_id,
        facts={"files": str(compared), "numbers": str(len(person.marks)), "by": ",".join(person.known)},
    )
