# SPDX-License-Identifier: EUPL-1.2
"""Whatever comes between its steps, wherever it is cut off, a rotation keeps every key and ends with new ones only."""

from uuid import UUID

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from baken.closed.vault import actions, blind, keks, reads, rootkey, rotating, wrapping
from baken.closed.vault.holders import Pair
from baken.closed.vault.models import DossierKey, IndexKey, Kek, Rotation
from baken.closed.vault.personal import public_keys
from baken.closed.vault.reads import KeyGone, dossier_key
from baken.closed.vault.rootkey import RootKeys
from baken.closed.vault.sealing import Tampered, bound_to, seal, subkey, unseal
from baken.closed.vault.tests.conftest import AGENCY, keyed
from baken.closed.vault.tests.keepers import THEIRS, enrolled, keepers, slipped_in
from baken.core import clock

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
ROW = UUID(int=7)


class Killed(Exception):
    """A process dies."""


def place(dossier: UUID) -> bytes:
    return bound_to("proof.written", "text", ROW, dossier)


def write(dossier: UUID, text: str) -> bytes:
    return seal(subkey(dossier_key(dossier), "field"), text.encode(), place(dossier))


def read(dossier: UUID, sealed: bytes) -> str:
    return unseal(subkey(dossier_key(dossier), "field"), sealed, place(dossier)).decode()


def written(*dossiers: UUID) -> dict[UUID, bytes]:
    return {dossier: write(dossier, str(dossier)) for dossier in dossiers}


def all_read(values: dict[UUID, bytes]) -> bool:
    return all(read(dossier, sealed) == str(dossier) for dossier, sealed in values.items())


def rotate() -> int:
    return len(list(rotating.steps()))


def test_every_value_is_kept_and_no_old_version_is_left():
    values = written(*[keyed(bucket) for bucket in ("2025", "2026") for _ in range(5)])
    before = set(Kek.objects.values_list("pk", flat=True))
    rotate()
    assert all_read(values)
    assert not DossierKey.objects.filter(kek__in=before).exists()
    assert not Kek.objects.filter(pk__in=before).exclude(wrapped=b"").exists()
    assert Kek.objects.filter(destroyed_at=None).count() == 2


def test_the_data_is_not_touched_and_the_key_stays_the_same(dossier):
    key, wrapped = dossier_key(dossier), DossierKey.objects.get().wrapped
    rotate()
    assert dossier_key(dossier) == key
    assert DossierKey.objects.get().wrapped != wrapped


def test_it_works_in_small_steps(monkeypatch):
    monkeypatch.setattr(rotating, "BATCH", 4)
    for _ in range(10):
        keyed()
    assert [(step.did, step.keys) for step in rotating.steps()] == [
        ("made", 1),
        ("wrapped by a new version", 4),
        ("wrapped by a new version", 4),
        ("wrapped by a new version", 2),
        ("destroyed", 1),
    ]


def test_nothing_to_rotate_is_no_fault():
    assert rotate() == 0
    assert Rotation.objects.get().finished_at


def test_what_is_new_comes_under_the_newest_version_at_once(dossier):
    steps = rotating.steps()
    next(steps)
    assert DossierKey.objects.get(pk=keyed()).kek.version == 2


def test_an_erased_key_does_not_come_back(dossier):
    other = keyed()
    steps = rotating.steps()
    next(steps)
    actions.destroy_dossier_key(dossier=dossier)
    list(steps)
    with pytest.raises(KeyGone):
        dossier_key(dossier)
    assert dossier_key(other)


def test_the_next_run_goes_on_with_what_was_cut_off(dossier):
    keyed("2027")
    next(rotating.steps())
    assert rotate() > 0
    assert Rotation.objects.count() == 1
    assert sorted(Kek.objects.values_list("version", flat=True)) == [1, 1, 2, 2]


def test_each_run_after_a_finished_one_makes_new_versions(dossier):
    rotate()
    rotate()
    assert Rotation.objects.count() == 2
    assert keks.live(AGENCY, "2026").get().version == 3


@pytest.mark.parametrize("function", ["wrap_dossier_key", "unwrap_kek", "unwrap_dossier_key", "wrap_kek"])
@pytest.mark.parametrize("time", [1, 2, 5])
def test_a_death_inside_a_step_loses_nothing(function, time, monkeypatch):
    monkeypatch.setattr(rotating, "BATCH", 2)
    values = written(*[keyed() for _ in range(5)])
    real, calls = getattr(wrapping, function), []

    def dying(*given):
        calls.append(1)
        if len(calls) == time:
            raise Killed
        return real(*given)

    with monkeypatch.context() as patch:
        patch.setattr(wrapping, function, dying)
        patch.setattr(keks, "wrap_kek", dying if function == "wrap_kek" else keks.wrap_kek)
        try:
            rotate()
        except Killed:
            assert len(calls) == time
    assert all_read(values)
    rotate()
    assert all_read(values)
    assert Kek.objects.filter(destroyed_at=None).count() == 1


