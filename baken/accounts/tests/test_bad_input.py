# SPDX-License-Identifier: EUPL-1.2
"""Nonsense at every form of an account gets a page, never an error."""

import json

import pytest
from django.urls import reverse

from baken.accounts.tests import people
from baken.accounts.tests.passkey import Passkey
from baken.accounts.tests.test_second_factor import enrol_passkey, first_step, options

pytestmark = pytest.mark.django_db(databases="__all__")
NONSENSE = [
    "", " ", "\0", "a\0b", "é" * 300, "9" * 5000, "-1", "NaN", "[]", "null", "[" * 100_000, "{}", '{"a":' * 5000,
    "9" * 20_000, "\ud7ff\u202e", "<svg onload=x>", "../../etc/passwd", "=cmd|' /C calc'!A0", "😀" * 100, "%00",
    "x" * 1_000_000, '{"id":{"id":[]}}', "١٢٣٤٥٦",
]  # fmt: skip
FORMS = {
    "account_login": ("login", "password", "next"),
    "account_reauthenticate": ("code", "credential", "next"),
    "account_add_passkey": ("name", "credential"),
    "account_sessions": ("session",),
    "account_change_password": ("current", "password", "again"),
    "account_logout": ("next",),
}


@pytest.mark.parametrize("nonsense", NONSENSE, ids=range(len(NONSENSE)))
@pytest.mark.parametrize("name", FORMS)
def test_it_bears_nonsense_in_each_field(client, worker, name, nonsense):
    for field in FORMS[name]:
        if name != "account_login":
            people.sign_in(client, worker)
        answer = client.post(reverse(name), {field: nonsense})
        assert answer.status_code in {200, 302, 400, 429}
        assert client.get(reverse(name), {field: nonsense[:2000]}).status_code in {200, 302, 429}


@pytest.mark.parametrize("nonsense", NONSENSE, ids=range(len(NONSENSE)))
@pytest.mark.parametrize("field", ["code", "credential"])
def test_it_bears_nonsense_at_the_second_step(client, worker, field, nonsense):
    first_step(client, worker.email)
    answer = client.post(reverse("mfa_authenticate"), {field: nonsense}, secure=True)
    assert answer.status_code == 200
    assert "_auth_user_id" not in client.session


def broken(whole: str):
    """Yield a passkey's answer with each of its parts left out, emptied, cut short, or of another kind."""
    for part in ("id", "rawId", "type", "response"):
        for value in (None, "", [], {}, 7, "!!", "AAAA", "A"):
            yield {**json.loads(whole), part: value}
    for part in json.loads(whole)["response"]:
        for value in (None, "", [], {}, 7, "!!", "AAAA", "A", "\0", json.loads(whole)["response"][part][:40]):
            found = json.loads(whole)
            found["response"][part] = value
            yield found


def test_it_bears_a_broken_registration(inside):
    whole = Passkey().made(options(inside, "account_add_passkey"))
    for answer in broken(whole):
        sent = inside.post(reverse("account_add_passkey"), {"credential": json.dumps(answer)}, secure=True)
        assert sent.status_code in {200, 302}


def test_it_bears_a_broken_answer_of_a_passkey(client, inside, worker, settings):
    key = enrol_passkey(inside)
    settings.ACCOUNT_RATE_LIMITS = {}
    client.logout()
    first_step(client, worker.email)
    for answer in broken(key.shown(options(client, "mfa_authenticate"))):
        sent = client.post(reverse("mfa_authenticate"), {"credential": json.dumps(answer)}, secure=True)
        assert sent.status_code == 200
        options(client, "mfa_authenticate")
    assert "_auth_user_id" not in client.session


def test_it_keeps_nothing_but_what_a_passkey_needs(inside, worker):
    whole = json.loads(Passkey().made(options(inside, "account_add_passkey")))
    whole |= {"clientExtensionResults": {"x": "\0"}, "more": "y" * 100}
    inside.post(reverse("account_add_passkey"), {"credential": json.dumps(whole)}, secure=True)
    (kept,) = worker.authenticator_set.filter(type="webauthn")
    assert set(kept.data["credential"]) == {"id", "rawId", "type", "response"}
