# SPDX-License-Identifier: EUPL-1.2
"""In which of one's own open files somebody should look again at how safe she is: for today's page. Logged."""

import datetime
from dataclasses import dataclass

from baken.closed.access import reads as access
from baken.closed.access.admitting import note_list
from baken.closed.access.models import Dossier
from baken.closed.access.parts import Part
from baken.closed.trafficking import reads
from baken.closed.trafficking.models import SafetyLevel
from baken.closed.vault.reads import dossier_keys
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


def waiting() -> list[Review]:
    """Return the acting user's own open files whose level of safety is to be looked at again, the longest first."""
    standing = SafetyLevel.objects.filter(struck_at=None)
    come = standing.filter(review_on__lte=today()).values("dossier")
    mine = {each.pk: each for each in access.my_open_dossiers().filter(pk__in=come)}
    # A file that is just being erased has no key any more.
    files = {key: mine[key] for key in dossier_keys(mine)}
    note_list("safety", list(files.values()), Part.IDENTITY)
    last = {each.dossier_id: each for each in reads.oldest_first(standing.filter(dossier__in=files))}
    found = [Review(files[key], each.review_on) for key, each in last.items() if each.review_on <= today()]
    return sorted(found, key=lambda each: (each.on, each.dossier.number))
