# SPDX-License-Identifier: EUPL-1.2
"""What was reported, as it comes into the copy: of who said it nothing but what it was about."""

from baken.closed.access.models import Dossier
from baken.closed.access.parts import Part
from baken.closed.intake.models import Attachment, Decision, Letter, Scoring
from baken.closed.retention.copy.reads.admitting import Copy, admitted, moment

_TOLD = ("kind", "words", "where", "region", "when", "danger", "age")


def report(found: Dossier) -> Copy:
    """Return what was said in a report, what came with it and what was decided; raise Refused without a ground."""
    letters = list(Letter.objects.filter(dossier=found).order_by("hour", "pk"))
    files = list(Attachment.objects.filter(dossier=found).defer("original", "stripped").order_by("hour", "pk"))
    decisions = list(Decision.objects.filter(dossier=found).order_by("decided_at"))
    scorings = list(Scoring.objects.filter(dossier=found).order_by("scored_at"))
    admitted(found.pk, Part.NOTES, [each.pk for each in (*letters, *files, *decisions, *scorings)])
    return {
        "said": [{"at": moment(each.hour), **_said(each.content)} for each in letters],
        "files": [{"at": moment(each.hour), "name": each.name, "type": each.kind} for each in files],
        "decided": [
            {"at": moment(each.decided_at), "decision": each.decision, "reason": each.reason, "words": each.words}
            for each in decisions
        ],
        "recognised": [{"at": moment(each.scored_at), **each.content} for each in scorings],
    }


def _said(content: Copy) -> Copy:
    return {name: content[name] for name in _TOLD if content.get(name)}
