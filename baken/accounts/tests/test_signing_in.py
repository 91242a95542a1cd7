# SPDX-License-Identifier: EUPL-1.2
import pytest
from django.conf import settings
from django.contrib.auth.hashers import get_hasher
from django.test import Client
from django.urls import reverse

from baken.accounts.models import User
from baken.accounts.tests.people import PASSWORD, code, person

pytestmark = pytest.mark.django_db(databases="__all__")
WRONG = {
    "word": {"password": "verkeerd"},
    "name": {"login": "testpersoon.b@example.org"},
    "suspended": {"login": "weg@example.org"},
    "invited": {"login": "nieuw@example.org"},
}


@pytest.fixture(autouse=True)
def others():
    person("weg@example.org", is_active=False)
    User.objects.create_user("nieuw@example.org")


def sign_in(client, **fields):
    return client.post(reverse("account_login"), {"login": "testpersoon.a@example.org", "password": PASSWORD, **fields})


def test_it_lets_a_known_person_in_by_two_steps(client, worker):
    assert sign_in(client).url == reverse("mfa_authenticate")
    assert "_auth_user_id" not in client.session
    assert client.post(reverse("mfa_authenticate"), {"code": code()}).url == "/"
    assert client.session["_auth_user_id"] == str(worker.pk)


def test_it_keeps_out_who_has_the_password_alone(client, worker):
    sign_in(client)
    assert client.post(reverse("mfa_authenticate"), {"code": "000000"}).status_code == 200
    assert client.post(reverse("mfa_authenticate"), {}).status_code == 200
    assert "_auth_user_id" not in client.session


def test_it_has_no_second_step_without_the_first(client, worker):
    assert client.get(reverse("mfa_authenticate")).url == reverse("account_login")
    assert client.post(reverse("mfa_authenticate"), {"code": code()}).url == reverse("account_login")
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("fields", WRONG.values(), ids=WRONG)
def test_it_tells_a_stranger_nothing_about_who_is_known(client, worker, fields):
    answer = sign_in(client, **fields)
    nobody = sign_in(Client(), login="niemand@example.org", password="iets anders")
    assert "_auth_user_id" not in client.session
    assert answer.status_code == nobody.status_code == 200
    assert answer.context["form"].errors == nobody.context["form"].errors != {}


@pytest.mark.parametrize("fields", WRONG.values(), ids=WRONG)
def test_it_hashes_once_whoever_is_asked_for(client, worker, fields, monkeypatch):
    hasher, hashed = type(get_hasher()), []
    plain = hasher.encode
    monkeypatch.setattr(hasher, "encode", lambda self, *words, **more: hashed.append(1) or plain(self, *words, **more))
    sign_in(client, **fields)
    assert len(hashed) == 1


def test_it_counts_the_right_password_of_a_suspended_account_as_a_wrong_one(client):
    answers = [sign_in(client, login="weg@example.org").content.decode() for _ in range(6)]
    assert len(set(map(said, answers[:5]))) == 1
    assert said(answers[5]) != said(answers[0])


def said(page: str) -> str:
    return page.split('role="alert"', 1)[1].split("</div>", 1)[0]


def test_it_knows_people_by_an_unguessable_key(worker):
    assert worker.pk.version == 4
    assert str(worker) == "testpersoon.a@example.org"


@pytest.mark.parametrize(
    "path", ["/signup/", "/accounts/signup/", "/password/reset/", "/accounts/email/", "/admin/", "/account/email/"]
)
def test_it_mounts_nothing_that_was_not_named(client, inside, path):
    assert inside.get(path).status_code == 404
    answer = Client().get(path)
    # Behind the closed door a stranger is sent to the sign-in page whatever the address.
    assert answer.status_code == 404 or answer.url.startswith(reverse("account_login"))


def test_it_leaves_only_by_post(inside):
    inside.get(reverse("account_logout"))
    assert "_auth_user_id" in inside.session
    inside.post(reverse("account_logout"))
    assert "_auth_user_id" not in inside.session


@pytest.mark.parametrize(
    "place", ["//elsewhere.example/", "https://elsewhere.example/", "http://localhost:9/", "javascript:x"]
)
def test_it_leads_nowhere_else_afterwards(client, worker, place):
    sign_in(client, next=place)
    assert client.post(reverse("mfa_authenticate"), {"code": code()}).url == "/"


def test_it_leads_to_what_was_asked_for(client, worker):
    sign_in(client, next=reverse("account_sessions"))
    assert client.post(reverse("mfa_authenticate"), {"code": code()}).url == reverse("account_sessions")


@pytest.mark.parametrize("name", ["account_login", "account_logout", "account_sessions", "account_add_app"])
def test_it_takes_no_form_from_elsewhere(worker, name):
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(reverse(name), {"login": worker.email, "password": PASSWORD}).status_code == 403


@pytest.mark.parametrize("name", ["account_login", "mfa_authenticate", "account_sessions", "account_reauthenticate"])
@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_it_knows_no_other_methods(inside, name, method):
    assert getattr(inside, method)(reverse(name)).status_code == 405


def test_it_lets_nobody_keep_these_pages(inside):
    for name in ("account_login", "account_sessions", "account_second_factor", "account_reauthenticate"):
        assert "no-store" in inside.get(reverse(name))["Cache-Control"]


def test_it_hashes_with_argon2_in_earnest():
    from baken.settings import base  # noqa: PLC0415 - the settings of a door under test hash faster

    assert base.PASSWORD_HASHERS == ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    assert settings.SESSION_COOKIE_SAMESITE == "Strict"
