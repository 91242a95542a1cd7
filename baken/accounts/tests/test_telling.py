# SPDX-License-Identifier: EUPL-1.2
"""The door hears of everything that happens to an account."""

import pytest
from django.test import Client, override_settings
from django.urls import reverse

from baken.accounts.tests import people
from baken.accounts.tests.people import PASSWORD, code
from baken.accounts.tests.test_second_factor import enrol_passkey

pytestmark = pytest.mark.django_db(databases="__all__")
CHANGE = {"current": PASSWORD, "password": "heel iets anders hier", "again": "heel iets anders hier"}


def post(client, name, **fields):
    return client.post(reverse(name), fields)


def test_it_tells_of_signing_in_and_out(client, worker, heard):
    heard.clear()
    post(client, "account_login", login=worker.email, password=PASSWORD)
    post(client, "mfa_authenticate", code=code())
    post(client, "account_logout")
    assert heard == [
        ("signed-in", worker.email, {"second_factor": True}),
        ("signed-out", worker.email, {}),
    ]


def test_it_tells_of_every_wrong_try(client, worker, heard):
    heard.clear()
    post(client, "account_login", login=worker.email, password="verkeerd")
    post(client, "account_login", login="niemand@example.org", password="verkeerd")
    post(client, "account_login", login=worker.email, password=PASSWORD)
    post(client, "mfa_authenticate", code="000000")
    assert heard == [
        ("sign-in-failed", worker.email, {"step": "password", "reason": "wrong"}),
        ("sign-in-failed", None, {"step": "password", "reason": "wrong"}),
        ("sign-in-failed", worker.email, {"step": "second-step", "reason": "incorrect_code"}),
    ]


def test_it_tells_of_one_try_too_many(worker, heard):
    heard.clear()
    for _ in range(6):
        post(Client(), "account_login", login=worker.email, password="verkeerd")
    assert heard[-1] == ("sign-in-failed", worker.email, {"step": "password", "reason": "too-many"})
    assert len(heard) == 6


def test_it_tells_of_factors_and_passwords(inside, worker, heard):
    heard.clear()
    enrol_passkey(inside)
    app = worker.authenticator_set.get(type="totp")
    inside.post(reverse("account_remove_factor", args=[app.pk]))
    post(
        inside,
        "account_change_password",
        current=PASSWORD,
        password="heel iets anders hier",
        again="heel iets anders hier",
    )
    assert heard == [
        ("factor-added", worker.email, {"kind": "passkey"}),
        ("factor-removed", worker.email, {"kind": "app"}),
        ("password-changed", worker.email, {}),
    ]


def test_it_signs_nobody_in_where_the_door_cannot_note_it(client, worker):
    with override_settings(ACCOUNTS_ON_EVENT=f"{__name__}.broken"):
        client.raise_request_exception = False
        post(client, "account_login", login=worker.email, password=PASSWORD)
        assert post(client, "mfa_authenticate", code=code()).status_code == 500
    assert "_auth_user_id" not in client.session


def broken(*_):
    raise RuntimeError("the log cannot be written")


def test_a_changed_password_ends_other_sessions_and_keeps_this_one(inside, worker):
    elsewhere = people.sign_in(Client(), worker)
    assert post(inside, "account_change_password", **CHANGE).url == reverse("account_second_factor")
    assert inside.get(reverse("account_sessions")).status_code == 200
    assert elsewhere.get(reverse("account_sessions")).url.startswith(reverse("account_login"))


@pytest.mark.parametrize(
    "fields",
    [
        {"current": "verkeerd"},
        {"password": "kort", "again": "kort"},
        {"password": "testpersoon.a@example.org", "again": "testpersoon.a@example.org"},
        {"password": "123456789012345", "again": "123456789012345"},
        {"again": "iets anders"},
    ],
    ids=["wrong", "short", "like the address", "common", "not the same"],
)
def test_it_takes_no_bad_password(inside, worker, fields):
    assert post(inside, "account_change_password", **{**CHANGE, **fields}).status_code == 200
    worker.refresh_from_db()
    assert worker.check_password(PASSWORD)


def test_it_asks_for_no_mixture_of_kinds(inside, worker):
    fields = {"password": "alleen kleine letters", "again": "alleen kleine letters"}
    assert post(inside, "account_change_password", **{**CHANGE, **fields}).status_code == 302
