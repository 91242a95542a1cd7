# SPDX-License-Identifier: EUPL-1.2
"""The check opens every key, and fails while an old one stays in use past its date."""

from datetime import timedelta
from uuid import uuid4

import pytest

from baken.closed.vault import checking, enrolling, keks, rootkey, rotating
from baken.closed.vault.holders import Pair
from baken.closed.vault.models import DossierKey, IndexKey, Kek
from baken.closed.vault.rootkey import RootKeys, put_on_top
from baken.closed.vault.tests.conftest import AGENCY, keyed
from baken.closed.vault.tests.keepers import THEIRS, changed, enrolled, keepers, slipped_in
from baken.core.clock import now

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture
def after(monkeypatch):
    """Let the check run some days later."""

    def later(days):
        monkeypatch.setattr(checking, "now", lambda: now() + timedelta(days=days))
        return checking.check().faults

    return later


def test_it_counts_what_opens(root_file):
    for bucket in ("2026", "2026", "2027"):
        keyed(bucket)
    assert checking.check() == (3 + 2 + 1, [])


def test_nothing_is_sound(root_file):
    assert checking.check() == (0, [])


@pytest.mark.parametrize("model", [Kek, DossierKey, IndexKey])
def test_it_names_what_does_not_open(model, dossier):
    row = model.objects.get()
    row.wrapped = bytes(row.wrapped[:-1]) + bytes([row.wrapped[-1] ^ 1])
    row.save()
    (fault,) = checking.check().faults
    assert str(row.pk) in fault


def test_it_names_what_a_lost_root_key_wrapped(root_file):
    keyed()
    root_file.unlink()
    put_on_top(root_file)
    assert len(checking.check().faults) == 2


def test_it_names_keys_under_a_destroyed_version(dossier):
    Kek.objects.update(wrapped=b"", destroyed_at=now())
    assert checking.check().faults == ["1 dossier keys are under a destroyed version"]


def test_an_old_version_has_its_time_and_no_more(dossier, after):
    keks.make(AGENCY, "2026")
    assert after(29) == []
    (fault,) = after(31)
    assert "version 1 of bucket 2026" in fault
    list(rotating.steps())
    assert after(31) == []


def test_a_single_old_version_is_sound(dossier, after):
    assert after(4000) == []


def test_an_old_root_key_has_its_time_and_no_more(root_file, after):
    keyed()
    old = RootKeys.read(root_file).newest
    new = put_on_top(root_file)
    assert after(0) == []
    assert after(29) == []
    assert after(31) == [
        "2 keys are wrapped or signed by a root key past its date: rotate",
        f"the root key {old.mark} is past its date: take its line out of the file",
    ]
    list(rotating.under_newest_root())
    assert len(after(31)) == 1
    rootkey.write(root_file, [new.line])
    assert after(31) == []


def test_it_names_a_public_key_that_nobody_signed(root_file):
    holder = enrolled(keepers(*THEIRS))
    assert checking.check() == (4, [])
    slipped = slipped_in(holder, public=Pair.new().public)
    assert any(str(slipped.pk) in fault for fault in checking.check().faults)


def test_it_counts_the_holders_whom_too_few_could_help(root_file):
    them = keepers(*THEIRS[:2])
    holder = enrolled(them)
    assert checking.check().faults == []
    enrolling.enrol_keeper(user=next(iter(them)), agency=AGENCY, passphrase=THEIRS[2])
    (fault,) = checking.check().faults
    assert "1 holders" in fault
    changed(holder, them)
    assert checking.check().faults == []


def test_an_old_root_key_signs_for_its_time_and_no_more(root_file, after):
    enrolled(keepers(*THEIRS[:2]))
    put_on_top(root_file)
    assert after(29) == []
    assert after(31)[0] == "3 keys are wrapped or signed by a root key past its date: rotate"
    list(rotating.under_newest_root())
    assert len(after(31)) == 1


def test_it_counts_keepers_who_left_as_gone(root_file):
    them = keepers(*THEIRS[:2])
    enrolled(them)
    there = {(AGENCY, user) for user in them}
    assert checking.check(there).faults == []
    (fault,) = checking.check({next(iter(there))}).faults
    assert "1 holders" in fault
    assert checking.check({(uuid4(), user) for user in them}).faults == [fault]
