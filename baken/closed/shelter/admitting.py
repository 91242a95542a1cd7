# SPDX-License-Identifier: EUPL-1.2
"""How this room asks whether somebody may, and what the log then says."""

from collections.abc import Sequence
from uuid import UUID

from baken.closed.access import reads as access
from baken.closed.access.admitting import note
from baken.closed.access.parts import Part, Role
from baken.closed.access.rules import Ground, Refused, Standing
from baken.closed.audit.activities import Action, Activity
from baken.closed.shelter import rules
from baken.closed.shelter.models import Request

Admitted = tuple[Standing, Ground]


def admit(dossier: UUID, part: Part, *, kind: str, objects: Sequence[UUID] = ()) -> Admitted:
    """Let the acting user read what is in this room of a file, and log it; raise Refused."""
    standing, ground = admit_to_write(dossier, part)
    note(standing, Activity.READ, Action.READ, part=part, ground=ground, kind=kind, objects=objects)
    return standing, ground


def admit_to_write(dossier: UUID, part: Part) -> Admitted:
    """Let the acting user ask, change or answer a request; raise Refused."""
    standing = access.standing(dossier)
    return standing, rules.check_ground(standing, part, housed=is_housed(dossier))


def admit_to_give(dossier: UUID) -> Admitted:
    """Let the acting user give a place to whom a file is about; raise Refused."""
    standing = access.standing(dossier)
    return standing, rules.check_gives(standing, housed=is_housed(dossier))


def noted(admitted: Admitted, part: Part, action: Action, kind: str, *objects: UUID) -> None:
    """Log what was written."""
    standing, ground = admitted
    activity = Activity.CREATE if action == Action.CREATE else Activity.UPDATE
    note(standing, activity, action, part=part, ground=ground, kind=kind, objects=list(objects))


def is_housed(dossier: UUID) -> bool:
    """Return whether the acting user sees a request in a file."""
    return Request.objects.filter(dossier=dossier).exists()


def my_houses() -> list[UUID]:
    """Return the agencies in whose shelter the acting user works now."""
    return access.agencies_where({Role.SHELTER})


def my_house() -> UUID:
    """Return the agency in whose shelter the acting user works; raise Refused where there is none."""
    found = my_houses()
    if not found:
        raise Refused("works in no shelter")
    return found[0]
