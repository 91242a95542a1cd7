# SPDX-License-Identifier: EUPL-1.2
"""Two keepers, each alone with her own passphrase, give a holder her key back; one cannot, nor both without her."""

import re
from datetime import timedelta
from itertools import permutations
from uuid import uuid4

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from baken.closed.vault import enrolling, renewing
from baken.closed.vault.enrolling import Overtaken
from baken.closed.vault.holders import NotAHolder, Pair, by_private, seal_to, to_public
from baken.closed.vault.models import PassedShare, PersonalKey, Share
from baken.closed.vault.passphrases import WrongPassphrase
from baken.closed.vault.personal import Purpose, own, private_key, public_keys
from baken.closed.vault.sealing import Tampered
from baken.closed.vault.tests.conftest import AGENCY
from baken.closed.vault.tests.keepers import MINE, NEW, THEIRS, changed, enrolled, keepers, read, slipped_in
from baken.closed.vault.wrapping import of_passed_share
from baken.core.clock import now

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
ADDRESS = b"Verzonnenstraat 1, Nergenshuizen"


@pytest.fixture
def three():
    return keepers(*THEIRS)


@pytest.fixture
def holder(three):
    return enrolled(three)


@pytest.fixture
def letter(holder):
    return seal_to(public_keys(agency=AGENCY, users=[holder.user]), ADDRESS, b"place")


@pytest.fixture
def renewal(holder):
    return renewing.ask(user=holder.user, agency=AGENCY, passphrase=NEW)


def helped(renewal, *keepers):
    for user, passphrase in keepers:
        renewing.pass_on(keeper=user, renewal=renewal, passphrase=passphrase)


def finished(renewal, among, passphrase=NEW):
    renewing.finish(renewal=renewal, passphrase=passphrase, keepers=set(among))


@pytest.mark.parametrize("order", list(permutations(range(3), 2)))
def test_any_two_keepers_give_a_holder_her_key_back(order, holder, letter, three, renewal):
    them = list(three.items())
    helped(renewal, *(them[each] for each in order))
    finished(renewal, three)
    assert read(holder, letter, NEW) == ADDRESS
    with pytest.raises(WrongPassphrase):
        read(holder, letter, MINE)
    assert not renewing.waiting(AGENCY).exists()
    assert holder.shares.count() == len(three)


def test_one_keeper_alone_gives_nothing(holder, letter, three, renewal):
    first = next(iter(three.items()))
    helped(renewal, first)
    with pytest.raises(IntegrityError), transaction.atomic(using="keys"):
        helped(renewal, first)
    with pytest.raises(renewing.TooFewShares):
        finished(renewal, three)
    assert read(holder, letter, MINE) == ADDRESS


def test_a_keeper_needs_her_own_passphrase(three, renewal):
    (user, _), (_, another), _ = three.items()
    for wrong in (another, MINE, NEW, ""):
        with pytest.raises(WrongPassphrase):
            helped(renewal, (user, wrong))
    assert not PassedShare.objects.exists()


def test_who_keeps_no_share_helps_nobody(holder, renewal):
    (later,) = keepers(NEW).items()
    for user in (uuid4(), holder.user, later[0]):
        with pytest.raises(NotAHolder):
            helped(renewal, (user, NEW))


def test_the_new_passphrase_takes_the_key_back_and_no_other(holder, letter, three, renewal):
    helped(renewal, *list(three.items())[:2])
    for wrong in (MINE, *THEIRS):
        with pytest.raises(WrongPassphrase):
            finished(renewal, three, wrong)
    assert read(holder, letter, MINE) == ADDRESS


def test_two_keepers_read_nothing_of_what_they_pass_on(holder, three, renewal):
    helped(renewal, *list(three.items())[:2])
    for user, passphrase in three.items():
        key = private_key(own(Purpose.KEEPER, user=user, agency=AGENCY), passphrase)
        for passed in renewal.passed.all():
            with pytest.raises(Tampered):
                by_private(key, bytes(passed.sealed))


def test_who_is_no_holder_forgot_nothing():
    with pytest.raises(NotAHolder):
        renewing.ask(user=uuid4(), agency=AGENCY, passphrase=NEW)


def test_nobody_asks_again_while_one_waits(holder, three, renewal):
    """Or who took over her account would take the place of what her keepers spoke with her about."""
    helped(renewal, next(iter(three.items())))
    with pytest.raises(Overtaken):
        renewing.ask(user=holder.user, agency=AGENCY, passphrase=MINE)
    assert [(each.pk, each.helped) for each in renewing.waiting(AGENCY)] == [(renewal.pk, 1)]


def test_what_waited_too_long_is_ended_by_the_next(holder, renewal, monkeypatch):
    monkeypatch.setattr(renewing, "now", lambda: now() + timedelta(days=8))
    again = renewing.ask(user=holder.user, agency=AGENCY, passphrase=MINE)
    assert [each.pk for each in PersonalKey.objects.filter(purpose=Purpose.RENEWAL, ended_at=None)] == [again.pk]


