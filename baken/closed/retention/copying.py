# SPDX-License-Identifier: EUPL-1.2
"""The copy that a person may have of her file (art. 15 AVG): everything in it but where she hides.

Of colleagues it tells the role and never the name. Each part is asked of `access` and logged as an export.
"""

import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from uuid import UUID

from baken.closed.access import reads as access
from baken.closed.access.models import Dossier
from baken.closed.access.parts import Part
from baken.closed.casework.models import NOTED, Contact, Note
from baken.closed.legal.models import Conditions, Happened
from baken.closed.retention import (
    children,
    papers,
    persons,
    planned,
    reads,
    registered,
    reported,
    rights,
    sheets,
    trafficked,
)
from baken.closed.retention.copied import Copy, admitted, day, moment
from baken.closed.retention.printing import printed
from baken.closed.retention.working import posts_of, roles_at
from baken.core.clock import now

FORM = "baken/file-copy/1"
# Where she hides; who reported, who may have been promised silence; what overseers alone read: why a file is held, and
# what somebody said who broke the glass. And which files her relatives have here: that is theirs.
LEFT_OUT = [
    "whereabouts",
    "holds",
    "glasses",
    "reporters",
    "files of relatives",
    "who were at conferences",
    "which other dossiers were said to be about the same person, or not",
]


def packed(copy: Copy, language: str, files: Iterable[tuple[str, bytes]] = ()) -> bytes:
    """Return a copy as a zip of a readable PDF in a language, of the same as JSON, and of files; in memory alone."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("file.pdf", printed(sheets.sheet(copy, language)))
        archive.writestr("file.json", json.dumps(copy, ensure_ascii=False, indent=2))
        for path, body in files:
            archive.writestr(path, body)
    return made.getvalue()


def copy(dossier: UUID) -> Copy:
    """Return all that a file holds but the whereabouts; raise Refused for whoever may not read every part of it."""
    standing = access.standing(dossier)
    rights.check(rights.can_copy(standing), "may not read all that a copy holds")
    admitted(dossier, Part.COVER, [dossier])
    found = access.dossiers().get(pk=dossier)
    return {
        "form": FORM,
        "made_at": moment(now()),
        "file": _cover(found),
        **persons.person(dossier),
        "contact": _contact(dossier),
        "status": persons.status(dossier),
        "notes": list(_notes(found)),
        "trafficking": trafficked.trafficking(dossier),
        "law": _law(found),
        **children.children(found),
        "report": reported.report(found),
        "documents": papers.papers(dossier),
        **planned.plan(found),
        **registered.registration(found),
        "team": _team(found),
        "consents": _consents(dossier),
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


def _contact(dossier: UUID) -> Copy:
    row = Contact.objects.filter(dossier=dossier).first()
    admitted(dossier, Part.CONTACT, [row.pk] if row else [])
    names = ("phone", "safe_ways", "email", "post_street", "post_code", "post_city", "post_state", "post_country")
    return {name: getattr(row, name) for name in names} if row else {}


def _notes(found: Dossier) -> Iterator[Copy]:
    """Yield every note, oldest first, with the roles of who wrote it; each part is logged with its notes."""
    notes = list(Note.objects.filter(dossier=found).order_by("written_at"))
    for part, _label in NOTED:
        admitted(found.pk, Part(part), [each.pk for each in notes if each.part == part])
    posts = posts_of(found, {each.written_by_id for each in notes})
    for each in notes:
        roles = roles_at(posts.get(each.written_by_id, []), each.written_at)
        # Who were there is names of workers; what was decided is about her.
        decided = (each.conference or {}).get("decisions")
        told = {"part": each.part, "kind": each.kind, "roles": roles, "text": each.text, "decided": decided}
        yield told | {"on": day(each.happened_on), "written_at": moment(each.written_at)}


def _law(found: Dossier) -> Copy:
    """Return what happened before the law, what was struck out too, and what the law asks of who she is."""
    happened = sorted(Happened.objects.filter(dossier=found), key=lambda each: (each.on, each.recorded_at))
    conditions = Conditions.objects.filter(dossier=found).first()
    admitted(found.pk, Part.LEGAL, [each.pk for each in happened])
    told = [{"on": each.on.isoformat(), "event": each.event, "struck_out": moment(each.struck_at)} for each in happened]
    return {"events": told, "conditions": conditions.known if conditions else {}}


def _team(found: Dossier) -> list[Copy]:
    places = list(access.team(found.pk))
    posts = posts_of(found, {each.user_id for each in places})
    return [
        {
            "roles": roles_at(posts.get(each.user_id, []), each.since),
            "since": moment(each.since),
            "until": moment(each.until),
        }
        for each in places
    ]


def _consents(dossier: UUID) -> list[Copy]:
    return [
        {
            "agency": each.agency.name,
            "parts": each.parts,
            "purpose": each.purpose,
            "since": moment(each.since),
            "until": moment(each.until),
            "withdrawn_at": moment(each.withdrawn_at),
        }
        for each in access.consents(dossier)
    ]


def _kept(found: Dossier) -> Copy:
    due = reads.due_of(found)
    return {"erased_from": due.day.isoformat(), "rule": due.rule.key, "source": due.rule.source}
