# SPDX-License-Identifier: EUPL-1.2
"""What of the house waits today: for who works in it or sets it up, and whom we refused and nobody accepted. Logged."""

from dataclasses import dataclass

from baken.closed.access.admitting import note_list
from baken.closed.access.models import Dossier
from baken.closed.access.parts import Part
from baken.closed.casework.mine import Mine
from baken.closed.shelter.admitting import my_houses
from baken.closed.shelter.board.reads import Board, board
from baken.closed.shelter.labels import ACCEPTED, REFUSED
from baken.closed.shelter.living.handed import unsigned
from baken.closed.shelter.living.incidents import due as incidents_due
from baken.closed.shelter.living.models import Shift
from baken.closed.shelter.models import Onward, Request
from baken.closed.shelter.nights.reads import Night, uncovered


@dataclass(frozen=True)
class Waiting:
    """The house where something waits, what one is to read and follow up, whom we refused, nights to staff."""

    board: Board | None
    refused: list[Dossier]
    unsigned: list[Shift]
    due: int
    uncovered: list[Night]

    def __bool__(self) -> bool:
        return self.board is not None or bool(self.refused or self.unsigned or self.due or self.uncovered)


def waiting(mine: Mine) -> Waiting:
    """Return what waits for the acting user."""
    found = board() if my_houses() else None
    here = found if found and (found.needs_somebody or found.house.waiting) else None
    return Waiting(here, _refused(mine), unsigned(), incidents_due(), uncovered())


def _refused(mine: Mine) -> list[Dossier]:
    """Return one's own open files whose newest request was refused and whom nobody else has accepted."""
    asked = Request.objects.filter(dossier__among=mine.files).order_by("asked_at")
    newest = {each.dossier_id: each for each in asked}
    refused = {each.pk: key for key, each in newest.items() if each.how == REFUSED}
    accepted = set(Onward.objects.filter(request__in=refused, how=ACCEPTED).values_list("request", flat=True))
    found = [mine.files[key] for request, key in refused.items() if request not in accepted]
    note_list("request", found, Part.CONTACT)
    return found
