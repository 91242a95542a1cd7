# SPDX-License-Identifier: EUPL-1.2
"""The contract of the limits: as many tries as the settings say, whoever counts them, and no more."""

import base64
import pickle
import subprocess
import sys

import pytest
from allauth.core.internal.ratelimit import parse_rates
from django.conf import settings
from django.core.cache import cache, caches
from django.db import connection, connections, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from baken.accounts.caching import ALIAS, SplitCache, digest_of
from baken.accounts.models import Limit, User
from baken.accounts.tests import people
from baken.accounts.tests.people import PASSWORD, code
from baken.settings import environment
from baken.settings.environment import ROOT

every_database = pytest.mark.django_db(databases="__all__")
HERE, ELSEWHERE = "203.0.113.7", "198.51.100.8"
TOO_MANY = "too_many"
# Run twice at once: each tries a wrong password twenty times and prints how often it was looked at.
TRIES = """
import django; django.setup()
from django.test import Client
from django.urls import reverse
def refused(answer): return [e.code for e in answer.context["form"].non_field_errors().as_data()]
looked = 0
client = Client()
from django.test.utils import setup_test_environment; setup_test_environment()
for _ in range(20):
    answer = client.post(reverse("account_login"), {"login": "testpersoon.a@example.org", "password": "x"})
    looked += answer.status_code == 200 and refused(answer) == ["email_password_mismatch"]
print(looked)
"""


def stated(action: str, per: str) -> int:
    (rate,) = [each for each in parse_rates(settings.ACCOUNT_RATE_LIMITS[action]) if each.per == per]
    return rate.amount


def attempt(word: str = "verkeerd", login: str = "testpersoon.a@example.org", address: str = HERE):
    return Client(REMOTE_ADDR=address).post(reverse("account_login"), {"login": login, "password": word})


def is_looked_at(answer) -> bool:
    if answer.status_code != 200:
        return answer.status_code == 302
    return [each.code for each in answer.context["form"].non_field_errors().as_data()] == ["email_password_mismatch"]


@every_database
def test_it_allows_what_is_stated_for_an_account_from_an_address(worker, later):
    tries = [is_looked_at(attempt()) for _ in range(stated("login_failed", "key") + 3)]
    assert tries == [True] * 5 + [False] * 3
    assert stated("login_failed", "key") == 5
    assert not is_looked_at(attempt(PASSWORD))
    later(minutes=5, seconds=1)
    assert attempt(PASSWORD).status_code == 302


@every_database
def test_it_allows_what_is_stated_for_an_address(worker):
    tries = [is_looked_at(attempt(login=f"niemand{number}@example.org")) for number in range(25)]
    assert sum(tries) == stated("login_failed", "ip") == 20
    assert not is_looked_at(attempt(PASSWORD))


@every_database
def test_it_allows_what_is_stated_of_all_tries_from_an_address(worker):
    answers = [attempt(PASSWORD).status_code for _ in range(stated("login", "ip") + 2)]
    assert answers == [302] * 60 + [429] * 2


@every_database
def test_a_stranger_elsewhere_shuts_nobody_out(worker):
    for _ in range(30):
        attempt(address=ELSEWHERE)
    assert attempt(PASSWORD, address=HERE).status_code == 302


@every_database
def test_it_counts_unknown_accounts_alike(worker):
    known = [is_looked_at(attempt(address=HERE)) for _ in range(7)]
    assert known == [is_looked_at(attempt(login="niemand@example.org", address=ELSEWHERE)) for _ in range(7)]


@every_database
def test_it_does_not_count_who_gives_the_right_password(worker):
    assert [attempt(PASSWORD).status_code for _ in range(8)] == [302] * 8


def guess(client: Client, wrong: str = "000000"):
    return client.post(reverse("mfa_authenticate"), {"code": wrong})


@every_database
def test_it_allows_what_is_stated_at_the_second_step_wherever_the_guesser_sits(worker, later, heard):
    looked = 0
    for number in range(8):
        address = f"203.0.113.{number}"
        client = Client(REMOTE_ADDR=address)
        client.post(reverse("account_login"), {"login": worker.email, "password": PASSWORD})
        looked += guess(client).context["form"].errors["code"].as_data()[0].code == "incorrect_code"
    assert looked == 5
    assert {event for event, *_ in heard} == {"sign-in-failed"}


