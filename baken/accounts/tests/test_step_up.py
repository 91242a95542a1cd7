# SPDX-License-Identifier: EUPL-1.2
from importlib import import_module

import pytest
from django.http import HttpResponse
from django.test import override_settings
from django.urls import path, reverse

from baken.accounts.stepping import stepped_up
from baken.accounts.tests import people
from baken.accounts.tests.people import code
from baken.accounts.tests.test_second_factor import enrol_passkey, options, send

pytestmark = pytest.mark.django_db(databases="__all__")


@stepped_up
def vault(request):
    return HttpResponse("het verzonnen adres")


urlpatterns = [path("vault/", vault, name="vault")]


@pytest.fixture(autouse=True)
def door(settings):
    """Mount a guarded page beside all that the door has."""
    urlpatterns[1:] = import_module(settings.ROOT_URLCONF).urlpatterns
    with override_settings(ROOT_URLCONF=__name__):
        yield
    del urlpatterns[1:]


@pytest.fixture
def stale(client, worker):
    return people.sign_in(client, worker, proved_ago=301)


def test_it_lets_somebody_through_who_just_signed_in(inside):
    assert inside.get("/vault/").content == b"het verzonnen adres"


def test_it_asks_again_after_five_minutes_and_leads_back(stale, heard):
    away = stale.get("/vault/?part=2")
    assert away.url == reverse("account_reauthenticate") + "?next=%2Fvault%2F%3Fpart%3D2"
    page = stale.get(away.url)
    assert page.context["next"] == "/vault/?part=2"
    sent = stale.post(reverse("account_reauthenticate"), {"code": code(), "next": "/vault/?part=2"})
    assert sent.url == "/vault/?part=2"
    assert stale.get("/vault/").status_code == 200
    assert [event for event, *_ in heard] == ["stepped-up"]


def test_it_holds_for_five_minutes(inside, later):
    later(minutes=4, seconds=59)
    assert inside.get("/vault/").status_code == 200
    later(seconds=2)
    assert inside.get("/vault/").status_code == 302


def test_it_takes_a_passkey(client, worker):
    people.sign_in(client, worker)
    key = enrol_passkey(client)
    people.sign_in(client, worker, proved_ago=301)
    answer = key.shown(options(client, "account_reauthenticate"))
    assert send(client, "account_reauthenticate", credential=answer, next="/vault/").url == "/vault/"
    assert client.get("/vault/").status_code == 200


@pytest.mark.parametrize("fields", [{"code": "000000"}, {"credential": "{}"}, {"password": people.PASSWORD}, {}])
def test_it_takes_nothing_less(stale, fields):
    assert stale.post(reverse("account_reauthenticate"), fields).status_code == 200
    assert stale.get("/vault/").status_code == 302


def test_it_leads_back_to_the_form_and_keeps_nothing_of_what_was_posted(stale):
    away = stale.post("/vault/", {"reason": "verzonnen reden"}, HTTP_REFERER="http://testserver/vault/?form=1")
    assert away.url == reverse("account_reauthenticate") + "?next=%2Fvault%2F%3Fform%3D1"
    assert "verzonnen reden" not in str(stale.session.items())


@pytest.mark.parametrize("place", ["https://elsewhere.example/", "//elsewhere.example"])
def test_it_leads_nowhere_else(stale, place):
    assert stale.post("/vault/", HTTP_REFERER=place).url == reverse("account_reauthenticate") + "?next=%2F"
    assert stale.post(reverse("account_reauthenticate"), {"code": code(), "next": place}).url == "/"


def test_it_asks_a_stranger_too(client):
    assert client.get("/vault/").status_code == 302
