# SPDX-License-Identifier: EUPL-1.2
"""A dossier's key is there before it and gone first; a key opens in its own row, and is remembered for one request."""

import contextlib
from uuid import uuid4

import pytest
from django.db import IntegrityError, ProgrammingError, connections, transaction

from baken.closed.vault import actions, keks, reads
from baken.closed.vault.models import DossierKey, IndexKey, Kek, PassedShare, PersonalKey, RootMark, Rotation, Share
from baken.closed.vault.reads import KeyGone, dossier_key, dossier_keys, forgetting
from baken.closed.vault.rootkey import RootKeyError, RootKeys, put_on_top
from baken.closed.vault.sealing import Tampered
from baken.closed.vault.tests.conftest import AGENCY, keyed

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def test_each_dossier_has_a_key_of_its_own():
    keys = {dossier_key(keyed()) for _ in range(20)}
    assert len(keys) == 20
    assert {len(key) for key in keys} == {32}


def test_a_dossier_keeps_its_key(dossier):
    assert dossier_key(dossier) == dossier_key(dossier)


def test_a_second_key_is_refused(dossier):
    key = dossier_key(dossier)
    with pytest.raises(IntegrityError), transaction.atomic(using="keys"):
        DossierKey.objects.create(dossier=dossier, kek=Kek.objects.get(), wrapped=b"x")
    assert dossier_key(dossier) == key


def test_making_a_second_key_is_refused(dossier):
    with pytest.raises(IntegrityError):
        actions.make_dossier_key(dossier=dossier, agency=AGENCY, bucket="2026")


def test_no_key_is_made_up():
    with pytest.raises(KeyGone):
        dossier_key(uuid4())
    assert dossier_keys([uuid4()]) == {}


def test_a_destroyed_key_is_gone(dossier):
    with forgetting():
        dossier_key(dossier)
        assert actions.destroy_dossier_key(dossier=dossier)
        assert not actions.destroy_dossier_key(dossier=dossier)
        with pytest.raises(KeyGone):
            dossier_key(dossier)


def test_a_key_made_again_is_another(dossier):
    key = dossier_key(dossier)
    actions.destroy_dossier_key(dossier=dossier)
    actions.make_dossier_key(dossier=dossier, agency=AGENCY, bucket="2026")
    assert dossier_key(dossier) != key


def test_agencies_and_buckets_have_keys_apart():
    other = uuid4()
    for agency, bucket in ((AGENCY, "2026"), (AGENCY, "2026"), (AGENCY, "2027"), (other, "2026")):
        keyed(bucket, agency)
    assert sorted(Kek.objects.values_list("agency", "bucket")) == sorted(
        [(AGENCY, "2026"), (AGENCY, "2027"), (other, "2026")]
    )
    assert set(IndexKey.objects.values_list("agency", flat=True)) == {AGENCY, other}


def test_a_wrapped_key_opens_in_its_own_row_only(dossier):
    other = DossierKey.objects.get(pk=keyed())
    other.wrapped = DossierKey.objects.get(pk=dossier).wrapped
    other.save()
    with pytest.raises(Tampered):
        dossier_key(other.pk)


@pytest.mark.parametrize("change", [{"bucket": "2027"}, {"agency": uuid4()}])
def test_a_key_of_a_bucket_opens_in_its_own_bucket_only(dossier, change):
    Kek.objects.update(**change)
    with pytest.raises(Tampered):
        dossier_key(dossier)


def test_an_index_key_opens_for_its_own_agency_only(dossier):
    other = uuid4()
    keyed(agency=other)
    IndexKey.objects.filter(pk=other).update(wrapped=IndexKey.objects.get(pk=AGENCY).wrapped)
    with pytest.raises(Tampered):
        reads.index_key(other)
    with pytest.raises(KeyGone):
        reads.index_key(uuid4())