@every_database
def test_it_allows_twenty_wrong_codes_a_day(worker, later):
    looked = 0
    for number in range(30):
        client = Client(REMOTE_ADDR=f"203.0.113.{number}")
        client.post(reverse("account_login"), {"login": worker.email, "password": PASSWORD})
        looked += guess(client).context["form"].errors["code"].as_data()[0].code == "incorrect_code"
        later(minutes=6)
    assert looked == stated("second_step_day", "key") == 20
    later(days=1)
    client.post(reverse("account_login"), {"login": worker.email, "password": PASSWORD})
    assert guess(client, code()).status_code == 302


@every_database
def test_the_right_code_clears_the_day(worker, later):
    for _ in range(7):
        client = Client()
        client.post(reverse("account_login"), {"login": worker.email, "password": PASSWORD})
        for _ in range(4):
            guess(client)
        assert guess(client, code()).status_code == 302
        later(minutes=6)


@every_database
def test_it_limits_confirming_too(client, worker):
    people.sign_in(client, worker, proved_ago=301)
    answers = [client.post(reverse("account_reauthenticate"), {"code": "000000"}) for _ in range(12)]
    assert [each.status_code for each in answers] == [200] * 10 + [429] * 2
    wrong = [each.context["form"].errors["code"].as_data()[0].code for each in answers[:10]]
    assert wrong.count("incorrect_code") == 5


@every_database
def test_it_keeps_no_address_and_no_account_in_the_clear(worker):
    for _ in range(7):
        attempt()
    assert Limit.objects.using(ALIAS).count() >= 3
    rows = str(list(Limit.objects.using(ALIAS).values_list()))
    for word in (HERE, worker.email, str(worker.pk), "login"):
        assert word not in rows
    assert digest_of("a", "", 1) != digest_of("b", "", 1)


@every_database
def test_it_forgets_what_is_over():
    cache.set("allauth:old", 1, timeout=-1)
    cache.set("allauth:new", 1, timeout=60)
    assert Limit.objects.using(ALIAS).count() == 1


@every_database
def test_it_runs_nothing_that_stands_in_the_table():
    cache.set("allauth:x", [1.5, 2.25])
    evil = base64.b64encode(pickle.dumps(print)).decode()
    assert cache.get("allauth:x") == [1.5, 2.25]
    Limit.objects.using(ALIAS).update(value=evil)
    with pytest.raises(ValueError, match=r"Expecting value|Extra data"):
        cache.get("allauth:x")


@every_database
def test_two_caches_know_the_same_of_tries_and_nothing_of_each_other_otherwise():
    one, other = SplitCache("one", {}), SplitCache("other", {})
    assert one.add("allauth:x", 1, timeout=60)
    assert not other.add("allauth:x", 1, timeout=60)
    assert other.get("allauth:x") == 1
    assert one.touch("allauth:x", 60)
    assert other.delete("allauth:x")
    assert one.get("allauth:x") is None
    one.set("wagtail_site_root_paths", "x")
    assert other.get("wagtail_site_root_paths") is None
    one.clear()
    assert one.get("wagtail_site_root_paths", "gone") == "gone"


@every_database
def test_it_asks_the_database_for_nothing_else():
    queries = [CaptureQueriesContext(connections[alias]) for alias in ("default", "limits")]
    with queries[0], queries[1]:
        cache.set("wagtail_site_root_paths", "x")
        assert cache.get("wagtail_site_root_paths") == "x"
    assert [len(each) for each in queries] == [0, 0]


def test_a_try_counts_though_its_request_is_rolled_back(committed):
    person = people.person()
    for _ in range(7):
        with transaction.atomic():
            attempt()
            transaction.set_rollback(True)
    assert not is_looked_at(attempt(PASSWORD, login=person.email))


def test_two_processes_count_together(committed):
    people.person()
    names = {
        "default": f"BAKEN_{settings.DOOR.upper()}_DATABASE_URL",
        **({"keys": "BAKEN_KEYS_DATABASE_URL"} if settings.DOOR == "closed" else {}),
    }
    around = {name: committed.address("runtime", alias) for alias, name in names.items()}
    around |= {"DJANGO_SETTINGS_MODULE": f"baken.settings.{settings.DOOR}_test", "PATH": "/usr/bin:/bin"}
    around |= {"BAKEN_HOME": str(environment.home())}
    command = [sys.executable, "-c", TRIES]
    both = [subprocess.Popen(command, env=around, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    looked = [int(each.communicate(timeout=120)[0]) for each in both]
    assert [each.returncode for each in both] == [0, 0]
    assert sum(looked) == stated("login_failed", "key")


def test_the_shared_cache_is_the_one_allauth_asks():
    assert isinstance(caches["default"], SplitCache)
    assert connection.alias == "default"
    assert User._meta.db_table == "accounts_user"
