# SPDX-License-Identifier: EUPL-1.2
"""Every write of intake: taking, answering, deciding. Each asks `access`, changes and logs in one transaction."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from baken.bridge import replies, reports
from baken.bridge.reports import this_hour
from baken.closed.access import reads as access
from baken.closed.access.actions import me, open_dossier
from baken.closed.access.admitting import admit_to_write, note
from baken.closed.access.models import Agency, Dossier
from baken.closed.access.parts import OPENERS, Part
from baken.closed.access.rules import Ground, Refused, Standing
from baken.closed.audit.activities import Action, Activity
from baken.closed.intake import hatch, rules
from baken.closed.intake.hatch import Opened
from baken.closed.intake.labels import STEPS
from baken.closed.intake.models import Attachment, Decision, Letter, Link, Report
from baken.closed.intake.sameness.marking import mark
from baken.core.clock import today


@transaction.atomic
def take(*, source: UUID) -> Report:
    """Take a report that waits: whoever takes it owns it, and decides by a day. Raise Refused where none waits.

    It leaves the hatch once it is kept here; died between the two, it is there and here, and is not shown twice.
    """
    waiting = hatch.of_report(source)
    first = next((each for each in waiting if (each.content or {}).get("kind") == "report"), None)
    if not waiting or Report.objects.filter(source=source).exists():
        raise Refused("no such report waits")
    said = (first.content if first else None) or {}
    made = _open(channel="web", hour=waiting[0].hour, source=source, said=said)
    _keep(made, waiting, first=first.letter if first else None)
    return made


@transaction.atomic
def record_call(*, content: dict[str, Any]) -> Report:
    """Write down a report that was made by telephone; who writes it down owns it."""
    made = _open(channel="telephone", hour=this_hour(), source=None, said=content)
    said = {"kind": "call", **content}
    Letter(dossier_id=made.dossier_id, content=said, hour=this_hour(), written_by_id=me()).save(force_insert=True)
    mark(dossier=made.dossier_id, agency=made.agency_id, contents=[said])
    return made


def _open(*, channel: str, hour: Any, source: UUID | None, said: dict[str, Any]) -> Report:
    dossier = open_dossier(agency=centre(), kind=Dossier.Kind.REPORT)
    standing, ground = admit_to_write(dossier.pk, Part.NOTES)
    made = Report(dossier=dossier, agency_id=dossier.agency_id, number=dossier.number, source=source)
    made.channel, made.hour, made.owner_id, made.due = channel, hour, me(), rules.due(said, today())
    made.reply_key = said.get("public")
    made.save(force_insert=True)
    note(standing, Activity.CREATE, Action.CREATE, part=Part.NOTES, ground=ground, kind="report", objects=[made.pk])
    return made


def centre() -> UUID:
    """Return the centre at which the acting user takes reports; raise Refused where there is none."""
    found = Agency.objects.filter(pk__in=access.agencies_where(OPENERS), kind=Agency.Kind.CENTRE).first()
    if found is None:
        raise Refused("takes no reports")
    return found.pk


@transaction.atomic
def take_more(*, dossier: UUID) -> int:
    """Take what a reporter added to a report that is here; return how many letters came."""
    standing, ground = admitted(dossier)
    row = _report(dossier)
    waiting = hatch.of_report(row.source) if row.source else []
    _keep(row, waiting)
    objects = [each.letter for each in waiting]
    note(standing, Activity.CREATE, Action.CREATE, part=Part.NOTES, ground=ground, kind="letter", objects=objects)
    return len(waiting)


def _keep(report: Report, waiting: Sequence[Opened], *, first: UUID | None = None) -> None:
    """Store opened letters under the dossier's key and let them leave the hatch when that is committed.

    What is kept already, because it could not leave the last time, is not kept twice. One letter is the report;
    whatever else calls itself one is an addition.
    """
    ids = {each.letter for each in waiting}
    kept = {*_ids(Letter, ids), *_ids(Attachment, ids)}
    for each in waiting:
        if each.letter not in kept:
            _store(report.dossier_id, each, is_first=each.letter == first)
    mark(dossier=report.dossier_id, agency=report.agency_id, contents=[each.content or {} for each in waiting])
    if waiting:
        transaction.on_commit(lambda: reports.remove(ids, report=waiting[0].report), robust=True)


def _ids(model: type[Letter] | type[Attachment], ids: set[UUID]) -> Iterable[UUID]:
    return model.objects.filter(pk__in=ids).values_list("pk", flat=True)


def _store(dossier: UUID, each: Opened, *, is_first: bool) -> None:
    content = each.content or {"kind": "unreadable"}
    if content["kind"] == "file":
        kept = {"name": content["name"], "kind": content["type"]}
        kept |= {"original": content["original"], "stripped": content["clean"]}
        Attachment(id=each.letter, dossier_id=dossier, hour=each.hour, **kept).save(force_insert=True)
    else:
        said = {name: value for name, value in content.items() if name != "public"}
        if content["kind"] == "report" and not is_first:
            said["kind"] = "addition"
        Letter(id=each.letter, dossier_id=dossier, content=said, hour=each.hour).save(force_insert=True)


@transaction.atomic
def answer(*, dossier: UUID, text: str) -> Letter:
    """Answer the reporter, whose receipt alone opens it; raise NoReceipt where nobody could read it any more."""
    standing, ground = admitted(dossier)
    row = _report(dossier)
    if row.source is None or row.reply_key is None:
        raise Refused("was not reported by the form")
    made = Letter(id=uuid4(), dossier_id=dossier, content={"kind": "answer", "words": text}, hour=this_hour())
    made.written_by_id = me()
    made.save(force_insert=True)
    note(standing, Activity.SHARE, Action.CREATE, part=Part.NOTES, ground=ground, kind="answer", objects=[made.pk])
    # Last, for it cannot be taken back: what fails before leaves nothing sent.
    replies.send(report=row.source, reply=made.pk, text=text, to=bytes(row.reply_key))
    return made


@transaction.atomic
def plan_step(*, dossier: UUID, step: str, due: date) -> None:
    """Say what comes next, and by when, while nobody has decided for good."""
    standing, ground = admitted(dossier)
    row = undecided(dossier)
    if step not in dict(STEPS):
        raise Refused("no such step")
    row.step, row.due = step, due
    row.save(update_fields=["step", "due"])
    note(standing, Activity.UPDATE, Action.UPDATE, part=Part.NOTES, ground=ground, kind="report", objects=[row.pk])


@transaction.atomic
def decide(*, dossier: UUID, decision: str, words: str, reason: str = "") -> None:
    """End the intake without a file: advised, referred, or closed for a reason; once, and for the report alone."""
    if decision not in rules.WITHOUT_FILE or (decision == "close") != bool(reason):
        raise Refused("no such decision, or closed without a reason")
    _ended(Decision(dossier_id=dossier, decision=decision, reason=reason, words=words))


@transaction.atomic
def open_case(*, dossier: UUID, words: str) -> Dossier:
    """Open a file for the person whom a report is about, and link the two."""
    case = open_dossier(agency=centre())
    _ended(Decision(dossier_id=dossier, decision="open_case", words=words))
    _link(dossier, case.pk)
    return case


@transaction.atomic
def link(*, dossier: UUID, case: UUID, words: str) -> None:
    """Say that a report is about the person of a file that is there; the acting user is on both teams."""
    admit_to_write(case, Part.NOTES)
    if case == dossier or access.dossiers().get(pk=case).kind == Dossier.Kind.REPORT:
        raise Refused("a report belongs to a file")
    _ended(Decision(dossier_id=dossier, decision="link", words=words))
    _link(dossier, case)


def _link(dossier: UUID, case: UUID) -> None:
    standing, ground = admit_to_write(dossier, Part.NOTES)
    made = Link(dossier_id=dossier, case_id=case, linked_by_id=me())
    made.save(force_insert=True)
    note(standing, Activity.MERGE, Action.CREATE, part=Part.NOTES, ground=ground, kind="link", objects=[made.pk, case])


def _ended(made: Decision) -> None:
    standing, ground = admitted(made.dossier_id)
    row = undecided(made.dossier_id)
    made.decided_by_id, made.words = me(), made.words.strip()
    made.full_clean(exclude=["dossier", "decided_by"])
    made.save(force_insert=True)
    row.decision, row.decided_at = made.decision, made.decided_at
    row.save(update_fields=["decision", "decided_at"])
    # Nobody has the next step in it any more.
    Dossier.objects.filter(pk=made.dossier_id).update(closed_at=made.decided_at)
    note(standing, Activity.UPDATE, Action.UPDATE, part=Part.NOTES, ground=ground, kind="decision", objects=[made.pk])


def admitted(dossier: UUID) -> tuple[Standing, Ground]:
    """Let who does intake at the agency write on a report; others on its team read it and write notes."""
    standing, ground = admit_to_write(dossier, Part.NOTES)
    if standing.agency not in access.agencies_where(OPENERS):
        raise Refused("does no intake here")
    return standing, ground


def undecided(dossier: UUID) -> Report:
    """Return a report that waits for a decision, for this transaction alone; raise Refused for any other."""
    row = Report.objects.select_for_update(of=("self",)).filter(dossier=dossier, decision="").first()
    if row is None:
        raise Refused("no report that waits for a decision")
    return row


def _report(dossier: UUID) -> Report:
    row = Report.objects.filter(dossier=dossier).first()
    if row is None:
        raise Refused("no report")
    return row