def test_nothing_in_the_database_opens_without_the_root_key(root_file):
    dossier = keyed()
    assert dossier_key(dossier)
    root_file.unlink()
    put_on_top(root_file)
    with pytest.raises(RootKeyError, match="is not in the file"):
        dossier_key(dossier)


def test_a_new_root_key_counts_without_a_restart(root_file):
    old, key = keyed(), None
    key = dossier_key(old)
    put_on_top(root_file)
    new = keyed("2027")
    assert dossier_key(old) == key
    assert Kek.objects.get(bucket="2027").root == RootKeys.read(root_file).newest.mark
    assert RootMark.objects.filter(mark=Kek.objects.get(bucket="2026").root).exists()
    assert dossier_key(new)


def test_a_key_is_remembered_for_one_request(dossier, django_assert_num_queries):
    with forgetting():
        with django_assert_num_queries(1, using="keys"):
            assert dossier_key(dossier) == dossier_key(dossier)
        with forgetting(), django_assert_num_queries(1, using="keys"):
            dossier_key(dossier)
    with django_assert_num_queries(2, using="keys"):
        assert dossier_key(dossier) == dossier_key(dossier)


def test_keys_are_forgotten_when_a_request_fails(dossier):
    with contextlib.suppress(ZeroDivisionError), forgetting():
        dossier_key(dossier)
        kept = reads._remembered.get()
        assert kept
        raise ZeroDivisionError
    assert kept == {}
    assert reads._remembered.get() is None


def test_many_keys_are_asked_for_with_one_question(django_assert_num_queries):
    many = [keyed(bucket) for bucket in ("2025", "2026") for _ in range(5)]
    with forgetting():
        with django_assert_num_queries(1, using="keys"):
            assert dossier_keys(many).keys() == set(many)
        with django_assert_num_queries(0, using="keys"):
            for dossier in many:
                dossier_key(dossier)


def test_no_more_keys_are_remembered_than_a_search_reads(monkeypatch):
    monkeypatch.setattr(reads, "MOST_REMEMBERED", 3)
    many = [keyed() for _ in range(5)]
    with forgetting():
        assert [len(dossier_key(each)) for each in many] == [32] * 5
        assert list(reads._remembered.get()) == many[2:]


def test_a_bucket_is_destroyed_at_its_end(dossier):
    with pytest.raises(actions.BucketInUse):
        actions.destroy_bucket(agency=AGENCY, bucket="2026")
    assert dossier_key(dossier)
    actions.destroy_dossier_key(dossier=dossier)
    assert actions.destroy_bucket(agency=AGENCY, bucket="2026") == 1
    kek = Kek.objects.get()
    assert (bytes(kek.wrapped), kek.destroyed_at is None) == (b"", False)
    assert dossier_key(keyed())
    assert keks.live(AGENCY, "2026").get().version == 2


@pytest.mark.parametrize("model", [Kek, IndexKey, RootMark, Rotation, PersonalKey, PassedShare])
def test_the_running_service_takes_no_other_row_away(model):
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic(using="keys"):
        model.objects.all()._raw_delete("keys")


@pytest.mark.parametrize("model", [RootMark, Share, PassedShare])
def test_the_running_service_changes_no_share(model):
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic(using="keys"):
        model.objects.update(**{model._meta.pk.name: None})


@pytest.mark.parametrize("column", ["id", "public", "user", "agency", "purpose", "made_at"])
def test_the_running_service_never_changes_whose_public_key_one_is(column):
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic(using="keys"):
        PersonalKey.objects.update(**{column: None})


def test_keys_are_in_their_own_database_only(dossier):
    tables = "SELECT count(*) FROM pg_tables WHERE tablename LIKE 'vault_%'"
    counts = {}
    for alias in ("default", "keys"):
        with connections[alias].cursor() as cursor:
            cursor.execute(tables)
            (counts[alias],) = cursor.fetchone()
    assert counts == {"default": 0, "keys": 9}
