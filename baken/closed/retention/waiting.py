# SPDX-License-Identifier: EUPL-1.2
"""Which erasures wait for the acting user as the second person, for today's page. It is logged."""

from baken.closed.access import reads as access
from baken.closed.access.admitting import note_list
from baken.closed.access.parts import OVERSEERS
from baken.closed.audit.acting import acting
from baken.closed.retention import reads
from baken.closed.retention.models import Erasure


def erasures_to_decide() -> list[Erasure]:
    """Return the erasures that another asked for at the agencies one oversees, oldest first; none for others."""
    mine = access.agencies_where(OVERSEERS)
    found = list(reads.undecided(mine).exclude(made_by=acting().user)) if mine else []
    note_list("erasure", [each.dossier for each in found])
    return found
