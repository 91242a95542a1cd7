# SPDX-License-Identifier: EUPL-1.2
"""What was written down of her, and what came with her from another system, for the copy."""

from collections.abc import Iterator

from baken.closed.access.models import Dossier
from baken.closed.access.parts import Part
from baken.closed.casework.arriving.rules import WHO_SENT
from baken.closed.casework.models import NOTED, SENDER, Arrival, Note
from baken.closed.retention.copy.reads.admitting import Copy, admitted, day, moment
from baken.closed.retention.copy.reads.roles import posts_of, roles_at


def notes(found: Dossier) -> Iterator[Copy]:
    """Yield every note but who sent her, oldest first, with the roles of who wrote it; each part is logged."""
    notes = [each for each in Note.objects.filter(dossier=found).order_by("written_at") if each.kind != SENDER]
    for part, _label in NOTED:
        admitted(found.pk, Part(part), [each.pk for each in notes if each.part == part])
    posts = posts_of(found, {each.written_by_id for each in notes})
    for each in notes:
        roles = roles_at(posts.get(each.written_by_id, []), each.written_at)
        # Who were there is names of workers; what was decided is about her.
        decided = (each.conference or {}).get("decisions")
        told = {"part": each.part, "kind": each.kind, "roles": roles, "text": each.text, "decided": decided}
        yield told | {"on": day(each.happened_on), "written_at": moment(each.written_at)}


def arrival(found: Dossier) -> Copy | None:
    """Return when she came from another system, and what its record said that has no place here; not who sent her."""
    came = Arrival.objects.filter(dossier=found).first()
    if came is None:
        return None
    admitted(found.pk, Part.NOTES, [came.pk])
    told = {name: values for name, values in came.kept.items() if name not in WHO_SENT}
    return {"on": moment(came.brought_at), "told": told}
