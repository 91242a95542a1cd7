# SPDX-License-Identifier: EUPL-1.2
"""What was recognised in a report, and what is answered to it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from baken.closed.access import reads as access
from baken.closed.access.admitting import admit_to_write, note
from baken.closed.access.parts import OPENERS, Part
from baken.closed.access.rules import Ground, Refused, Standing
from baken.closed.audit.acting import acting
from baken.closed.audit.activities import Action, Activity
from baken.closed.intake.models import Letter, Report
from baken.closed.intake.scoring import rules
from baken.closed.intake.scoring.models import Scoring


@dataclass(frozen=True)
class Scored:
    """One time that somebody looked, with what the rule answers by the lists as they are now."""

    row: Scoring
    assessment: rules.Assessment

    @property
    def answer(self) -> rules.Answer:
        """What was answered on that day."""
        return rules.Answer(self.row.content["answer"])

    @property
    def has_changed(self) -> bool:
        """Whether the lists changed since, so that the answer would be another today."""
        return self.answer is not self.assessment.answer


def scorings(standing: Standing, ground: Ground) -> list[Scored]:
    """Return what was recognised in a report, the last first; logged, for who was let in on this ground."""
    rows = Scoring.objects.filter(dossier=standing.dossier).select_related("scored_by").order_by("-scored_at", "pk")
    found = [Scored(each, rules.assess(each.content["seen"], each.content["age"])) for each in rows]
    if found:
        objects = [each.row.pk for each in found]
        note(standing, Activity.READ, Action.READ, part=Part.NOTES, ground=ground, kind="scoring", objects=objects)
    return found


@dataclass(frozen=True)
class ToScore:
    """A report that its owner may score: the lists for somebody of the age that was said, and what is ticked."""

    report: Report
    sections: tuple[rules.Section, ...]
    ticked: frozenset[str]


def to_score(dossier: UUID) -> ToScore:
    """Return what its owner may tick of a report that waits for a decision; raise Refused for anybody else."""
    standing, ground = admit_to_write(dossier, Part.NOTES)
    mine = Report.objects.filter(dossier=dossier, decision="", owner=acting().user).select_related("dossier").first()
    if mine is None or standing.agency not in access.agencies_where(OPENERS):
        raise Refused("its owner scores a report that waits for a decision")
    last = next(iter(scorings(standing, ground)), None)
    ticked = frozenset(last.row.content["seen"]) if last else frozenset()
    note(standing, Activity.READ, Action.READ, part=Part.NOTES, ground=ground, kind="report", objects=[mine.pk])
    return ToScore(mine, rules.sections(age_said(dossier)), ticked)


def age_said(dossier: UUID) -> str:
    """Return of what age a report says the person is: minor, adult, or anything else where nobody knows."""
    letters = Letter.objects.filter(dossier=dossier).order_by("hour", "pk")
    said: dict[str, Any] = next(
        (each.content for each in letters if each.content.get("kind") in ("report", "call")), {}
    )
    return str(said.get("age", "unknown"))
