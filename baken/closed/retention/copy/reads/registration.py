# SPDX-License-Identifier: EUPL-1.2
"""What was said about CoMensha, what was decided without her, and what went, as it comes into the copy."""

from baken.closed.access.models import Dossier
from baken.closed.access.parts import Part
from baken.closed.registration.models import Draft, Exchange, Override, Version, Word
from baken.closed.retention.copy.reads.admitting import Copy, admitted, day, moment


def registration(found: Dossier) -> Copy:
    """Return all of it; raise Refused without a ground for the notes."""
    words = sorted(Word.objects.filter(dossier=found), key=lambda each: (each.on, each.recorded_at))
    overrides = list(Override.objects.filter(dossier=found).order_by("made_at"))
    versions = list(Version.objects.filter(dossier=found).order_by("number"))
    exchanges = sorted(Exchange.objects.filter(dossier=found), key=lambda each: (each.on, each.recorded_at))
    draft = Draft.objects.filter(dossier=found).first()
    drafts = [draft] if draft else []
    admitted(found.pk, Part.NOTES, [each.pk for each in (*words, *overrides, *drafts, *versions, *exchanges)])
    return {
        "registration": {
            "words": [_word(each) for each in words],
            "without_consent": [_override(each) for each in overrides],
            "sheet": {"type": draft.kind, "pseudonym": draft.pseudonym, "answers": draft.answers} if draft else None,
            "versions": [_version(each, exchanges) for each in versions],
        }
    }


def _word(row: Word) -> Copy:
    told = {"purpose": row.purpose, "what": row.what, "on": day(row.on), "by": row.by, "how": row.how}
    return told | {"words": row.words, "struck_out": moment(row.struck_at)}


def _override(row: Override) -> Copy:
    """Return that it was asked to register her without consent; of who advised what their work was."""
    told = {"adviser": row.adviser, "advised_on": day(row.advised_on), "reason": row.reason}
    return told | {"asked_at": moment(row.made_at), "decided_at": moment(row.decided_at), "approved": row.approved}


def _version(row: Version, exchanges: list[Exchange]) -> Copy:
    own = [_exchange(each) for each in exchanges if each.version_id == row.pk]
    return {"number": row.number, "fixed_at": moment(row.fixed_at), "content": row.content, "exchanges": own}


def _exchange(row: Exchange) -> Copy:
    """Return what was done; to whom at CoMensha it went is a name of theirs."""
    told = {"kind": row.kind, "on": day(row.on), "what": row.what, "number": row.number}
    return told | {"words": row.words, "struck_out": moment(row.struck_at)}
