# SPDX-License-Identifier: EUPL-1.2
"""The proof that every key opens, and that no old one stays in use past its date."""

from collections.abc import Callable, Collection, Iterator
from datetime import datetime, timedelta
from functools import partial
from typing import NamedTuple
from uuid import UUID

from django.db.models import Exists, OuterRef

from baken.closed.vault import shares, wrapping
from baken.closed.vault.models import DossierKey, IndexKey, Kek, PersonalKey, ReportKey, RootMark, Share
from baken.closed.vault.personal import Purpose
from baken.closed.vault.reads import root_keys
from baken.closed.vault.rootkey import RootKeyError, RootKeys
from baken.closed.vault.rotating import under_older_roots
from baken.closed.vault.sealing import Tampered
from baken.core.clock import now

GRACE = timedelta(days=30)  # from when a newer key is there until the old one must be out of use


class Report(NamedTuple):
    """How many keys opened, and what is wrong."""

    keys: int
    faults: list[str]


def check(overseers: Collection[tuple[UUID, UUID]] | None = None) -> Report:
    """Open every key there is and look at the age of those that a newer one should have replaced.

    ``overseers`` are agency and user of all who may keep shares now; without them every keeper is taken to be there.
    """
    roots = root_keys()
    tried = [*_keks(roots), *_index_keys(roots), *_report_keys(roots), *_people(roots)]
    due = now() - GRACE
    overdue = [*_old_versions(due), *_old_roots(roots, due), *_holders_alone(overseers)]
    return Report(tried.count(None), [fault for fault in tried if fault] + _without_kek() + overdue)


def _keks(roots: RootKeys) -> Iterator[str | None]:
    """Try each version and each dossier key under it; yield None for one that opens, else what is wrong."""
    for kek in Kek.objects.filter(destroyed_at=None):
        above, fault = _tried(f"key {kek.pk}", partial(wrapping.unwrap_kek, kek, roots))
        yield fault
        if above is None:
            continue
        for row in kek.dossier_keys.iterator():
            yield _tried(f"dossier {row.pk}", partial(wrapping.unwrap_dossier_key, row, above))[1]


def _index_keys(roots: RootKeys) -> Iterator[str | None]:
    for row in IndexKey.objects.all():
        yield _tried(f"index key {row.pk}", partial(wrapping.unwrap_index_key, row, roots))[1]


def _report_keys(roots: RootKeys) -> Iterator[str | None]:
    for row in ReportKey.objects.all():
        yield _tried(f"key for reports {row.pk}", partial(wrapping.unwrap_report_key, row, roots))[1]


def _people(roots: RootKeys) -> Iterator[str | None]:
    for row in PersonalKey.objects.filter(ended_at=None):
        yield _tried(f"public key {row.pk}", partial(wrapping.signed, row, roots))[1]


def _tried(name: str, unwrap: Callable[[], bytes]) -> tuple[bytes | None, str | None]:
    try:
        return unwrap(), None
    except (Tampered, RootKeyError) as error:
        return None, f"{name}: {error}"


def _without_kek() -> list[str]:
    lost = DossierKey.objects.filter(kek__destroyed_at__isnull=False).count()
    return [f"{lost} dossier keys are under a destroyed version"] if lost else []


def _old_versions(due: datetime) -> Iterator[str]:
    newer = Kek.objects.filter(
        agency=OuterRef("agency"), bucket=OuterRef("bucket"), version__gt=OuterRef("version"), made_at__lt=due
    )
    for kek in Kek.objects.filter(Exists(newer), destroyed_at=None):
        yield f"version {kek.version} of bucket {kek.bucket} of agency {kek.agency} is past its date: rotate"


def _old_roots(roots: RootKeys, due: datetime) -> Iterator[str]:
    """Note the root keys of the file; tell where an older one is in use, or still in the file, past its date."""
    for root in roots:
        RootMark.objects.get_or_create(mark=root.mark)
    if not RootMark.objects.filter(mark=roots.newest.mark, seen_at__lt=due).exists():
        return
    if old := under_older_roots():
        yield f"{old} keys are wrapped or signed by a root key past its date: rotate"
    for root in list(roots)[1:]:
        yield f"the root key {root.mark} is past its date: take its line out of the file"


def _holders_alone(overseers: Collection[tuple[UUID, UUID]] | None) -> Iterator[str]:
    """Tell how many could not be helped after forgetting: too few who keep their shares are there, with their key."""
    holders = PersonalKey.objects.filter(purpose=Purpose.HOLDER, ended_at=None)
    kept: dict[UUID, set[UUID]] = {key: set() for key in holders.values_list("pk", flat=True)}
    shared = Share.objects.filter(holder__in=kept, keeper__ended_at=None)
    for holder, agency, user in shared.values_list("holder", "keeper__agency", "keeper__user"):
        if overseers is None or (agency, user) in overseers:
            kept[holder].add(user)
    if alone := sum(len(users) < shares.NEEDED for users in kept.values()):
        yield f"{alone} holders have fewer than two keepers: let them type their passphrase once under Vault"
