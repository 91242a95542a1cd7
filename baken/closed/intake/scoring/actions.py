# SPDX-License-Identifier: EUPL-1.2
"""Writing down what was recognised in a report."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from baken.closed.access.actions import me
from baken.closed.access.admitting import note
from baken.closed.access.parts import Part
from baken.closed.access.rules import Refused
from baken.closed.audit.activities import Action, Activity
from baken.closed.intake.actions import admitted, undecided
from baken.closed.intake.scoring import reads, rules
from baken.closed.intake.scoring.models import Scoring


@transaction.atomic
def score(*, dossier: UUID, seen: Sequence[str]) -> Scoring:
    """Keep what its owner recognised in a report that waits for a decision, with what the rule answers today."""
    standing, ground = admitted(dossier)
    if undecided(dossier).owner_id != me():
        raise Refused("its owner scores a report")
    age = reads.age_said(dossier)
    found = rules.assess(seen, age)
    if not found.seen or found.unknown:
        raise Refused("nothing was recognised, or something that stands in no list")
    content = {"seen": [each.id for each in found.seen], "age": age, "answer": found.answer.value}
    made = Scoring(dossier_id=dossier, content=content, scored_by_id=me())
    made.save(force_insert=True)
    note(standing, Activity.CREATE, Action.CREATE, part=Part.NOTES, ground=ground, kind="scoring", objects=[made.pk])
    return made
