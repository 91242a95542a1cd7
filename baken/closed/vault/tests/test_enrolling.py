# SPDX-License-Identifier: EUPL-1.2
"""Only a holder's passphrase opens a letter; neither the server nor a keeper does."""

from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from baken.closed.vault import enrolling
from baken.closed.vault.holders import NotAHolder, Pair, by_private, seal_to
from baken.closed.vault.models import PassedShare, PersonalKey, Share
from baken.closed.vault.passphrases import WrongPassphrase
from baken.closed.vault.personal import Purpose, opening, own, private_key, public_keys, trusted
from baken.closed.vault.sealing import Tampered
from baken.closed.vault.tests.conftest import AGENCY
from baken.closed.vault.tests.keepers import MINE, NEW, THEIRS, changed, enrolled, keepers, read, slipped_in

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
ADDRESS = b"Verzonnenstraat 1, Nergenshuizen"


@pytest.fixture
def two():
    return keepers(*THEIRS[:2])


@pytest.fixture
def holder(two):
    return enrolled(two)


@pytest.fixture
def letter(holder):
    return seal_to(public_keys(agency=AGENCY, users=[holder.user]), ADDRESS, b"place")


def test_a_holder_opens_her_letter(holder, letter):
    assert read(holder, letter, MINE) == ADDRESS


@pytest.mark.parametrize("passphrase", ["", MINE.upper(), MINE + " ", *THEIRS])
def test_another_passphrase_raises(passphrase, holder, letter):
    with pytest.raises(WrongPassphrase):
        read(holder, letter, passphrase)


def test_the_key_is_put_away_after_its_request(holder, letter):
    with opening(user=holder.user, agency=AGENCY, passphrase=MINE) as key:
        pass
    with pytest.raises(NotAHolder):
        key.open(letter, b"place")


def test_who_is_no_holder_opens_nothing(holder, two):
    keeper = next(iter(two))
    for user, agency in ((uuid4(), AGENCY), (holder.user, uuid4()), (keeper, AGENCY)):
        with pytest.raises(NotAHolder), opening(user=user, agency=agency, passphrase=MINE):
            pytest.fail("it opened")


def test_public_keys_are_told_of_holders_of_that_agency_only(holder, two):
    assert public_keys(agency=AGENCY, users=[holder.user, uuid4(), *two]) == {holder.user: bytes(holder.public)}
    assert public_keys(agency=uuid4(), users=[holder.user]) == {}


def test_a_second_enrolment_is_refused(holder, two):
    with pytest.raises(IntegrityError), transaction.atomic(using="keys"):
        enrolling.enrol_holder(user=holder.user, agency=AGENCY, passphrase=MINE, keepers=set(two))


@pytest.mark.parametrize("there", [0, 1])
def test_nobody_is_enrolled_where_a_forgotten_passphrase_would_lose_all(there):
    with pytest.raises(enrolling.TooFewKeepers):
        enrolled(keepers(*THEIRS[:there]))
    assert not PersonalKey.objects.filter(purpose=Purpose.HOLDER).exists()


def test_only_those_named_keep_shares_and_never_the_holder_herself(two):
    third, other = keepers(THEIRS[2]), keepers(MINE)
    (herself,) = other
    holder = enrolling.enrol_holder(user=herself, agency=AGENCY, passphrase=NEW, keepers={*two, *other})
    assert set(holder.shares.values_list("keeper__user", flat=True)) == set(two)
    assert not set(third) & set(holder.shares.values_list("keeper__user", flat=True))
    with pytest.raises(enrolling.TooFewKeepers):
        enrolling.enrol_holder(user=next(iter(third)), agency=AGENCY, passphrase=NEW, keepers={*third, next(iter(two))})


@pytest.mark.parametrize("passphrase", ["", "kort", "negentien tekens ..", "a" * 28, "abcdefg" * 5])
def test_a_weak_passphrase_is_refused(passphrase, two, holder):
    with pytest.raises(ValidationError):
        enrolled(two, passphrase)
    with pytest.raises(ValidationError):
        keepers(passphrase)
    with pytest.raises(ValidationError):
        changed(holder, two, new=passphrase)
    assert PersonalKey.objects.get(purpose=Purpose.HOLDER).locked == holder.locked


