# SPDX-License-Identifier: EUPL-1.2
"""What happens to an account stands in the log of this door, before anybody is in and after."""

import psycopg
import pytest
from django.test import Client
from django.urls import reverse

from baken.accounts.actions import add_app
from baken.accounts.models import User
from baken.accounts.tests.people import PASSWORD, SECRET, code

WORKER = ("case_manager", "team")
TOLD = "SELECT activity, outcome, user_id, objects_touched FROM audit_entry WHERE kind = 'account' ORDER BY at"


@pytest.fixture
def worker(cast) -> User:
    """Provide somebody of the cast with a password and an app."""
    user = User.objects.get(pk=cast.person(*WORKER))
    user.set_password(PASSWORD)
    user.save()
    add_app(user=user, secret=SECRET)
    return user


def entries(committed):
    with psycopg.connect(committed.address("owner")) as owner:
        return owner.execute(TOLD).fetchall()


def test_it_tells_of_signing_in_and_of_each_try_that_failed(committed, worker):
    before, client = len(entries(committed)), Client()
    for word in ("verkeerd", PASSWORD):
        client.post(reverse("account_login"), {"login": worker.email, "password": word})
    client.post(reverse("mfa_authenticate"), {"code": "000000"})
    client.post(reverse("mfa_authenticate"), {"code": code()})
    client.post(reverse("account_logout"))
    failed = ("sign-in-failed", "failed", None, [str(worker.pk)])
    assert entries(committed)[before:] == [
        failed,
        failed,
        ("sign-in", "done", worker.pk, [str(worker.pk)]),
        ("sign-out", "done", worker.pk, [str(worker.pk)]),
    ]


def test_it_tells_of_somebody_unknown_without_her_words(committed, cast):
    before = len(entries(committed))
    Client().post(reverse("account_login"), {"login": "niemand@example.org", "password": "verkeerd"})
    assert entries(committed)[before:] == [("sign-in-failed", "failed", None, [])]
    with psycopg.connect(committed.address("owner")) as owner:
        assert owner.execute("SELECT DISTINCT address FROM audit_entry WHERE user_id IS NULL").fetchall() == [("",)]
