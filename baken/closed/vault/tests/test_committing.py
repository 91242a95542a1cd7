# SPDX-License-Identifier: EUPL-1.2
"""Keys come and go on their own, whatever becomes of the transaction around them; no two writers lose one."""

import contextlib
import threading
import time
from uuid import uuid4

import psycopg
import pytest
from django.db import connections, transaction

from baken.closed.vault import actions, keks, rotating, wrapping
from baken.closed.vault.models import DossierKey, Kek
from baken.closed.vault.reads import dossier_key
from baken.closed.vault.tests.conftest import AGENCY, keyed
from baken.core import addresses
from baken.verbs.keys import _dossiers


def seen_by_another(database, dossier) -> bool:
    with psycopg.connect(database.address("runtime", "keys")) as other:
        return bool(other.execute("SELECT 1 FROM vault_dossierkey WHERE dossier = %s", [dossier]).fetchone())


def test_a_key_comes_and_goes_though_the_transaction_around_it_fails(committed):
    with contextlib.suppress(ZeroDivisionError), transaction.atomic():
        dossier = keyed()
        assert seen_by_another(committed, dossier)
        raise ZeroDivisionError
    assert seen_by_another(committed, dossier)
    with contextlib.suppress(ZeroDivisionError), transaction.atomic():
        actions.destroy_dossier_key(dossier=dossier)
        assert not seen_by_another(committed, dossier)
        raise ZeroDivisionError
    assert not seen_by_another(committed, dossier)


def test_none_of_it_may_hang_on_a_transaction_of_the_keys(committed):
    for use in (
        keyed,
        lambda: actions.destroy_dossier_key(dossier=uuid4()),
        lambda: actions.destroy_bucket(agency=AGENCY, bucket="2026"),
    ):
        with transaction.atomic(using="keys"), pytest.raises(RuntimeError, match="durable"):
            use()


def together(*jobs) -> list[BaseException]:
    """Run jobs at the same time, each with connections of its own; return what went wrong."""
    failed = []

    def run(job):
        try:
            job()
        except BaseException as error:
            failed.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    return failed


def test_writers_at_once_share_one_version(committed):
    made = []
    assert together(*[lambda: made.append(keyed("2030")) for _ in range(8)]) == []
    assert Kek.objects.get(bucket="2030").version == 1
    assert [len(dossier_key(dossier)) for dossier in made] == [32] * 8


def test_no_key_is_lost_while_keys_rotate_and_dossiers_come_and_go(committed, monkeypatch):
    monkeypatch.setattr(rotating, "BATCH", 3)
    kept, erased, wrong, done = {}, [], [], threading.Event()
    for each in [keyed() for _ in range(20)]:
        kept[each] = dossier_key(each)

    def write():
        while not done.is_set():
            each = keyed()
            kept[each] = dossier_key(each)

    def erase():
        while not done.is_set():
            each = keyed()
            actions.destroy_dossier_key(dossier=each)
            erased.append(each)

    def read():
        while not done.is_set():
            wrong.extend(each for each, key in list(kept.items()) if dossier_key(each) != key)

    def rotate():
        try:
            for _ in range(3):
                list(rotating.steps())
        finally:
            done.set()

    assert together(write, write, erase, read, rotate) == []
    assert wrong == []
    assert {each: dossier_key(each) for each in kept} == kept
    assert len(kept) > 30
    assert not DossierKey.objects.filter(pk__in=erased).exists()
    assert erased
    assert Kek.objects.filter(destroyed_at=None).count() == 1
    assert Kek.objects.count() == 4


def test_a_version_is_not_destroyed_under_a_writer(committed):
    old, held = keks.make(AGENCY, "2026"), threading.Event()
    keks.make(AGENCY, "2026")

    def write():
        with transaction.atomic(using="keys"):
            assert keks.hold(old)
            held.set()
            time.sleep(0.5)  # by then the other waits
            DossierKey.objects.create(dossier=uuid4(), kek=old, wrapped=b"a key")

    def destroy():
        held.wait(30)
        with transaction.atomic(using="keys"):
            assert not keks.destroy_if_empty(old)

    assert together(write, destroy) == []
    old.refresh_from_db()
    assert old.destroyed_at is None
    assert old.dossier_keys.count() == 1


def test_a_key_is_not_erased_and_made_again_under_a_step(committed, monkeypatch):
    keyed()
    real, refused = wrapping.wrap_dossier_key, []

    def while_wrapping(row, *given):
        with psycopg.connect(committed.address("runtime", "keys")) as other:
            other.execute("SET lock_timeout = '200ms'")
            try:
                other.execute("DELETE FROM vault_dossierkey WHERE dossier = %s", [row.pk])
            except psycopg.errors.LockNotAvailable:
                refused.append(row.pk)
        real(row, *given)

    monkeypatch.setattr(wrapping, "wrap_dossier_key", while_wrapping)
    list(rotating.steps())
    assert len(refused) == 1
    assert dossier_key(refused[0])


def test_a_writer_takes_the_newest_version_when_its_own_was_destroyed(committed):
    old, held, new = keks.make(AGENCY, "2026"), threading.Event(), []

    def destroy():
        with transaction.atomic(using="keys"):
            Kek.objects.select_for_update().get(pk=old.pk)
            held.set()
            time.sleep(0.5)  # by then the other waits
            keks.make(AGENCY, "2026")
            assert keks.destroy_if_empty(old)

    def write():
        held.wait(30)
        new.append(keyed())

    assert together(destroy, write) == []
    assert DossierKey.objects.get(pk=new[0]).kek.version == 2


def test_the_sweep_asks_a_role_from_which_no_policy_hides_a_dossier(committed, monkeypatch):
    agency, made = uuid4(), uuid4()
    with psycopg.connect(committed.address("owner"), autocommit=True) as owner:
        owner.execute("INSERT INTO access_agency (id, name, kind) VALUES (%s, 'Verzonnen', 'partner')", [agency])
        owner.execute(
            "INSERT INTO access_dossier (id, agency_id, number, kind, bucket, opened_at)"
            " VALUES (%s, %s, '2026-1', 'case', '2026', now())",
            [made, agency],
        )
    given = {"BAKEN_CLOSED_BACKUP_URL": committed.address("backup")}
    monkeypatch.setattr(addresses, "addressed", lambda door: contextlib.nullcontext(given))
    with _dossiers() as there:
        assert there([made, uuid4()]) == [made]
