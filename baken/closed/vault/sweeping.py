# SPDX-License-Identifier: EUPL-1.2
"""Destroying orphans: keys whose dossier never came, because a process died between the two.

Whoever is asked which dossiers are there must see them all. A blind answer would erase every file, so
doubt stops the sweep: when none is seen, or when more are missing than crashes explain.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import timedelta
from uuid import UUID

from django.db.models.functions import Now

from baken.closed.vault.actions import destroy_dossier_key
from baken.closed.vault.models import DossierKey

AT_MOST = 20
_OLD = timedelta(hours=1)  # a dossier follows its key within one request
_BATCH = 500


class SweepRefused(RuntimeError):
    """The answer looks blind; nothing was destroyed."""


def sweep(*, there: Callable[[Sequence[UUID]], Collection[UUID]], at_most: int = AT_MOST) -> list[UUID]:
    """Destroy keys older than an hour whose dossier is not ``there``, and return which; raise SweepRefused in doubt."""
    asked, missing = 0, []
    for batch in _old_keys():
        asked += len(batch)
        missing += sorted(set(batch) - set(there(batch)))
    if missing and len(missing) == asked:
        raise SweepRefused(f"not one of {asked} dossiers is to be seen")
    if len(missing) > at_most:
        raise SweepRefused(f"{len(missing)} of {asked} keys have no dossier, more than {at_most}")
    return [dossier for dossier in missing if destroy_dossier_key(dossier=dossier)]


def _old_keys() -> Iterator[list[UUID]]:
    """Yield batches of the dossiers that old keys belong to; the keys first, so that a new dossier is never missed."""
    rows = DossierKey.objects.filter(made_at__lt=Now() - _OLD).order_by("pk").values_list("pk", flat=True)
    last = UUID(int=0)
    while batch := list(rows.filter(pk__gt=last)[:_BATCH]):
        yield batch
        last = batch[-1]
