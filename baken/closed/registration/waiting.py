# SPDX-License-Identifier: EUPL-1.2
"""What of the acting user's own files should have gone to CoMensha, for today's page. It is logged."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from baken.closed.access import reads as access
from baken.closed.access.admitting import note_list
from baken.closed.access.models import Dossier
from baken.closed.access.parts import OPENERS, Part
from baken.closed.casework.mine import Mine
from baken.closed.casework.person.reads import age_of
from baken.closed.registration import reads
from baken.closed.registration.courses import Purposed, purposed
from baken.closed.registration.models import Exchange, Override, Version, Word
from baken.closed.registration.progress import is_late
from baken.core.clock import today

_Row = TypeVar("_Row", Word, Override, Version, Exchange)


@dataclass(frozen=True)
class Unsent:
    """A file of one's own in which something waits longer than its term, or CoMensha must be told."""

    dossier: Dossier
    found: Purposed


def my_unsent(mine: Mine) -> list[Unsent]:
    """Return what of the acting user's own open files should have gone, the longest waiting first.

    In files where she has a role that registers, and where anything was said.
    """
    agencies = access.agencies_where(OPENERS)
    files = {key: each for key, each in mine.files.items() if each.agency_id in agencies}
    words, overrides = _by_file(Word, files), _by_file(Override, files)
    said = {key: each for key, each in files.items() if key in words or key in overrides}
    note_list("registration", list(said.values()), Part.NOTES)
    versions, exchanges = _by_file(Version, said), _by_file(Exchange, said)
    late = [
        Unsent(file, each)
        for key, file in said.items()
        for each in purposed(
            reads.judged(words.get(key, []), overrides.get(key, []), age_of(mine.people.get(key)), today()),
            versions.get(key, []),
            exchanges.get(key, []),
        )
        if is_late(each.purpose, each.progress, today())
    ]
    return sorted(late, key=lambda each: (-each.found.days, each.dossier.number))


def _by_file(kind: type[_Row], files: Iterable[UUID]) -> dict[UUID, list[_Row]]:
    found: dict[UUID, list[_Row]] = {}
    for each in kind._default_manager.filter(dossier__among=files):
        found.setdefault(each.dossier_id, []).append(each)
    return found
