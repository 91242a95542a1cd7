# SPDX-License-Identifier: EUPL-1.2
from importlib import import_module
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount, SocialApp
from django.test import Client, override_settings
from django.urls import reverse

from baken.accounts import agency_urls
from baken.accounts.actions import reset_second_factor
from baken.accounts.models import User
from baken.accounts.tests import people
from baken.accounts.tests.agency import CLIENT, SECRET, agency
from baken.accounts.tests.people import code
from baken.settings import agencies

pytestmark = pytest.mark.django_db(databases="__all__")
urlpatterns: list = []


@pytest.fixture
def server(settings, worker):
    """Provide an agency's server that knows the worker, and switch it on at this door."""
    with agency(sub="a-1", email=worker.email, email_verified=True) as running:
        app = {"provider_id": "agency", "name": "Verzonnen Huis", "client_id": CLIENT, "secret": SECRET}
        app["settings"] = {"server_url": running.address, "oauth_pkce_enabled": True}
        providers = {"openid_connect": {"APPS": [app]}}
        urlpatterns[:] = [*agency_urls.patterns(providers), *import_module(settings.ROOT_URLCONF).urlpatterns]
        with override_settings(ROOT_URLCONF=__name__, SOCIALACCOUNT_PROVIDERS=providers):
            yield running


def come_back(client: Client, process: str):
    """Go to the agency's server and come back with what it says; return the answer to that."""
    away = client.post(reverse("openid_connect_login", args=["agency"]) + f"?process={process}")
    question = parse_qs(urlsplit(away.url).query)
    assert question["code_challenge_method"] == ["S256"]
    return client.get(urlsplit(question["redirect_uri"][0]).path, {"code": "x", "state": question["state"][0]})


def is_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_it_is_off_by_default(client):
    assert agency_urls.patterns({}) == []
    assert agencies.providers() == {}
    assert agencies.origins() == []


def test_it_is_switched_on_by_the_environment(monkeypatch, tmp_path):
    (tmp_path / "secret").write_text("geheim\n")
    for name, value in {"ISSUER": "https://agency.example/realm", "CLIENT": "b", "SECRET": tmp_path / "secret"}.items():
        monkeypatch.setenv(f"BAKEN_OIDC_{name}", str(value))
    (app,) = agencies.providers()["openid_connect"]["APPS"]
    assert app["secret"] == "geheim"
    assert agencies.origins() == ["https://agency.example"]


def test_saml_stays_off_where_its_package_is_not_installed(monkeypatch):
    monkeypatch.setenv("BAKEN_SAML_ENTITY", "https://agency.example/saml")
    monkeypatch.setattr(agencies, "find_spec", lambda name: None)
    assert agencies.providers() == {}
    assert "allauth.socialaccount.providers.saml" not in agencies.applications()


def test_saml_is_on_where_it_is_installed_and_set(monkeypatch):
    monkeypatch.setenv("BAKEN_SAML_ENTITY", "https://agency.example/saml")
    monkeypatch.setenv("BAKEN_SAML_ADDRESS", "https://agency.example/saml/in")
    monkeypatch.setattr(agencies, "find_spec", lambda name: object())
    (app,) = agencies.providers()["saml"]["APPS"]
    assert app["settings"]["advanced"]["reject_idp_initiated_sso"]
    assert "allauth.socialaccount.providers.saml" in agencies.applications()


def test_it_offers_the_server_on_the_sign_in_page(client, server):
    assert "Verzonnen Huis" in client.get(reverse("account_login")).content.decode()


def test_it_makes_nobody_an_account(client, server, heard):
    server.claims |= {"sub": "b-2", "email": "nieuw@example.org"}
    assert come_back(client, "login").url == reverse("account_login")
    assert not is_in(client)
    assert not User.objects.filter(email="nieuw@example.org").exists()
    assert ("sign-in-failed", None, {"step": "agency", "reason": "not-connected"}) in heard


def test_it_lets_nobody_in_by_address_alone(client, server):
    assert come_back(client, "login").url == reverse("account_login")
    assert not is_in(client)
    assert not SocialAccount.objects.exists()


def test_it_lets_in_who_connected_the_two_and_still_asks_for_the_second_step(inside, worker, server):
    assert come_back(inside, "connect").url == reverse("account_agency")
    assert SocialAccount.objects.get().user == worker
    client = Client()
    assert come_back(client, "login").url == reverse("mfa_authenticate")
    assert not is_in(client)
    assert client.post(reverse("mfa_authenticate"), {"code": code()}).url == "/"
    assert is_in(client)


