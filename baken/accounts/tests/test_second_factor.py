# SPDX-License-Identifier: EUPL-1.2
import json
import re
from types import SimpleNamespace

import pytest
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.db import connection
from django.test import Client, override_settings
from django.urls import reverse

from baken.accounts.actions import add_app, remove_factor
from baken.accounts.models import User
from baken.accounts.tests import people
from baken.accounts.tests.passkey import Passkey
from baken.accounts.tests.people import PASSWORD, code
from baken.core import clock

pytestmark = pytest.mark.django_db(databases="__all__")


@pytest.fixture
def newcomer(client) -> Client:
    """Provide a browser in which somebody without a second factor gave the right password; it speaks HTTPS."""
    User.objects.create_user("testpersoon.n@example.org", PASSWORD)
    return first_step(client, "testpersoon.n@example.org")


def first_step(client: Client, email: str) -> Client:
    client.post(reverse("account_login"), {"login": email, "password": PASSWORD}, secure=True)
    return client


def send(client: Client, page: str, **fields):
    return client.post(reverse(page), fields, secure=True)


def options(client: Client, page: str) -> dict:
    """Return what a page asks of a passkey, as its script reads it."""
    shown = client.get(reverse(page), secure=True).content.decode()
    return json.loads(re.search(r'<script id="passkey-options"[^>]*>(.*?)</script>', shown)[1])


def enrol_passkey(client: Client, key: Passkey | None = None, **fields) -> Passkey:
    key = key or Passkey()
    send(client, "account_add_passkey", credential=key.made(options(client, "account_add_passkey")), **fields)
    return key


def test_it_enrols_an_app_and_asks_for_it_from_then_on(newcomer, monkeypatch):
    page = newcomer.get(reverse("account_add_app"), secure=True)
    assert "<svg" in page.content.decode()
    monkeypatch.setattr(people, "SECRET", "".join(page.context["parts"]))
    assert send(newcomer, "account_add_app", code=code()).url == "/"
    assert newcomer.get(reverse("account_second_factor"), secure=True).context["has_app"]
    again = first_step(Client(), "testpersoon.n@example.org")
    assert "_auth_user_id" not in again.session
    assert send(again, "mfa_authenticate", code=code(1)).url == "/"


def test_it_enrols_a_passkey_and_asks_for_it_from_then_on(newcomer):
    key = enrol_passkey(newcomer, name="Verzonnen telefoon")
    assert "Verzonnen telefoon" in newcomer.get(reverse("account_second_factor"), secure=True).content.decode()
    again = first_step(Client(), "testpersoon.n@example.org")
    assert "_auth_user_id" not in again.session
    answer = key.shown(options(again, "mfa_authenticate"))
    assert send(again, "mfa_authenticate", credential=answer).url == "/"
    assert "_auth_user_id" in again.session


@pytest.mark.parametrize("key", [Passkey(), Passkey("https://elsewhere.example")], ids=["another key", "another site"])
def test_it_refuses_a_passkey_that_is_not_the_one(newcomer, key):
    mine = enrol_passkey(newcomer)
    key.id = mine.id
    again = first_step(Client(), "testpersoon.n@example.org")
    answer = key.shown(options(again, "mfa_authenticate"))
    assert send(again, "mfa_authenticate", credential=answer).status_code == 200
    assert "_auth_user_id" not in again.session


def test_it_takes_an_answer_to_one_question_only(newcomer):
    key = enrol_passkey(newcomer)
    again = first_step(Client(), "testpersoon.n@example.org")
    answer = key.shown(options(again, "mfa_authenticate"))
    assert send(again, "mfa_authenticate", credential=answer).url == "/"
    third = first_step(Client(), "testpersoon.n@example.org")
    options(third, "mfa_authenticate")
    assert send(third, "mfa_authenticate", credential=answer).status_code == 200


def test_it_enrols_no_app_with_a_wrong_code(newcomer):
    newcomer.get(reverse("account_add_app"), secure=True)
    assert send(newcomer, "account_add_app", code="000000").status_code == 200
    assert not Authenticator.objects.exists()


def test_it_shows_the_same_secret_again_until_a_code_is_right(newcomer):
    pages = [newcomer.get(reverse("account_add_app"), secure=True) for _ in range(2)]
    assert pages[0].context["parts"] == pages[1].context["parts"]