def test_a_changed_passphrase_takes_the_old_ones_place(holder, letter, two):
    with pytest.raises(WrongPassphrase):
        changed(holder, two, old=NEW)
    changed(holder, two)
    assert read(holder, letter, NEW) == ADDRESS
    with pytest.raises(WrongPassphrase):
        read(holder, letter, MINE)


def test_a_changed_passphrase_is_shared_out_to_who_keeps_now(holder, two):
    before = set(holder.shares.values_list("pk", flat=True))
    newer = keepers(*THEIRS)
    changed(holder, newer)
    assert set(holder.shares.values_list("keeper__user", flat=True)) == set(newer)
    assert not before & set(holder.shares.values_list("pk", flat=True))


def test_a_change_without_keepers_changes_nothing(holder, letter, two):
    with pytest.raises(enrolling.TooFewKeepers):
        changed(holder, [next(iter(two))])
    assert read(holder, letter, MINE) == ADDRESS
    assert Share.objects.filter(holder=holder).count() == len(two)


def test_a_keeper_who_starts_anew_has_one_key_and_keeps_nothing(holder, two):
    user = next(iter(two))
    enrolling.enrol_keeper(user=user, agency=AGENCY, passphrase=NEW)
    key = own(Purpose.KEEPER, user=user, agency=AGENCY)
    assert private_key(key, NEW)
    assert not key.kept.exists()


def test_a_share_is_not_the_key(holder, two):
    for share in Share.objects.all():
        told = by_private(private_key(share.keeper, two[share.keeper.user]), bytes(share.sealed))
        with opening(user=holder.user, agency=AGENCY, passphrase=MINE) as key:
            assert key._private not in told


def test_a_key_that_was_slipped_in_does_not_open_her_letter(holder, letter, two):
    stranger = enrolled(two, NEW)
    slipped_in(holder, public=stranger.public, locked=stranger.locked)
    with pytest.raises(WrongPassphrase):
        read(holder, letter, NEW)


@pytest.mark.parametrize("what", ["pk", "public", "user", "agency", "purpose", "signature", "root"])
def test_a_public_key_is_trusted_as_it_was_signed_only(what, holder, two, caplog):
    assert list(trusted([holder])) == [holder]
    stranger = enrolled(two, NEW)
    changes = {"agency": uuid4(), "purpose": Purpose.KEEPER, "root": "0" * 16}
    setattr(holder, what, changes.get(what, getattr(stranger, what)))
    assert list(trusted([holder, stranger])) == [stranger]
    assert str(holder.pk) in caplog.text


def test_nothing_is_sealed_to_a_key_that_was_slipped_in(holder, two):
    slipped_in(holder, public=Pair.new().public)
    assert public_keys(agency=AGENCY, users=[holder.user]) == {}


def test_no_share_is_sealed_to_a_keeper_who_was_slipped_in(two):
    (user,) = keepers(THEIRS[2])
    slipped_in(own(Purpose.KEEPER, user=user, agency=AGENCY), public=Pair.new().public)
    holder = enrolled([*two, user])
    assert set(holder.shares.values_list("keeper__user", flat=True)) == set(two)


def test_nothing_stored_opens_without_a_passphrase(holder):
    stored = b"".join(
        bytes(value)
        for model in (PersonalKey, Share, PassedShare)
        for row in model.objects.values()
        for value in row.values()
        if isinstance(value, bytes | memoryview)
    )
    with opening(user=holder.user, agency=AGENCY, passphrase=MINE) as key:
        assert key._private not in stored


def test_a_share_of_another_key_does_not_pass_for_ones_own(holder, two):
    other = enrolled(two)
    user, passphrase = next(iter(two.items()))
    key = own(Purpose.KEEPER, user=user, agency=AGENCY)
    mine, hers = (Share.objects.get(holder=each, keeper=key) for each in (holder, other))
    told = by_private(private_key(key, passphrase), bytes(mine.sealed))
    assert told != by_private(private_key(key, passphrase), bytes(hers.sealed))
    with pytest.raises(Tampered):
        by_private(private_key(key, passphrase), bytes(mine.sealed[:-1]) + bytes([mine.sealed[-1] ^ 1]))
