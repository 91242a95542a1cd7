# SPDX-License-Identifier: EUPL-1.2
"""The acting user's own open files, gathered once for today's page: every room looks in these for what waits."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from baken.closed.access import reads as access
from baken.closed.access.admitting import note_list
from baken.closed.access.models import Dossier
from baken.closed.access.parts import Part
from baken.closed.casework.models import Identity
from baken.closed.vault.reads import dossier_keys

MOST = 500


@dataclass(frozen=True)
class Mine:
    """The files, the oldest first, who they are about where that may be read, and whether there are more than these."""

    files: Mapping[UUID, Dossier]
    people: Mapping[UUID, Identity]
    more: bool

    @property
    def most(self) -> int:
        """In how many files is looked at most."""
        return MOST


def my_open_files() -> Mine:
    """Return the open files on whose care teams the acting user is; whose ages are read is logged."""
    rows = list(access.my_open_dossiers().order_by("opened_at", "number")[: MOST + 1])
    found = {each.pk: each for each in rows[:MOST]}
    # A file that is just being erased has no key any more.
    keys = dossier_keys(found) if found else {}
    files = {key: each for key, each in found.items() if key in keys}
    people = {each.dossier_id: each for each in Identity.objects.filter(dossier__among=files)}
    note_list("age", [files[key] for key in people], Part.IDENTITY)
    return Mine(files, people, len(rows) > MOST)