def test_a_new_root_key_wraps_everything(root_file, dossier):
    index, key = blind.blind_index(AGENCY, "phone", "0612345678"), dossier_key(dossier)
    new = rootkey.put_on_top(root_file)
    assert [step.keys for step in rotating.under_newest_root()] == [1, 1]
    assert list(rotating.under_newest_root()) == []
    rootkey.write(root_file, [new.line])
    assert dossier_key(dossier) == key
    assert blind.blind_index(AGENCY, "phone", "0612345678") == index


def test_rotating_all_leaves_nothing_under_an_old_root_key(root_file, dossier):
    key, new = dossier_key(dossier), rootkey.put_on_top(root_file)
    rotate()
    rootkey.write(root_file, [new.line])
    assert dossier_key(dossier) == key
    assert set(Kek.objects.filter(destroyed_at=None).values_list("root", flat=True)) == {new.mark}
    assert set(IndexKey.objects.values_list("root", flat=True)) == {new.mark}


def test_a_new_root_key_signs_everybody_and_nobody_who_was_slipped_in(root_file):
    holder = enrolled(keepers(*THEIRS[:2]))
    new = rootkey.put_on_top(root_file)
    assert [step.keys for step in rotating.under_newest_root()] == [1, 1, 1]
    rootkey.write(root_file, [new.line])
    assert public_keys(agency=AGENCY, users=[holder.user]) == {holder.user: bytes(holder.public)}
    rootkey.put_on_top(root_file)
    slipped_in(holder, public=Pair.new().public)
    with pytest.raises(Tampered):
        list(rotating.under_newest_root())
    assert public_keys(agency=AGENCY, users=[holder.user]) == {}


class Interleaving(RuleBasedStateMachine):
    """Dossiers come, are read, written and erased between the steps of rotations that stop, die and begin anew."""

    def __init__(self) -> None:
        super().__init__()
        DossierKey.objects.all().delete()
        Rotation.objects.filter(finished_at=None).update(finished_at=clock.now())
        self.values: dict[UUID, tuple[str, bytes]] = {}
        self.erased: set[UUID] = set()
        self.steps = None

    @rule(bucket=st.sampled_from(["2025", "2026"]), text=st.text(max_size=5))
    def open_dossier(self, bucket, text):
        dossier = keyed(bucket)
        self.values[dossier] = (text, write(dossier, text))

    @precondition(lambda self: self.values)
    @rule(data=st.data(), text=st.text(max_size=5))
    def write_again(self, data, text):
        dossier = data.draw(st.sampled_from(sorted(self.values)))
        self.values[dossier] = (text, write(dossier, text))

    @precondition(lambda self: self.values)
    @rule(data=st.data())
    def erase(self, data):
        dossier = data.draw(st.sampled_from(sorted(self.values)))
        assert actions.destroy_dossier_key(dossier=dossier)
        del self.values[dossier]
        self.erased.add(dossier)

    @rule()
    def take_a_step(self):
        self.steps = self.steps or rotating.steps()
        if next(self.steps, None) is None:
            self.steps = None

    @rule()
    def die(self):
        self.steps = None

    @rule(data=st.data())
    def die_inside_a_step(self, data):
        real, left = wrapping.wrap_dossier_key, [data.draw(st.integers(0, 2))]

        def dying(*given):
            if not left[0]:
                raise Killed
            left[0] -= 1
            return real(*given)

        rotating.wrapping.wrap_dossier_key = dying
        try:
            next(rotating.steps(), None)
        except Killed:
            pass
        finally:
            rotating.wrapping.wrap_dossier_key = real
        self.steps = None

    @rule()
    def change_the_root_key(self):
        rootkey.put_on_top(self.root_file)

    @rule()
    def finish(self):
        rotate()
        self.steps = None
        rootkey.write(self.root_file, [RootKeys.read(self.root_file).newest.line])
        assert not Rotation.objects.filter(finished_at=None).exists()

    @invariant()
    def every_value_is_kept(self):
        assert {each: read(each, sealed) for each, (_, sealed) in self.values.items()} == {
            each: text for each, (text, _) in self.values.items()
        }

    @invariant()
    def nothing_erased_comes_back(self):
        assert not reads.dossier_keys(self.erased)


def test_any_interleaving_keeps_every_value(root_file, monkeypatch):
    monkeypatch.setattr(rotating, "BATCH", 2)
    Interleaving.root_file = root_file
    checks = settings(max_examples=25, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(Interleaving, settings=checks)