def test_what_ended_keeps_no_private_half(holder, three, renewal):
    helped(renewal, *list(three.items())[:2])
    finished(renewal, three)
    enrolling.enrol_keeper(user=next(iter(three)), agency=AGENCY, passphrase=NEW)
    ended = PersonalKey.objects.exclude(ended_at=None)
    assert {bytes(each.locked) for each in ended} == {b""}
    assert ended.count() == 2
    with pytest.raises(WrongPassphrase):
        private_key(PersonalKey.objects.get(pk=renewal.pk), NEW)


def test_an_ended_key_never_comes_back(renewal, holder):
    renewing.withdraw(user=holder.user, agency=AGENCY)
    for change in ({"ended_at": None}, {"locked": b"x"}, {"signature": b"x"}):
        with pytest.raises(ProgrammingError, match="ended"), transaction.atomic(using="keys"):
            PersonalKey.objects.filter(pk=renewal.pk).update(**change)


def test_what_was_taken_back_meanwhile_is_not_finished(holder, letter, three, renewal):
    helped(renewal, *list(three.items())[:2])
    renewing.withdraw(user=holder.user, agency=AGENCY)
    with pytest.raises(enrolling.Overtaken):
        finished(renewal, three)
    assert read(holder, letter, MINE) == ADDRESS


def test_two_windows_do_not_change_one_passphrase(holder, letter, three):
    row = own(Purpose.HOLDER, user=holder.user, agency=AGENCY)
    private = private_key(row, MINE)
    changed(holder, three)
    with pytest.raises(enrolling.Overtaken):
        enrolling.keep(row, private, MINE, set(three))
    assert read(holder, letter, NEW) == ADDRESS


def test_each_asking_has_a_number_of_its_own(holder, renewal):
    first = renewing.spoken(renewal)
    assert re.fullmatch(r"(\d{3} ){4}\d{3}", first)
    assert renewing.spoken(PersonalKey.objects.get(pk=renewal.pk)) == first
    renewing.withdraw(user=holder.user, agency=AGENCY)
    assert renewing.spoken(renewing.ask(user=holder.user, agency=AGENCY, passphrase=NEW)) != first


def test_a_share_that_is_no_words_is_said_to_be_none(three, renewal):
    keys = [own(Purpose.KEEPER, user=user, agency=AGENCY) for user in three]
    for key in keys[:2]:
        forged = to_public(bytes(renewal.public), of_passed_share(renewal, key) + b"\xff\xfe")
        PassedShare(renewal=renewal, keeper=key, sealed=forged).save()
    with pytest.raises(Tampered):
        finished(renewal, three)


def test_it_counts_who_helped(three, renewal):
    helped(renewal, *list(three.items())[:2])
    assert renewing.waiting(AGENCY).get().helped == 2
    assert not renewing.waiting(uuid4()).exists()


@pytest.mark.parametrize(("days", "there"), [(6.9, True), (7.1, False)])
def test_it_waits_seven_days(days, there, renewal, monkeypatch):
    monkeypatch.setattr(renewing, "now", lambda: now() + timedelta(days=days))
    assert renewing.waiting(AGENCY).exists() == there


def test_who_remembers_and_changes_it_asks_no_more(holder, three, renewal):
    changed(holder, three, new=MINE)
    assert not renewing.waiting(AGENCY).exists()


def test_who_takes_it_back_asks_no_more(holder, letter, renewal):
    assert renewing.withdraw(user=holder.user, agency=AGENCY)
    assert not renewing.withdraw(user=holder.user, agency=AGENCY)
    assert not renewing.waiting(AGENCY).exists()
    assert read(holder, letter, MINE) == ADDRESS


def test_a_share_of_another_splitting_gives_no_key(holder, letter, three, renewal):
    first, second, _ = three.items()
    helped(renewal, first)
    enrolling.share_out(holder, own_private(holder), set(three))
    helped(renewal, second)
    with pytest.raises(Tampered):
        finished(renewal, three)
    assert read(holder, letter, MINE) == ADDRESS


def test_shares_of_anothers_key_give_her_nothing(holder, three, renewal):
    other = enrolled(three, "nog een verzonnen wachtzin")
    holder.shares.all().delete()
    for share in other.shares.all():
        Share(holder=holder, keeper=share.keeper, sealed=share.sealed).save(force_insert=True)
    with pytest.raises(Tampered):
        helped(renewal, next(iter(three.items())))


def test_what_was_passed_to_another_gives_her_nothing(holder, three, renewal):
    helped(renewal, *list(three.items())[:2])
    theirs = enrolled(three, "nog een verzonnen wachtzin")
    strange = renewing.ask(user=theirs.user, agency=AGENCY, passphrase=NEW)
    for passed in renewal.passed.all():
        told = by_private(private_key(renewal, NEW), bytes(passed.sealed))
        PassedShare(renewal=strange, keeper=passed.keeper, sealed=to_public(bytes(strange.public), told)).save()
    with pytest.raises(Tampered):
        finished(strange, three)


def test_nobody_slips_in_a_key_to_pass_shares_to(three, renewal):
    slipped = slipped_in(renewal, public=Pair.new().public)
    with pytest.raises(Tampered):
        helped(slipped, next(iter(three.items())))
    assert not PassedShare.objects.exists()


def own_private(holder):
    return private_key(own(Purpose.HOLDER, user=holder.user, agency=AGENCY), MINE)
