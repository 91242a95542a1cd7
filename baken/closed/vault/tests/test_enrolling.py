# SPDX-License-Identifier: EUPL-1.2
"""Only a holder's passphrase opens a letter, or those of both keepers together; neither one of them nor the server."""

from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from baken.closed.vault import enrolling
from baken.closed.vault.holders import NotAHolder, Pair, by_private, seal_to
from baken.closed.vault.models import Holder, Recovery, RecoveryPart
from baken.closed.vault.passphrases import WrongPassphrase, unlock
from baken.closed.vault.reads import opening, public_keys
from baken.closed.vault.sealing import Tampered
from baken.closed.vault.tests.conftest import AGENCY
from baken.closed.vault.wrapping import of_part

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
MINE, NEW = "mijn verzonnen wachtzin", "een andere verzonnen wachtzin"
THEIRS = ("eerste verzonnen wachtzin", "tweede verzonnen wachtzin")
ADDRESS = b"Verzonnenstraat 1, Nergenshuizen"


def keepers() -> dict[UUID, str]:
    return {uuid4(): passphrase for passphrase in THEIRS}


@pytest.fixture
def two():
    found = keepers()
    enrolling.make_recovery(agency=AGENCY, keepers=found)
    return found


@pytest.fixture
def holder(two):
    return enrolling.enrol_holder(user=uuid4(), agency=AGENCY, passphrase=MINE)


@pytest.fixture
def letter(holder):
    return seal_to(public_keys(agency=AGENCY, users=[holder.user]), ADDRESS, b"place")


def opened(holder, letter, passphrase):
    with opening(user=holder.user, agency=AGENCY, passphrase=passphrase) as key:
        return key.open(letter, b"place")


def test_a_holder_opens_her_letter(holder, letter):
    assert opened(holder, letter, MINE) == ADDRESS


@pytest.mark.parametrize("passphrase", ["", MINE.upper(), MINE + " ", *THEIRS])
def test_another_passphrase_raises(passphrase, holder, letter):
    with pytest.raises(WrongPassphrase):
        opened(holder, letter, passphrase)


def test_the_key_is_put_away_after_its_request(holder, letter):
    with opening(user=holder.user, agency=AGENCY, passphrase=MINE) as key:
        pass
    with pytest.raises(NotAHolder):
        key.open(letter, b"place")


def test_who_is_no_holder_opens_nothing(holder, letter):
    for user, agency in ((uuid4(), AGENCY), (holder.user, uuid4())):
        with pytest.raises(NotAHolder), opening(user=user, agency=agency, passphrase=MINE):
            pytest.fail("it opened")


def test_public_keys_are_told_of_holders_of_that_agency_only(holder):
    assert public_keys(agency=AGENCY, users=[holder.user, uuid4()]) == {holder.user: bytes(holder.public)}
    assert public_keys(agency=uuid4(), users=[holder.user]) == {}


def test_a_second_enrolment_is_refused(holder):
    with pytest.raises(IntegrityError), transaction.atomic(using="keys"):
        enrolling.enrol_holder(user=holder.user, agency=AGENCY, passphrase=MINE)


def test_nobody_is_enrolled_where_a_forgotten_passphrase_would_lose_all():
    with pytest.raises(enrolling.NoRecovery):
        enrolling.enrol_holder(user=uuid4(), agency=AGENCY, passphrase=MINE)


@pytest.mark.parametrize("passphrase", ["", "kort", "negentien tekens ..", "a" * 28, "abcdefg" * 5])
def test_a_weak_passphrase_is_refused(passphrase, two, holder):
    with pytest.raises(ValidationError):
        enrolling.enrol_holder(user=uuid4(), agency=AGENCY, passphrase=passphrase)
    with pytest.raises(ValidationError):
        enrolling.change_passphrase(holder=holder, old=MINE, new=passphrase)
    with pytest.raises(ValidationError):
        enrolling.recover_holder(holder=holder, keepers=two, new=passphrase)
    assert Holder.objects.get().locked == holder.locked


