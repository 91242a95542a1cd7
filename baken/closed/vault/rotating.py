# SPDX-License-Identifier: EUPL-1.2
"""Changing keys while the service runs: new versions, and every dossier key wrapped anew. No data is rewritten.

The work is cut in small steps, each committed. Stopped or killed anywhere, the next run goes on: what is
left to do is read from the rows.
"""

from collections.abc import Iterator
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Now

from baken.closed.vault import keks, wrapping
from baken.closed.vault.models import ALIAS, DossierKey, IndexKey, Kek, PersonalKey, ReportKey, Rotation
from baken.closed.vault.reads import root_keys

BATCH = 200  # keys in one step, so that nobody waits long for a lock


class Step(NamedTuple):
    """What one committed step did, and to how many keys."""

    did: str
    keys: int


def steps() -> Iterator[Step]:
    """Change all keys, a committed step at each turn; go on with a rotation that was cut off."""
    rotation, _ = Rotation.objects.get_or_create(finished_at=None)
    yield from under_newest_root()
    groups = Kek.objects.filter(destroyed_at=None).order_by("agency", "bucket").values_list("agency", "bucket")
    for agency, bucket in list(groups.distinct()):
        yield from _renew(agency, bucket, rotation)
    Rotation.objects.filter(pk=rotation.pk).update(finished_at=Now())


def under_newest_root() -> Iterator[Step]:
    """Wrap and sign by the newest root key whatever an older one did, a committed step at each turn."""
    keks.newest_root()
    for kek in list(keks_under_older_roots()):
        yield Step("wrapped by the newest root key", _rewrap_kek(kek.pk))
    for row in list(index_keys_under_older_roots()):
        yield Step("wrapped by the newest root key", _rewrap_index_key(row.pk))
    for key in list(report_keys_under_older_roots()):
        yield Step("wrapped by the newest root key", _rewrap_report_key(key.pk))
    for person in list(people_under_older_roots()):
        yield Step("signed by the newest root key", _sign_anew(person.pk))


def keks_under_older_roots() -> QuerySet[Kek]:
    """Return the keys of agencies and buckets that the newest root key does not wrap."""
    return Kek.objects.filter(destroyed_at=None).exclude(root=root_keys().newest.mark)


def index_keys_under_older_roots() -> QuerySet[IndexKey]:
    """Return the index keys that the newest root key does not wrap."""
    return IndexKey.objects.exclude(root=root_keys().newest.mark)


def report_keys_under_older_roots() -> QuerySet[ReportKey]:
    """Return the keys for reports that the newest root key does not wrap, those out of use too: letters may wait."""
    return ReportKey.objects.exclude(root=root_keys().newest.mark)


def people_under_older_roots() -> QuerySet[PersonalKey]:
    """Return the keys of people, in use, whose public half the newest root key did not sign."""
    return PersonalKey.objects.filter(ended_at=None).exclude(root=root_keys().newest.mark)


def all_under_newest_root() -> bool:
    """Return whether the newest root key wraps and signs all there is."""
    return not under_older_roots()


def under_older_roots() -> int:
    """Return how many keys an older root key still wraps or signs."""
    left = (
        keks_under_older_roots(),
        index_keys_under_older_roots(),
        report_keys_under_older_roots(),
        people_under_older_roots(),
    )
    return sum(each.count() for each in left)


def _renew(agency: UUID, bucket: str, rotation: Rotation) -> Iterator[Step]:
    """Put all keys of a bucket under a version made since the rotation began, then destroy the older versions."""
    newest = keks.live(agency, bucket).first()
    if newest is None:
        return
    if newest.made_at < rotation.begun_at:
        newest = keks.make(agency, bucket)
        yield Step("made", 1)
    for old in list(keks.live(agency, bucket).exclude(pk=newest.pk)):
        while not _destroyed(old):
            yield Step("wrapped by a new version", _move(old, newest))
        yield Step("destroyed", 1)


def _move(old: Kek, newest: Kek) -> int:
    """Wrap a batch of dossier keys by another version; a key that is erased meanwhile stays erased."""
    with transaction.atomic(using=ALIAS, durable=True):
        held, roots = keks.hold(newest), root_keys()
        if held is None:
            raise RuntimeError("another rotation overtook this one: run it again")
        rows = list(DossierKey.objects.select_for_update().filter(kek=old)[:BATCH])
        before, after = wrapping.unwrap_kek(old, roots), wrapping.unwrap_kek(held, roots)
        for row in rows:
            wrapping.wrap_dossier_key(row, wrapping.unwrap_dossier_key(row, before), held, after)
        DossierKey.objects.bulk_update(rows, ["kek", "wrapped"])
    return len(rows)


def _destroyed(old: Kek) -> bool:
    with transaction.atomic(using=ALIAS, durable=True):
        return keks.destroy_if_empty(old)


def _rewrap_kek(pk: UUID) -> int:
    with transaction.atomic(using=ALIAS, durable=True):
        kek = Kek.objects.select_for_update(no_key=True).get(pk=pk)
        if kek.destroyed_at:
            return 0
        roots = root_keys()
        wrapping.wrap_kek(kek, wrapping.unwrap_kek(kek, roots), roots.newest)
        kek.save(update_fields=["wrapped", "root"])
    return 1


def _rewrap_index_key(agency: UUID) -> int:
    with transaction.atomic(using=ALIAS, durable=True):
        row = IndexKey.objects.select_for_update(no_key=True).get(pk=agency)
        roots = root_keys()
        wrapping.wrap_index_key(row, wrapping.unwrap_index_key(row, roots), roots.newest)
        row.save(update_fields=["wrapped", "root"])
    return 1


def _rewrap_report_key(pk: UUID) -> int:
    with transaction.atomic(using=ALIAS, durable=True):
        row = ReportKey.objects.select_for_update(no_key=True).get(pk=pk)
        roots = root_keys()
        wrapping.wrap_report_key(row, wrapping.unwrap_report_key(row, roots), roots.newest)
        row.save(update_fields=["wrapped", "root"])
    return 1


def _sign_anew(pk: UUID) -> int:
    """Sign a public key by the newest root key; one that the older did not sign is refused, never made good."""
    with transaction.atomic(using=ALIAS, durable=True):
        row = PersonalKey.objects.select_for_update(no_key=True).get(pk=pk)
        roots = root_keys()
        wrapping.signed(row, roots)
        wrapping.sign(row, roots.newest)
        row.save(update_fields=["signature", "root"])
    return 1
