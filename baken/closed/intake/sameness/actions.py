# SPDX-License-Identifier: EUPL-1.2
"""Saying that a report and another dossier are about one person, or are not. A row is added; nothing is merged."""

from uuid import UUID

from django.db import connection, transaction

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
    _alone(dossier, other)
    standing, ground = admitted(dossier)
    if not Report.objects.filter(dossier=dossier).exists():
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


def _alone(dossier: UUID, other: UUID) -> None:
    """Let nobody else judge these two until the transaction ends: the second sees what the first said.

    No lock on the report, for a report that was decided on is locked by nobody, and a word on it can be taken back.
    """
    pair = " ".join(sorted((str(dossier), str(other))))
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"sameness {pair}"])
