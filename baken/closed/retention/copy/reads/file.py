# SPDX-License-Identifier: EUPL-1.2
"""The copy that a person may have of her file (art. 15 AVG): everything in it but where she hides.

Of colleagues it tells the role and never the name. Each part is asked of `access` and logged as an export.
"""

from uuid import UUID

from baken.closed.access import reads as access
from baken.closed.access.models import Dossier
from baken.closed.access.parts import Part
from baken.closed.retention import reads, rights, rules
from baken.closed.retention.copy.reads import (
    children,
    contact,
    documents,
    law,
    living,
    notes,
    person,
    plan,
    registration,
    report,
    shelter,
    team,
    trafficking,
)
from baken.closed.retention.copy.reads.admitting import Copy, admitted, day, moment
from baken.core.clock import now, today

FORM = "baken/file-copy/1"
# Where she hides; who reported, who may have been promised silence; what overseers alone read: why a file is held, and
# what somebody said who broke the glass. Who stood by when she spoke of CoMensha, who advised, who got it there: they
# are named nowhere. Which unit she had, or why just that one; and whom she must not be near, whose files are here too.
# And which files her relatives have here: that is theirs.
LEFT_OUT = [
    "whereabouts",
    "holds",
    "glasses",
    "reporters",
    "who witnessed what was said about CoMensha",
    "names of who advised to register without consent",
    "to whom at CoMensha something was sent",
    "files of relatives",
    "in which unit of the shelter she was, and why just there",
    "whom she must not be near, and the networks that exploited her",
    "who were at conferences",
    "which other dossiers were said to be about the same person, or not",
]


def copy(dossier: UUID) -> Copy:
    """Return all that a file holds but where she hides; raise Refused for whoever may not read every part of it."""
    standing = access.standing(dossier)
    rights.check(rights.can_copy(standing), "may not read all that a copy holds")
    admitted(dossier, Part.COVER, [dossier])
    found = access.dossiers().get(pk=dossier)
    return {
        "form": FORM,
        "made_at": moment(now()),
        "file": _cover(found),
        **person.person(dossier),
        "contact": contact.contact(dossier),
        "status": person.status(dossier),
        "notes": list(notes.notes(found)),
        "arrival": notes.arrival(found),
        "trafficking": trafficking.trafficking(dossier),
        "law": law.law(found),
        **children.children(found),
        "report": report.report(found),
        "documents": documents.documents(dossier),
        **plan.plan(found),
        **registration.registration(found),
        **shelter.shelter(found),
        **living.living(found),
        "team": team.team(found),
        "consents": team.consents(dossier),
        "kept": _kept(found),
        "left_out": LEFT_OUT,
    }


def _cover(found: Dossier) -> Copy:
    return {
        "number": found.number,
        "agency": found.agency.name,
        "kind": found.kind,
        "opened_at": moment(found.opened_at),
        "closed_at": moment(found.closed_at),
    }


def _kept(found: Dossier) -> Copy:
    """Return until when it is kept and by which rule, and when she hears if she asks today that it is erased."""
    due, answer = reads.due_of(found), rules.answer_by(found.kind, today(), today())
    told = {"erased_from": day(due.day), "rule": due.rule.key, "source": due.rule.source}
    return told | {"answer_by": day(answer.day)}
