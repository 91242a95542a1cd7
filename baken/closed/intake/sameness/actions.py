# SPDX-License-Identifier: EUPL-1.2
"""Saying that a report and another dossier are about one person, or are not. A row is added; nothing is merged."""

from uuid import UUID

from django.db import transaction

from baken.closed.access.actions import me
from baken.closed.access.admitting import note
from baken.closed.access.parts import Part
from baken.closed.access.rules import Refused
from baken.closed.audit.activities import Action, Activity
from baken.closed.intake.actions import admitted
from baken.closed.intake.models import Report
from baken.closed.intake.sameness import reads
from baken.closed.intake.sameness.labels import UNDONE, VERDICTS
from baken.closed.intake.sameness.models import Verdict


@transaction.atomic
def judge(*, dossier: UUID, other: UUID, verdict: str, words: str = "") -> Verdict:
    """Say whether a report is about the person of another dossier; taking that back takes a reason."""
    standing, ground = admitted(dossier)
    # For this transaction alone: of two who judge at once the second sees what the first said.
    if not Report.objects.select_for_update(of=("self",)).filter(dossier=dossier).exists():
        raise Refused("no report")
    here = [each for each in reads.covers([other]) if each.agency == standing.agency]
    if other == dossier or verdict not in dict(VERDICTS) or not here:
        raise Refused("no such verdict, or on no dossier of this agency")
    before = reads.last_of(dossier).get(other)
    is_said = before is not None and before.verdict != UNDONE
    if is_said != (verdict == UNDONE) or (is_said and not words.strip()):
        raise Refused("is said already, or was not said, or gives no reason")
    made = Verdict(dossier_id=dossier, other_id=other, verdict=verdict, words=words.strip(), judged_by_id=me())
    made.save(force_insert=True)
    objects = [made.pk, other]
    note(standing, Activity.MERGE, Action.CREATE, part=Part.NOTES, ground=ground, kind="verdict", objects=objects)
    return made
