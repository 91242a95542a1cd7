# SPDX-License-Identifier: EUPL-1.2
"""The queue, and one report. What waits at the door is opened in memory to be put in order, and that is logged."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import Error
from django.db.models import QuerySet

from baken.bridge import replies
from baken.closed.access import reads as access
from baken.closed.access import rules as grounds
from baken.closed.access.admitting import admit, admit_to_write, note, note_list
from baken.closed.access.models import Agency, Dossier
from baken.closed.access.parts import OPENERS, Part, Role
from baken.closed.access.rules import Ground, Refused, Standing
from baken.closed.audit.acting import acting
from baken.closed.audit.actions import record
from baken.closed.audit.activities import Action, Activity
from baken.closed.intake import hatch, rules
from baken.closed.intake.hatch import Opened, Unreachable
from baken.closed.intake.models import Attachment, Decision, Letter, Link, Report
from baken.closed.intake.sameness.labels import SAME
from baken.closed.intake.sameness.reads import Said, said_of, same_as
from baken.closed.intake.scoring.reads import Scored, scorings
from baken.core.clock import now, today

SHOWN = 200  # undecided reports in a queue


@dataclass(frozen=True)
class Queue:
    """What waits to be taken, what waits to be decided on, and whether the hatch could be looked into."""

    waiting: list[Opened]
    taken: list[Report]
    more: frozenset[UUID]  # sources of taken reports to which something was added
    reachable: bool = True
    ours: bool = True  # whether the open door seals to our key
    takes: bool = True  # whether the acting user takes reports herself

    @property
    def mine(self) -> list[Report]:
        """Those that the acting user owns."""
        return [each for each in self.taken if each.owner_id == acting().user]


def takes_reports() -> bool:
    """Return whether the acting user does intake at a centre."""
    return Agency.objects.filter(pk__in=access.agencies_where(OPENERS), kind=Agency.Kind.CENTRE).exists()


def manages_reports() -> bool:
    """Return whether the acting user manages a centre, and so sees that no report is left lying."""
    return Agency.objects.filter(pk__in=access.agencies_where({Role.MANAGER}), kind=Agency.Kind.CENTRE).exists()


def queue() -> Queue:
    """Return the queue of the acting user's centre; raise Refused for who neither takes reports nor manages who does.

    What waits is opened for whoever may take it, and for nobody else.
    """
    takes = takes_reports()
    if not takes and not manages_reports():
        raise Refused("takes no reports")
    taken = list(Report.objects.filter(decision="").select_related("owner").order_by("due", "hour", "pk")[:SHOWN])
    try:
        ours, opened = hatch.is_ours(), hatch.waiting() if takes else []
    except Unreachable:
        _note_covers(taken)
        return Queue([], taken, frozenset(), reachable=False)
    kept = list(Report.objects.filter(source__in={each.report for each in opened}))
    _note_covers([*taken, *kept])
    here = {each.source for each in kept if each.source}
    fresh = [each for each in opened if each.report not in here]
    _note_waiting(fresh)
    fresh.sort(key=lambda each: (*rules.sorted_by_need(each.content or {}), each.hour))
    return Queue(fresh, taken, frozenset(here), ours=ours, takes=takes)


@dataclass(frozen=True)
class Day:
    """What today's page says of intake: how many wait for anybody and since when, and one's own reports."""

    waiting: int
    since: datetime | None
    mine: list[Report]
    reachable: bool = True
    takes: bool = True  # else she manages: what is past its day, with who owns it

    def __bool__(self) -> bool:
        """Whether there is anything to say."""
        return bool(self.waiting or self.mine or not self.reachable)


def my_day() -> Day | None:
    """Return what waits for the acting user's intake; for who manages it, what is past its day. Nothing is opened.

    None for whoever has nothing to do with it.
    """
    takes = takes_reports()
    if takes:
        mine = list(Report.objects.filter(decision="", owner=acting().user).order_by("due", "hour")[:SHOWN])
    elif manages_reports():
        mine = list(Report.objects.filter(decision="", due__lt=today()).order_by("due", "hour")[:SHOWN])
    else:
        return None
    try:
        waiting, reachable = hatch.waiting_since(), True
    except Unreachable:
        waiting, reachable = {}, False
    here = list(Report.objects.filter(source__in=waiting))
    _note_covers([*mine, *here])
    taken = {each.source for each in here}
    fresh = [since for report, since in waiting.items() if report not in taken]
    return Day(len(fresh), min(fresh, default=None), mine, reachable, takes)


def _note_covers(taken: list[Report]) -> None:
    """Log which reports the queue showed, whether or not she may read them."""
    for agency in sorted({each.agency_id for each in taken}):
        objects = sorted({each.dossier_id for each in taken if each.agency_id == agency})
        record(
            activity=Activity.LIST, action=Action.READ, kind="report", part=Part.COVER, objects=objects,
            dossier_agency=agency,
        )  # fmt: skip


def _note_waiting(fresh: list[Opened]) -> None:
    """Log what was opened of reports that have no dossier yet, by their keys in the hatch."""
    objects = sorted({each.report for each in fresh})
    if objects:
        record(activity=Activity.LIST, action=Action.READ, kind="waiting report", part=Part.NOTES, objects=objects)


@dataclass(frozen=True)
class Found:
    """A report with all that came in and went out."""

    dossier: Dossier
    report: Report
    letters: list[Letter]
    attachments: list[Attachment]
    decisions: list[Decision]
    scorings: list[Scored]
    same: list[Said]
    case: Dossier | None
    read: dict[UUID, Any]  # when each answer was read
    more: int  # letters that were added and wait
    may_write: bool

    @property
    def first(self) -> dict[str, Any]:
        """What was said first."""
        return next((each.content for each in self.letters if each.content.get("kind") in ("report", "call")), {})

    @property
    def steps(self) -> list[str]:
        """What is to be done, as knowledge at hand names it."""
        danger = ["danger"] if self.first.get("danger") == "yes" else []
        child = ["meldcode", "minor"] if self.first.get("age") == "minor" else []
        return [*danger, *child, "new-report", "intake-talk"]

    @property
    def is_mine_to_decide(self) -> bool:
        """Whether the acting user owns it, and it waits for her decision."""
        return self.may_write and not self.report.decision and self.report.owner_id == acting().user

    @property
    def is_overdue(self) -> bool:
        """Whether the day for the next step is past."""
        return not self.report.decision and self.report.due < today()


def report(dossier: UUID) -> Found:
    """Return a report; raise Refused without a ground for its notes, or for a dossier that is none."""
    standing, ground = admit(dossier, Part.NOTES, kind="report", objects=[dossier])
    row = Report.objects.select_related("dossier__agency", "owner").filter(dossier=dossier).first()
    if row is None:
        raise Refused("no report")
    letters = list(Letter.objects.filter(dossier=dossier).select_related("written_by").order_by("hour", "pk"))
    note(
        standing, Activity.READ, Action.READ, part=Part.NOTES, ground=ground, kind="letter",
        objects=[each.pk for each in letters],
    )  # fmt: skip
    link = Link.objects.filter(dossier=dossier).first()
    return Found(
        dossier=row.dossier,
        report=row,
        letters=letters,
        attachments=list(_attachments(dossier).defer("original", "stripped")),
        decisions=list(Decision.objects.filter(dossier=dossier).select_related("decided_by").order_by("decided_at")),
        scorings=scorings(standing, ground),
        same=_same(standing, ground),
        case=access.dossiers().filter(pk=link.case_id).first() if link else None,
        read=_read([each.pk for each in letters if each.written_by_id]),
        more=_more(row.source),
        may_write=grounds.ground_to_write(standing, Part.NOTES) is not None and _does_intake(standing),
    )


def _same(standing: Standing, ground: Ground) -> list[Said]:
    """Return what a report is said to be about the same person as, and log of what numbers were shown."""
    found = [each for each in said_of(standing.dossier) if each.verdict.verdict == SAME]
    if found:
        objects = [each.cover.dossier for each in found]
        note(standing, Activity.READ, Action.READ, part=Part.COVER, ground=ground, kind="verdict", objects=objects)
    return found


def _does_intake(standing: Standing) -> bool:
    return standing.agency in access.agencies_where(OPENERS)


def _attachments(dossier: UUID) -> QuerySet[Attachment]:
    return Attachment.objects.filter(dossier=dossier).order_by("hour", "pk")


def to_decide(dossier: UUID) -> Report:
    """Return a report that waits for a decision; raise Refused for whoever does not decide on it, or once it is."""
    standing, ground = admit_to_write(dossier, Part.NOTES)
    row = Report.objects.select_related("dossier").filter(dossier=dossier, decision="").first()
    if row is None or not _does_intake(standing):
        raise Refused("no report that waits for a decision")
    note(standing, Activity.READ, Action.READ, part=Part.COVER, ground=ground, kind="report", objects=[row.pk])
    return row


def my_cases() -> list[Dossier]:
    """Return the open files on whose team the acting user is, to link a report to."""
    found = list(access.my_open_dossiers().filter(kind=Dossier.Kind.CASE)[:SHOWN])
    note_list("dossier", found)
    return found


def proposed_case(dossier: UUID, cases: list[Dossier]) -> Dossier | None:
    """Return which of these files a report is said to belong to: itself, or by a report that was linked to it."""
    same = same_as([dossier])
    same |= set(Link.objects.filter(dossier__in=same).values_list("case", flat=True))
    return next((each for each in cases if each.pk in same), None)


def _read(answers: list[UUID]) -> dict[UUID, Any]:
    try:
        return replies.read_hours(answers) if answers else {}
    except Error:
        return {}


def _more(source: UUID | None) -> int:
    try:
        return hatch.count_of(source) if source else 0
    except Unreachable:
        return 0


def attachment(dossier: UUID, key: UUID) -> Attachment:
    """Return a file of a report; raise Refused without a ground or where there is none."""
    admit(dossier, Part.NOTES, activity=Activity.EXPORT, kind="attachment", objects=[key])
    found = _attachments(dossier).filter(pk=key).first()
    if found is None:
        raise Refused("no such file")
    return found


def reports_of(case: UUID) -> list[Dossier]:
    """Return the reports about the person of a file, as far as the acting user may see their covers."""
    admit(case, Part.NOTES, kind="link")
    found = list(access.dossiers().filter(pk__in=Link.objects.filter(case=case).values("dossier")))
    note_list("report", found)
    return found


def to_join(case: UUID) -> list[Report]:
    """Return the reports that wait for a decision and are said to be about the person of a file, by its reports too."""
    admit(case, Part.NOTES, kind="verdict")
    linked = Link.objects.filter(case=case).values_list("dossier", flat=True)
    waiting = Report.objects.filter(dossier__in=same_as([case, *linked]), decision="").select_related("owner")
    found = list(waiting.order_by("due", "hour", "pk"))
    _note_covers(found)
    return found


def hours_since(moment: datetime) -> int:
    """Return how many whole hours ago something was."""
    return int((now() - moment).total_seconds() // 3600)