@pytest.mark.parametrize("written", ["{0}", "{0:.3} {0[3]}{0[4]}{0[5]}", "{0:.3}-{0[3]}{0[4]}{0[5]}"])
def test_it_takes_a_code_once_however_it_is_written(worker, written):
    now = code()
    for client, place in ((Client(), "/"), (Client(), None)):
        first_step(client, worker.email)
        answer = send(client, "mfa_authenticate", code=now if place else written.format(now))
        assert getattr(answer, "url", None) == place


def test_it_bears_a_clock_that_is_half_a_minute_off(worker, monkeypatch):
    stopped = clock.now()
    monkeypatch.setattr(clock, "now", lambda: stopped)
    monkeypatch.setattr("allauth.mfa.totp.internal.auth.time", SimpleNamespace(time=stopped.timestamp))
    for shift, fits in ((-1, True), (1, True), (-3, False), (3, False)):
        client = first_step(Client(), worker.email)
        assert (send(client, "mfa_authenticate", code=code(shift)).status_code == 302) is fits


def test_it_keeps_no_secret_in_the_clear(newcomer, worker):
    pending = "".join(newcomer.get(reverse("account_add_app"), secure=True).context["parts"])
    rows = []
    with connection.cursor() as cursor:
        for model in apps.get_models():
            if model._meta.app_label in {"accounts", "mfa", "account"}:
                cursor.execute(f'SELECT * FROM "{model._meta.db_table}"')  # noqa: S608 - names from our own models
                rows += map(str, cursor.fetchall())
    decoded = str(newcomer.session.items())
    assert len(rows) >= 4
    for secret in (pending, people.SECRET):
        assert [row for row in rows if secret in row] == []
        assert secret not in decoded


def test_it_refuses_a_secret_that_was_moved_from_another_account(worker, caplog):
    other = people.person("testpersoon.b@example.org")
    mine = Authenticator.objects.get(user=other)
    Authenticator.objects.filter(user=worker).update(data=mine.data)
    client = first_step(Client(), worker.email)
    assert send(client, "mfa_authenticate", code=code()).status_code == 200
    assert "_auth_user_id" not in client.session
    assert "does not open" in caplog.text


def test_it_enrols_nobody_without_a_key(worker):
    with override_settings(ACCOUNTS_FACTOR_KEYS=[]), pytest.raises(Exception, match="BAKEN_FACTOR_KEY"):
        add_app(user=worker, secret=people.SECRET)


def test_it_keeps_the_last_factor(inside, worker):
    (key,) = Authenticator.objects.values_list("pk", flat=True)
    inside.post(reverse("account_remove_factor", args=[key]))
    assert Authenticator.objects.filter(pk=key).exists()


def test_it_removes_a_factor_of_several_and_only_ones_own(inside, worker):
    other = people.person("testpersoon.b@example.org")
    enrol_passkey(inside)
    enrol_passkey(people.sign_in(Client(), other))
    (theirs,) = Authenticator.objects.filter(user=other, type="webauthn")
    assert inside.post(reverse("account_remove_factor", args=[theirs.pk])).status_code == 404
    (app,) = Authenticator.objects.filter(user=worker, type="totp")
    assert inside.post(reverse("account_remove_factor", args=[app.pk])).url == reverse("account_second_factor")
    assert [each.type for each in Authenticator.objects.filter(user=worker)] == ["webauthn"]
    with pytest.raises(Authenticator.DoesNotExist):
        remove_factor(user=worker, key=theirs.pk)


def test_it_enrols_one_app_and_no_second(inside):
    assert inside.get(reverse("account_add_app")).url == reverse("account_second_factor")


def test_a_stranger_with_a_stale_session_adds_no_factor(client, worker):
    people.sign_in(client, worker, proved_ago=301)
    assert reverse("account_reauthenticate") in client.get(reverse("account_add_passkey")).url
    assert reverse("account_reauthenticate") in send(client, "account_add_passkey", credential="{}").url
    assert Authenticator.objects.count() == 1


def test_it_ends_other_sessions_when_the_first_factor_is_enrolled(newcomer):
    elsewhere = first_step(Client(), "testpersoon.n@example.org")
    assert "_auth_user_id" in elsewhere.session
    enrol_passkey(newcomer)
    assert "_auth_user_id" not in elsewhere.session
    assert "_auth_user_id" in newcomer.session
