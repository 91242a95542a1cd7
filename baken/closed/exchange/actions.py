# SPDX-License-Identifier: EUPL-1.2
"""Opening files from records of another system: through the actions of each part, as the worker who brings them in."""

from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from baken.closed.access.actions import me, open_dossier
from baken.closed.access.parts import Part
from baken.closed.audit.actions import record as log
from baken.closed.audit.activities import Action, Activity
from baken.closed.casework.actions import add_note, write_contact, write_identity
from baken.closed.casework.arriving.actions import write_arrival
from baken.closed.casework.models import SENDER
from baken.closed.casework.status.actions import write_assertion
from baken.closed.exchange.known import check_opens, reference
from baken.closed.exchange.taking.cases import Case
from baken.closed.plan.actions import add_task, set_goal
from baken.closed.plan.closing import close, still_open
from baken.closed.trafficking.actions import write_account, write_assessment, write_event
from baken.core.clock import today
from baken.standards.htcds.records import Record

ENDED = ("cas_Status", "cas_ReasonForCaseClosure")


class Brought(NamedTuple):
    """A file that was opened, and whether it stays open though it was closed elsewhere."""

    dossier: UUID
    stays_open: bool


@transaction.atomic
def begin(*, agency: UUID, batch: UUID, records: int, suffix: str) -> None:
    """Log that a batch begins, from a file of which format, with how many records that are new; raise Refused."""
    check_opens(agency)
    facts = {"batch": str(batch), "records": str(records), "format": suffix.removeprefix(".")}
    log(activity=Activity.CREATE, action=Action.CREATE, kind="htcds", dossier_agency=agency, facts=facts)


@transaction.atomic
def bring(*, agency: UUID, batch: UUID, number: int, record: Record, case: Case) -> Brought:
    """Open a file from a record that stood in a row, whole; raise IntegrityError for one that is a file already.

    What has ended elsewhere is closed, unless something stands in the way: that is for somebody to see. Raises Refused
    for who opens no files there, and ValidationError where a part of it cannot be.
    """
    dossier = open_dossier(agency=agency).pk
    by = reference(agency, record)
    write_arrival(dossier=dossier, batch=batch, number=number, reference=by, kept=case.kept)
    if case.identity:
        write_identity(dossier=dossier, **case.identity)
    if case.contact:
        write_contact(dossier=dossier, **case.contact)
    _tell(dossier, case)
    _plan(dossier, case)
    obstacles = still_open(dossier) if case.ending else []
    ended = [f"{name}: {record[name]}" for name in ENDED if record.get(name)] if obstacles else []
    _note(dossier, [*case.words, *ended, *obstacles])
    _note(dossier, case.sent, SENDER)
    if case.ending and not obstacles:
        # Nobody here has seen what goes on elsewhere; what the other system says has ended, has.
        close(dossier=dossier, outcome=case.ending.outcome, words=case.ending.words, seen=True)
    return Brought(dossier, stays_open=bool(obstacles))


def _tell(dossier: UUID, case: Case) -> None:
    """Write down what was told."""
    if case.assertion:
        source = _("a record of another system (HTCDS), which does not tell the day")
        write_assertion(dossier=dossier, on=today(), source=source, **case.assertion)
    if case.account:
        write_account(dossier=dossier, **case.account)
    if case.event:
        write_event(dossier=dossier, **case.event)
    if case.assessment:
        write_assessment(dossier=dossier, **case.assessment)


def _plan(dossier: UUID, case: Case) -> None:
    goal = set_goal(dossier=dossier, **case.goal).pk if case.goal else None
    if case.task:
        add_task(dossier=dossier, owner=me(), goal=goal, **case.task)


def _note(dossier: UUID, words: list[str], kind: str = "note") -> None:
    if words:
        said = _("From a record of another system (HTCDS): what has no place of its own here, by the standard's names.")
        if kind == SENDER:
            said = _("From a record of another system (HTCDS): who sent her on, by the standard's names.")
        add_note(dossier=dossier, part=Part.NOTES, kind=kind, text="\n".join([said, "", *words]))