@pytest.mark.parametrize(("claim", "value"), [("email", "anders@example.org"), ("email_verified", False)])
def test_it_connects_only_the_same_proved_address(inside, server, claim, value):
    server.claims[claim] = value
    assert come_back(inside, "connect").url == reverse("account_second_factor")
    assert not SocialAccount.objects.exists()


def test_it_lets_nobody_in_whose_address_changed_there(inside, server):
    come_back(inside, "connect")
    server.claims["email"] = "anders@example.org"
    client = Client()
    assert come_back(client, "login").url == reverse("account_login")
    assert not is_in(client)


def test_it_lets_in_nobody_who_is_suspended(inside, worker, server):
    come_back(inside, "connect")
    User.objects.filter(pk=worker.pk).update(is_active=False)
    client = Client()
    assert come_back(client, "login").url == reverse("account_login")
    assert not is_in(client)


def test_it_connects_nobody_in_a_stale_session(client, worker, server):
    people.sign_in(client, worker, proved_ago=301)
    assert reverse("account_reauthenticate") in client.get(reverse("account_agency")).url
    come_back(client, "connect")
    assert not SocialAccount.objects.exists()


def test_it_does_not_believe_that_a_second_factor_was_asked_unless_told_to(inside, server):
    come_back(inside, "connect")
    server.claims["amr"] = ["pwd", "mfa"]
    assert come_back(Client(), "login").url == reverse("mfa_authenticate")
    with override_settings(ACCOUNTS_TRUST_AGENCY_FACTOR=True):
        client = Client()
        assert come_back(client, "login").url == "/"
        assert client.get(reverse("account_sessions")).status_code == 200


@pytest.mark.parametrize("claims", [{}, {"amr": ["pwd"]}, {"amr": None}, {"amr": "no list"}])
def test_a_trusted_server_that_did_not_ask_vouches_for_nothing(inside, server, claims):
    come_back(inside, "connect")
    server.claims |= claims
    with override_settings(ACCOUNTS_TRUST_AGENCY_FACTOR=True):
        assert come_back(Client(), "login").url == reverse("mfa_authenticate")


def test_it_disconnects(inside, server):
    come_back(inside, "connect")
    inside.post(reverse("account_agency"))
    assert not SocialAccount.objects.exists()


def test_a_new_start_disconnects_too(inside, worker, server, two_people):
    come_back(inside, "connect")
    reset_second_factor(user=worker, by=worker)
    assert come_back(Client(), "login").url == reverse("account_login")


def test_it_knows_no_server_that_stands_in_a_table(client, server):
    SocialApp.objects.create(provider="openid_connect", provider_id="evil", name="evil", client_id="e")
    assert client.post(reverse("openid_connect_login", args=["evil"])).status_code == 404


@pytest.mark.parametrize("question", ["", "?state=x&code=y", "?error=access_denied", "?state=%00", "?_redir=&state=x"])
def test_it_bears_coming_back_with_nonsense(client, server, question):
    answer = client.get(reverse("openid_connect_callback", args=["agency"]) + question)
    assert answer.status_code in {200, 302}
    assert not is_in(client)


def test_it_bears_a_server_that_says_no(client, server):
    away = client.post(reverse("openid_connect_login", args=["agency"]) + "?process=login")
    question = parse_qs(urlsplit(away.url).query)
    back = urlsplit(question["redirect_uri"][0]).path
    assert client.get(back, {"error": "access_denied", "state": question["state"][0]}).url == reverse("account_login")


def test_it_starts_by_post_only(client, server):
    assert client.get(reverse("openid_connect_login", args=["agency"])).status_code == 405
    assert Client(enforce_csrf_checks=True).post(reverse("openid_connect_login", args=["agency"])).status_code == 403


def test_it_leads_to_no_other_place_by_the_way(client, server):
    away = client.post(reverse("openid_connect_login", args=["agency"]) + "?process=redirect&next=/editors/")
    question = parse_qs(urlsplit(away.url).query)
    back = urlsplit(question["redirect_uri"][0]).path
    assert client.get(back, {"code": "x", "state": question["state"][0]}).url == reverse("account_login")