def test_a_changed_passphrase_takes_the_old_ones_place(holder, letter):
    with pytest.raises(WrongPassphrase):
        enrolling.change_passphrase(holder=holder, old=NEW, new=NEW)
    enrolling.change_passphrase(holder=holder, old=MINE, new=NEW)
    assert opened(holder, letter, NEW) == ADDRESS
    with pytest.raises(WrongPassphrase):
        opened(holder, letter, MINE)


def test_two_keepers_give_a_holder_a_new_passphrase(holder, letter, two):
    enrolling.recover_holder(holder=Holder.objects.get(), keepers=two, new=NEW)
    assert opened(holder, letter, NEW) == ADDRESS
    with pytest.raises(WrongPassphrase):
        opened(holder, letter, MINE)


def test_one_keeper_alone_opens_nothing(holder, letter, two):
    (first, passphrase), (second, _) = two.items()
    for tried, error in (
        ({first: passphrase}, ValidationError),
        ({first: passphrase, uuid4(): passphrase}, ValidationError),
        ({first: passphrase, second: passphrase}, WrongPassphrase),
        ({first: passphrase, second: ""}, WrongPassphrase),
    ):
        with pytest.raises(error):
            enrolling.recover_holder(holder=holder, keepers=tried, new=NEW)
    assert opened(holder, letter, MINE) == ADDRESS


def test_a_part_of_the_recovery_key_is_not_the_key(holder, two):
    for part in RecoveryPart.objects.all():
        half = unlock(bytes(part.locked), two[part.user], of_part(part))
        with pytest.raises(Tampered):
            by_private(half, bytes(holder.sealed_to_recovery))


@pytest.mark.parametrize("given", [{}, {uuid4(): THEIRS[0]}, {uuid4(): word for word in (*THEIRS, MINE)}], ids=len)
def test_two_persons_keep_a_recovery_key(given):
    with pytest.raises(ValidationError):
        enrolling.make_recovery(agency=AGENCY, keepers=given)


def test_a_keeper_with_a_weak_passphrase_leaves_no_half_a_recovery():
    with pytest.raises(ValidationError):
        enrolling.make_recovery(agency=AGENCY, keepers={uuid4(): THEIRS[0], uuid4(): "kort"})
    assert not Recovery.objects.exists()


def test_a_holder_moves_to_a_newer_recovery_key_with_her_passphrase(holder, letter, two):
    newer = keepers()
    made = enrolling.make_recovery(agency=AGENCY, keepers=newer)
    enrolling.change_passphrase(holder=holder, old=MINE, new=MINE)
    assert Holder.objects.get().recovery == made
    with pytest.raises(ValidationError):
        enrolling.recover_holder(holder=holder, keepers=two, new=NEW)
    enrolling.recover_holder(holder=holder, keepers=newer, new=NEW)
    assert opened(holder, letter, NEW) == ADDRESS


def test_nobody_slips_in_another_public_key(holder, letter, two):
    Holder.objects.update(public=Pair.new().public)
    with pytest.raises(WrongPassphrase):
        opened(holder, letter, MINE)
    with pytest.raises(Tampered):
        enrolling.recover_holder(holder=Holder.objects.get(), keepers=two, new=NEW)


def test_nobody_lets_the_keepers_recover_anothers_key(holder, two):
    mine = enrolling.enrol_holder(user=uuid4(), agency=AGENCY, passphrase=MINE)
    mine.sealed_to_recovery, mine.public = holder.sealed_to_recovery, holder.public
    mine.save()
    with pytest.raises(Tampered):
        enrolling.recover_holder(holder=mine, keepers=two, new=NEW)


def test_nothing_stored_opens_without_a_passphrase(holder):
    stored = b"".join(
        bytes(value)
        for model in (Holder, Recovery, RecoveryPart)
        for row in model.objects.values()
        for value in row.values()
        if isinstance(value, bytes | memoryview)
    )
    with opening(user=holder.user, agency=AGENCY, passphrase=MINE) as key:
        assert key._private not in stored
