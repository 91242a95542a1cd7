# SPDX-License-Identifier: EUPL-1.2
"""Only keys that surely have no dossier are destroyed; a blind answer destroys none."""

from datetime import timedelta

import pytest

from baken.closed.vault import sweeping
from baken.closed.vault.models import DossierKey
from baken.closed.vault.sweeping import SweepRefused, sweep
from baken.closed.vault.tests.conftest import keyed
from baken.core.clock import now

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def old_keys(count):
    made = {keyed() for _ in range(count)}
    DossierKey.objects.filter(pk__in=made).update(made_at=now() - timedelta(minutes=61))
    return made


def keys():
    return set(DossierKey.objects.values_list("pk", flat=True))


def test_it_destroys_what_has_no_dossier():
    kept, orphans = old_keys(3), old_keys(2)
    assert set(sweep(there=lambda asked: kept & set(asked))) == orphans
    assert keys() == kept
    assert sweep(there=lambda asked: kept & set(asked)) == []


def test_it_leaves_what_is_young():
    kept, young = old_keys(1), {keyed()}
    asked = []
    assert sweep(there=lambda batch: asked.extend(batch) or kept) == []
    assert set(asked) == kept
    assert keys() == kept | young


def test_it_asks_in_batches(monkeypatch):
    monkeypatch.setattr(sweeping, "_BATCH", 2)
    kept, sizes = old_keys(5), []
    orphans = old_keys(1)
    assert sweep(there=lambda asked: sizes.append(len(asked)) or kept & set(asked)) == list(orphans)
    assert sizes == [2, 2, 2]


def test_it_refuses_an_answer_that_sees_nothing():
    made = old_keys(2)
    with pytest.raises(SweepRefused, match="not one of 2"):
        sweep(there=lambda asked: [])
    assert keys() == made


def test_it_refuses_to_destroy_more_than_crashes_explain():
    kept, orphans = old_keys(1), old_keys(3)
    with pytest.raises(SweepRefused, match="3 of 4"):
        sweep(there=lambda asked: kept, at_most=2)
    assert keys() == kept | orphans
    assert set(sweep(there=lambda asked: kept, at_most=3)) == orphans


def test_nothing_to_sweep_is_no_fault():
    assert sweep(there=lambda asked: []) == []
