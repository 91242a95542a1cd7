# SPDX-License-Identifier: EUPL-1.2
"""The versions of the key of an agency and bucket: making the next, holding the newest, destroying an empty one."""

from uuid import UUID

from django.db.models import Max, QuerySet
from django.db.models.functions import Now

from baken.closed.vault.models import Kek, RootMark
from baken.closed.vault.reads import root_keys
from baken.closed.vault.rootkey import RootKey
from baken.closed.vault.sealing import new_key
from baken.closed.vault.wrapping import wrap_kek


def live(agency: UUID, bucket: str) -> QuerySet[Kek]:
    """Return the versions that are not destroyed, newest first."""
    return Kek.objects.filter(agency=agency, bucket=bucket, destroyed_at=None).order_by("-version")


def make(agency: UUID, bucket: str) -> Kek:
    """Store the next version, or return the one that somebody else stored at the same moment."""
    root = newest_root()
    last = Kek.objects.filter(agency=agency, bucket=bucket).aggregate(last=Max("version"))["last"]
    kek = Kek(agency=agency, bucket=bucket, version=(last or 0) + 1)
    wrap_kek(kek, new_key(), root)
    made = {"id": kek.pk, "wrapped": kek.wrapped, "root": kek.root}
    return Kek.objects.get_or_create(agency=agency, bucket=bucket, version=kek.version, defaults=made)[0]


def newest_root() -> RootKey:
    """Return the newest root key, and note when it was first seen."""
    root = root_keys().newest
    RootMark.objects.get_or_create(mark=root.mark)
    return root


def held_newest(agency: UUID, bucket: str) -> Kek:
    """Return the newest version, made where there is none; it is not destroyed before this transaction ends."""
    while True:
        newest = live(agency, bucket).first() or make(agency, bucket)
        if held := hold(newest):
            return held


def hold(kek: Kek) -> Kek | None:
    """Keep a version from being destroyed before this transaction ends; return None where it already was."""
    return Kek.objects.select_for_update(no_key=True).filter(pk=kek.pk, destroyed_at=None).first()


def destroy_if_empty(kek: Kek) -> bool:
    """Destroy a version under which no key is left, within the caller's transaction; return whether it is gone."""
    # Whoever puts a key under this version holds it; locked, it can be counted.
    if Kek.objects.select_for_update().get(pk=kek.pk).dossier_keys.exists():
        return False
    Kek.objects.filter(pk=kek.pk, destroyed_at=None).update(wrapped=b"", destroyed_at=Now())
    return True
