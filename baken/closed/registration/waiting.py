# SPDX-License-Identifier: EUPL-1.2
"""What of the acting user's own files should have gone to CoMensha, for today's page. It is logged."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from django.db.models import Q

from baken.closed.access import reads as access
from baken.closed.access.admitting import note_list
from baken.closed.access.models import Dossier
from baken.closed.access.parts import OPENERS, Part
from baken.closed.casework.models import Identity
from baken.closed.casework.person.reads import age_of
from baken.closed.registration import reads
from baken.closed.registration.courses import Purposed, purposed
from baken.closed.registration.models import Exchange, Override, Version, Word
from baken.closed.registration.progress import is_late
from baken.closed.vault.reads import dossier_keys
from baken.core.clock import today

MOST_FILES = 500
_Row = TypeVar("_Row", Word, Override, Version, Exchange)


@dataclass(frozen=True)
class Unsent:
    """A file of one's own in which something waits longer than its term, or CoMensha must be told."""

    dossier: Dossier
    found: Purposed


@dataclass(frozen=True)
class Late:
    """What should have gone, the longest waiting first, and whether there are more files than were looked at."""

    unsent: list[Unsent]
    more: bool

    @property
    def most(self) -> int:
        """At how many files was looked at most."""
        return MOST_FILES

    def __bool__(self) -> bool:
        return bool(self.unsent or self.more)


def my_unsent() -> Late:
    """Return what of the acting user's own open files should have gone."""
    mine = list(_mine())
    files = {each.pk: each for each in mine[:MOST_FILES]}
    # A file that is just being erased has no key any more.
    keys = dossier_keys(files) if files else {}
    shown = [each for key, each in files.items() if key in keys]
    note_list("registration", shown, Part.NOTES)
    late = [Unsent(file, each) for file, found in _found(shown) for each in found if _is_late(each)]
    return Late(sorted(late, key=lambda each: (-each.found.days, each.dossier.number)), len(mine) > MOST_FILES)


def _mine() -> Iterable[Dossier]:
    """Return the open files on whose team the acting user is, in a role that registers, where anything was said.

    The oldest come first, which wait the longest; one more than is looked at says that there are more.
    """
    agencies = access.agencies_where(OPENERS)
    if not agencies:
        return []
    said = Q(pk__in=Word.objects.values("dossier")) | Q(pk__in=Override.objects.values("dossier"))
    found = access.my_open_dossiers().filter(said, agency__in=agencies)
    return found.order_by("opened_at", "number")[: MOST_FILES + 1]


def _found(files: list[Dossier]) -> Iterable[tuple[Dossier, list[Purposed]]]:
    words, overrides = _by_file(Word, files), _by_file(Override, files)
    versions, exchanges = _by_file(Version, files), _by_file(Exchange, files)
    known = _identities(files)
    for file in files:
        age = age_of(known.get(file.pk))
        standings = reads.judged(words.get(file.pk, []), overrides.get(file.pk, []), age, today())
        yield file, purposed(standings, versions.get(file.pk, []), exchanges.get(file.pk, []))


def _identities(files: list[Dossier]) -> dict[UUID, Identity]:
    """Return who the persons are, by file: an age says who decides. Whose ages were read is logged."""
    found = {each.dossier_id: each for each in Identity.objects.filter(dossier__in=files)}
    note_list("age", [each for each in files if each.pk in found], Part.IDENTITY)
    return found


def _by_file(kind: type[_Row], files: list[Dossier]) -> dict[UUID, list[_Row]]:
    found: dict[UUID, list[_Row]] = {}
    for each in kind._default_manager.filter(dossier__in=files):
        found.setdefault(each.dossier_id, []).append(each)
    return found


def _is_late(each: Purposed) -> bool:
    return is_late(each.purpose, each.progress, today())
