# SPDX-License-Identifier: EUPL-1.2
"""No second factor, no page: every address of the door is asked by somebody who gave a password only."""

import re

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

from baken.accounts.models import User
from baken.accounts.tests import people
from baken.accounts.tests.people import PASSWORD

pytestmark = pytest.mark.django_db(databases="__all__")
ENROLMENT = "account_second_factor"
# What an address takes, by the name or the pattern of its converter.
FILLINGS = {"int": "1", "uuid": "00000000-0000-4000-8000-000000000000"}
OPEN = {
    "account_login", "mfa_authenticate", "account_logout", "account_welcome",
    "account_second_factor", "account_add_passkey", "account_add_app",
}  # fmt: skip


def addresses():
    """Yield each pattern of this door with its name, and an address that it answers."""

    def walk(patterns, before=""):
        for each in patterns:
            route = before + str(each.pattern)
            if hasattr(each, "url_patterns"):
                yield from walk(each.url_patterns, route)
            else:
                yield route, each.name

    for route, name in walk(get_resolver().url_patterns):
        filled = re.sub(r"<(?:(\w+):)?\w+>", lambda found: FILLINGS.get(found[1], "x"), route)
        filled = re.sub(r"\(\?P<\w+>[^)]*\)|\([^()]*\)", "1", filled)
        filled = re.sub(r"\(\(\?:.*?\)[+*]\)", "", filled)
        yield "/" + re.sub(r"[\^$\\]", "", filled), name


@pytest.fixture
def newcomer(client):
    User.objects.create_user("testpersoon.n@example.org", PASSWORD, is_staff=True, is_superuser=True)
    client.post(reverse("account_login"), {"login": "testpersoon.n@example.org", "password": PASSWORD})
    assert "_auth_user_id" in client.session
    return client


def test_it_shows_no_page_to_somebody_without_a_second_factor(newcomer):
    shown, asked = set(), 0
    for address, name in addresses():
        for method in (newcomer.get, newcomer.post):
            if name == "account_logout" and method == newcomer.post:
                continue
            answer = method(address)
            asked += 1
            if answer.status_code == 302 and answer.url == reverse(ENROLMENT):
                continue
            # An address that nothing answers has no page to keep.
            if answer.status_code != 404:
                shown.add(name)
    print(f"asked {asked}")  # noqa: T201 - how many, for the record
    assert asked > 20
    assert shown <= OPEN
    assert {"account_second_factor", "account_add_passkey", "account_add_app"} <= shown


def test_it_lets_somebody_with_a_second_factor_through(inside):
    assert inside.get(reverse("account_sessions")).status_code == 200


def test_it_lets_somebody_without_a_second_factor_leave(newcomer):
    newcomer.post(reverse("account_logout"))
    assert "_auth_user_id" not in newcomer.session


def test_it_ends_a_session_that_never_proved_the_factor_the_account_has(newcomer):
    """Who knew the password before, and waited inside, must not come along when its owner enrols."""
    people.add_app(user=User.objects.get(email="testpersoon.n@example.org"), secret=people.SECRET)
    for name in ("account_add_app", "account_sessions"):
        assert newcomer.get(reverse(name)).url.startswith(reverse("account_login"))
        assert "_auth_user_id" not in newcomer.session


def test_it_ends_a_session_that_takes_too_long_to_enrol(newcomer, later):
    later(minutes=14)
    assert newcomer.get(reverse(ENROLMENT)).status_code == 200
    later(minutes=1, seconds=1)
    assert newcomer.get(reverse(ENROLMENT)).url.startswith(reverse("account_login"))
    assert "_auth_user_id" not in newcomer.session


def test_it_asks_a_stranger_to_sign_in_before_enrolling():
    for name in (ENROLMENT, "account_add_app", "account_sessions", "account_reauthenticate"):
        assert Client().get(reverse(name)).url.startswith(reverse("account_login"))
