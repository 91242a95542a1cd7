# SPDX-License-Identifier: EUPL-1.2
import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from baken.accounts import reads
from baken.accounts.actions import end_sessions, forget_old_sessions
from baken.accounts.models import Session
from baken.accounts.rules import device
from baken.accounts.sessions import digest
from baken.accounts.tests import people
from baken.accounts.tests.people import PASSWORD, code

pytestmark = pytest.mark.django_db(databases="__all__")
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"
idle_only = pytest.mark.skipif(settings.ACCOUNTS_IDLE_SECONDS is None, reason="this door has no idle limit")


def key(client) -> str:
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def is_in(client) -> bool:
    return client.get(reverse("account_sessions")).status_code == 200


def test_it_keeps_a_digest_of_the_key_and_no_address(client, worker):
    client.post(reverse("account_login"), {"login": worker.email, "password": PASSWORD}, REMOTE_ADDR="203.0.113.7")
    client.post(reverse("mfa_authenticate"), {"code": code()}, REMOTE_ADDR="203.0.113.7", HTTP_USER_AGENT=FIREFOX)
    (row,) = Session.objects.filter(user=worker).values_list()
    assert digest(key(client)) in row
    assert "Firefox, Linux" in row
    assert key(client) not in str(row)
    assert "203.0.113.7" not in str(row) + str(client.session.items())


def test_it_takes_no_digest_for_a_key(inside):
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = digest(key(inside))
    assert not is_in(thief)


def test_it_gives_a_new_key_at_signing_in(client, worker):
    client.post(reverse("account_login"), {"login": worker.email, "password": PASSWORD})
    before = key(client)
    client.post(reverse("mfa_authenticate"), {"code": code()})
    assert key(client) != before
    assert not Session.objects.filter(session_key=digest(before)).exists()


def test_it_lists_ones_own_sessions_and_says_which_is_this_one(inside, worker):
    people.sign_in(Client(), worker)
    people.sign_in(Client(), people.person("testpersoon.b@example.org"))
    page = inside.get(reverse("account_sessions"))
    assert len(page.context["sessions"]) == 2
    assert page.context["here"] == digest(key(inside))


def test_it_lists_no_session_that_is_over(inside, worker, later):
    later(hours=8)
    assert not reads.sessions(worker).exists()


def test_it_ends_one_session_or_all_others(inside, worker):
    others = [people.sign_in(Client(), worker) for _ in range(3)]
    inside.post(reverse("account_sessions"), {"session": digest(key(others[0]))})
    assert [is_in(each) for each in (inside, *others)] == [True, False, True, True]
    inside.post(reverse("account_sessions"), {"others": "1"})
    assert [is_in(each) for each in (inside, *others)] == [True, False, False, False]


def test_it_ends_nobody_elses_session(inside):
    other = people.sign_in(Client(), people.person("testpersoon.b@example.org"))
    inside.post(reverse("account_sessions"), {"session": digest(key(other))})
    inside.post(reverse("account_sessions"), {"others": "1"})
    assert is_in(other)


def test_it_ends_everything_of_somebody_who_is_suspended(inside, worker, heard):
    people.sign_in(Client(), worker)
    assert end_sessions(user=worker) == 2
    assert not is_in(inside)
    assert heard == [("session-ended", worker.email, {"reason": "remote", "count": 2})]


def test_it_lasts_eight_hours_at_most_however_busy(inside, later, heard):
    for _ in range(48):
        later(minutes=10)
        last = is_in(inside)
        if not last:
            break
    assert not last
    assert [facts for event, _, facts in heard if event == "session-ended"] == [{"reason": "absolute"}]


def test_it_lasts_until_just_before_eight_hours(inside, later):
    for _ in range(47):
        later(minutes=10)
        assert is_in(inside)
    later(minutes=9, seconds=50)
    assert is_in(inside)


def test_a_row_is_dead_soon_after_without_any_middleware(inside, later):
    later(hours=8, minutes=30, seconds=1)
    assert dict(inside.session.items()) == {}
    forget_old_sessions()
    assert not Session.objects.exists()


@idle_only
def test_it_ends_after_fifteen_idle_minutes(inside, later, heard):
    later(minutes=15, seconds=1)
    answer = inside.get(reverse("account_sessions"))
    assert answer.url.startswith(reverse("account_login"))
    assert "_auth_user_id" not in inside.session
    assert [facts for event, _, facts in heard if event == "session-ended"] == [{"reason": "idle"}]


@idle_only
def test_it_bears_fourteen_idle_minutes_over_and_over(inside, later):
    for _ in range(5):
        later(minutes=13, seconds=59)
        assert is_in(inside)


@idle_only
def test_a_page_that_looks_by_itself_keeps_nobody_signed_in(inside, later):
    later(minutes=14)
    assert inside.get(reverse("account_sessions"), headers={"X-By-Itself": "1"}).status_code == 200
    later(minutes=2)
    assert not is_in(inside)


@pytest.mark.skipif(settings.ACCOUNTS_IDLE_SECONDS is not None, reason="this door has an idle limit")
def test_it_lets_an_editor_think_for_hours(inside, later):
    later(hours=7)
    assert is_in(inside)


@pytest.mark.parametrize(
    ("said", "called"),
    [
        (FIREFOX, "Firefox, Linux"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/125.0 Safari/537.36 Edg/125.0", "Edge, Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Safari/604.1", "Safari, iPhone"),
        ("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/125.0 Mobile Safari/537.36", "Chrome, Android"),
        ("curl/8", ""),
        ("", ""),
    ],
)
def test_it_calls_a_browser_by_two_words(said, called):
    assert device(said) == called
