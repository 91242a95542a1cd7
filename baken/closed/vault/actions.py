# SPDX-License-Identifier: EUPL-1.2
"""Making and destroying keys. Each is committed on its own in the database of keys, whatever happens elsewhere.

So a key is there before its dossier is, and gone before anything else of an erased dossier is. What a
crash leaves between the two is a key without a dossier, which `sweeping` destroys.
"""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction

from baken.closed.vault import keks
from baken.closed.vault.models import ALIAS, DossierKey, IndexKey
from baken.closed.vault.reads import forget, root_keys
from baken.closed.vault.sealing import new_key
from baken.closed.vault.wrapping import unwrap_kek, wrap_dossier_key, wrap_index_key


class BucketInUse(Exception):
    """A bucket still holds keys of dossiers."""


def make_dossier_key(*, dossier: UUID, agency: UUID, bucket: str) -> None:
    """Store a random key for a dossier that is about to be made; raise IntegrityError where it has one."""
    make_dossier_keys(dossiers=[dossier], agency=agency, bucket=bucket)


def make_dossier_keys(*, dossiers: Iterable[UUID], agency: UUID, bucket: str) -> None:
    """Store a random key for each of the dossiers that are about to be made, all of them or none."""
    with transaction.atomic(using=ALIAS, durable=True):
        _ensure_index_key(agency)
        kek = keks.held_newest(agency, bucket)
        above, rows = unwrap_kek(kek, root_keys()), [DossierKey(dossier=each) for each in dossiers]
        for row in rows:
            wrap_dossier_key(row, new_key(), kek, above)
        DossierKey.objects.bulk_create(rows)


def destroy_dossier_key(*, dossier: UUID) -> bool:
    """Destroy a dossier's key, before its rows go; return whether there was one. What it sealed stays sealed."""
    with transaction.atomic(using=ALIAS, durable=True):
        gone, _ = DossierKey.objects.filter(pk=dossier).delete()
    forget(dossier)
    return bool(gone)


def destroy_bucket(*, agency: UUID, bucket: str) -> int:
    """Destroy every version of a bucket's key at its end; return how many, or raise BucketInUse."""
    with transaction.atomic(using=ALIAS, durable=True):
        versions = list(keks.live(agency, bucket))
        if not all(keks.destroy_if_empty(kek) for kek in versions):
            raise BucketInUse(f"bucket {bucket} still holds keys of dossiers")
    return len(versions)


def _ensure_index_key(agency: UUID) -> None:
    """Store the agency's key for blind indexes with its first dossier; one that is there stays."""
    if IndexKey.objects.filter(pk=agency).exists():
        return
    root = keks.newest_root()
    row = IndexKey(agency=agency)
    wrap_index_key(row, new_key(), root)
    IndexKey.objects.get_or_create(agency=agency, defaults={"wrapped": row.wrapped, "root": row.root})
