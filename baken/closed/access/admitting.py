# SPDX-License-Identifier: EUPL-1.2
"""The way every room above asks: may I, and what the log then says. Nothing is read of a person without it."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from baken.closed.access import reads
from baken.closed.access.models import Dossier
from baken.closed.access.parts import SENSITIVITY, Part
from baken.closed.access.rules import Ground, Standing, check_can_read, check_can_write
from baken.closed.audit.actions import record
from baken.closed.audit.activities import Action, Activity, Outcome


def admit(
    dossier: UUID, part: Part, *, activity: Activity = Activity.READ, kind: str = "", objects: Sequence[UUID] = ()
) -> tuple[Standing, Ground]:
    """Let the acting user read a part of a dossier and log it; raise Refused where there is no ground."""
    standing = reads.standing(dossier)
    ground = check_can_read(standing, part)
    note(standing, activity, Action.READ, part=part, ground=ground, kind=kind, objects=objects)
    return standing, ground


def admit_to_write(dossier: UUID, part: Part) -> tuple[Standing, Ground]:
    """Let the acting user write a part of a dossier; what was written is logged by the action that writes it."""
    standing = reads.standing(dossier)
    return standing, check_can_write(standing, part)


def note(  # noqa: PLR0913 - one argument for each column of the log
    standing: Standing,
    activity: Activity,
    action: Action,
    *,
    part: str = "",
    ground: Ground | None = None,
    kind: str = "",
    objects: Sequence[UUID] = (),
    outcome: Outcome = Outcome.DONE,
    facts: Mapping[str, str] | None = None,
) -> None:
    """Log what was done to a dossier, and on what ground."""
    record(
        activity=activity,
        action=action,
        outcome=outcome,
        dossier=standing.dossier,
        dossier_agency=standing.agency,
        kind=kind,
        objects=objects,
        part=part,
        sensitivity=str(SENSITIVITY[Part(part)]) if part else "",
        ground=ground.kind if ground else "",
        ground_row=ground.row if ground else None,
        facts=facts,
    )


def note_list(kind: str, shown: Sequence[Dossier], part: Part = Part.COVER) -> None:
    """Log a list of files, once for each agency whose they are: its privacy officer sees the entry about its own."""
    for agency in sorted({each.agency_id for each in shown}):
        record(
            activity=Activity.LIST,
            action=Action.READ,
            kind=kind,
            part=part,
            objects=[each.pk for each in shown if each.agency_id == agency],
            dossier_agency=agency,
        )
