# SPDX-License-Identifier: EUPL-1.2
"""In which of one's own open files somebody should look again at how safe she is: for today's page. Logged."""

import datetime
from dataclasses import dataclass

from baken.closed.access.admitting import note_list
from baken.closed.access.models import Dossier
from baken.closed.access.parts import Part
from baken.closed.casework.mine import Mine
from baken.closed.trafficking import reads
from baken.closed.trafficking.models import SafetyLevel
from baken.core.clock import today


@dataclass(frozen=True)
class Review:
    """A file, and the day on which somebody was to look again."""

    dossier: Dossier
    on: datetime.date

    @property
    def is_late(self) -> bool:
        """Whether that day has passed."""
        return self.on < today()


def waiting(mine: Mine) -> list[Review]:
    """Return the acting user's own open files whose level of safety is to be looked at again, the longest first."""
    standing = SafetyLevel.objects.filter(struck_at=None, dossier__among=mine.files)
    come = set(standing.filter(review_on__lte=today()).values_list("dossier", flat=True))
    note_list("safety", [mine.files[key] for key in come], Part.IDENTITY)
    last = {each.dossier_id: each for each in reads.oldest_first(standing.filter(dossier__among=come))}
    found = [Review(mine.files[key], each.review_on) for key, each in last.items() if each.review_on <= today()]
    return sorted(found, key=lambda each: (each.on, each.dossier.number))
