# SPDX-License-Identifier: EUPL-1.2
import hashlib

import pytest
from allauth.mfa.models import Authenticator
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse

from baken.accounts.actions import accept, invite, reset_second_factor
from baken.accounts.models import User, Welcome
from baken.accounts.tests import people
from baken.accounts.tests.people import PASSWORD

pytestmark = pytest.mark.django_db(databases="__all__")
CHOSEN = {"password": "een nieuwe verzonnen zin", "again": "een nieuwe verzonnen zin"}
GUEST = "testpersoon.g@example.org"


@pytest.fixture
def link(worker, two_people) -> str:
    return invite(email=" Testpersoon.G@Example.org ", by=worker, first_name="Gijs", last_name="Verzonnen")


def word(link: str) -> str:
    return link.split("/")[-2]


def test_it_invites_somebody_who_cannot_sign_in_yet(client, link):
    guest = User.objects.get(email=GUEST)
    assert not guest.has_usable_password()
    assert str(guest) == "Gijs Verzonnen"
    assert client.get(link).status_code == 200
    assert "_auth_user_id" not in client.session


def test_it_lets_the_guest_choose_a_password_and_leads_on_to_the_second_step(client, link):
    assert client.post(link, CHOSEN).url == reverse("account_second_factor")
    assert client.get(reverse("account_second_factor")).status_code == 200
    assert client.get(reverse("account_sessions")).url == reverse("account_second_factor")
    assert User.objects.get(email=GUEST).check_password(CHOSEN["password"])


def test_it_works_once(client, link):
    client.post(link, CHOSEN)
    assert Client().get(link).status_code == 410
    assert Client().post(link, CHOSEN).status_code == 410
    with pytest.raises(PermissionDenied):
        accept(word=word(link), password=PASSWORD)


def test_looking_does_not_use_it_up(client, link):
    for _ in range(3):
        assert Client().get(link).status_code == 200
    assert client.post(link, CHOSEN).status_code == 302


def test_a_weak_password_does_not_use_it_up(client, link):
    for weak in (
        {"password": "kort", "again": "kort"},
        {**CHOSEN, "again": "anders"},
        {"password": GUEST, "again": GUEST},
    ):
        assert client.post(link, weak).status_code == 200
    assert client.post(link, CHOSEN).status_code == 302


def test_it_lives_three_days(link, later):
    later(hours=71, minutes=59)
    assert Client().get(link).status_code == 200
    later(minutes=2)
    assert Client().get(link).status_code == 410
    assert Client().post(link, CHOSEN).status_code == 410


def test_it_keeps_only_a_digest(link):
    (row,) = Welcome.objects.values_list()
    assert word(link).split(".")[0] not in str(row)


def test_who_can_write_our_tables_cannot_make_a_link(link):
    forged = "verzonnen-woord"
    Welcome.objects.update(digest=hashlib.sha256(forged.encode()).hexdigest())
    for attempt in (forged, f"{forged}.", f"{forged}.{word(link).split('.')[1]}"):
        assert Client().get(reverse("account_welcome", args=[attempt])).status_code == 410


@pytest.mark.parametrize("attempt", ["x", "a.b", "." * 9, "é.è", "%00", "x" * 3000])
def test_it_refuses_nonsense(attempt):
    assert Client().get(f"/welcome/{attempt}/").status_code == 410


def test_a_new_link_ends_the_old_one(link, worker):
    again = invite(email=GUEST, by=worker)
    assert Client().get(link).status_code == 410
    assert Client().get(again).status_code == 200


def test_it_invites_nobody_twice(worker, two_people):
    with pytest.raises(ValidationError):
        invite(email=worker.email, by=worker)
    with pytest.raises(ValidationError):
        invite(email="geen adres", by=worker)


def test_it_invites_nobody_where_the_door_does_not_agree(worker):
    with pytest.raises(PermissionDenied):
        invite(email=GUEST, by=worker)
    assert not User.objects.filter(email=GUEST).exists()


def test_it_welcomes_nobody_who_was_suspended_meanwhile(link):
    User.objects.filter(email=GUEST).update(is_active=False)
    assert Client().get(link).status_code == 410


def test_it_signs_out_whoever_used_this_browser_before(link, inside, worker):
    inside.post(link, CHOSEN)
    assert inside.session["_auth_user_id"] == str(User.objects.get(email=GUEST).pk)


def test_it_starts_an_account_anew(inside, worker, two_people, heard):
    chief = people.person("testpersoon.c@example.org")
    link = reset_second_factor(user=worker, by=chief)
    assert not Authenticator.objects.filter(user=worker).exists()
    assert "_auth_user_id" not in inside.session
    assert [event for event, email, _ in heard if email == worker.email] == ["factor-removed", "session-ended"]
    # The old password is not enough to enrol another factor: the link is needed.
    Client().post(reverse("account_login"), {"login": worker.email, "password": PASSWORD})
    worker.refresh_from_db()
    assert not worker.check_password(PASSWORD)
    assert Client().post(link, CHOSEN).url == reverse("account_second_factor")


def test_it_starts_nobody_anew_where_the_door_does_not_agree(inside, worker):
    with pytest.raises(PermissionDenied):
        reset_second_factor(user=worker, by=worker)
    assert Authenticator.objects.filter(user=worker).exists()
    assert "_auth_user_id" in inside.session
