# SPDX-License-Identifier: EUPL-1.2
import pytest

from baken.accounts.models import User
from baken.accounts.tests.people import sign_in
from baken.open.sources.actions import store
from baken.open.sources.importers.records import WorkRecord

pytestmark = pytest.mark.django_db


def policy(response):
    return response.headers["Content-Security-Policy"]


def test_it_gives_readers_the_strict_policy(client):
    answer = policy(client.get("/robots.txt"))
    assert "default-src 'none'" in answer
    assert "unsafe" not in answer


def test_it_gives_editors_a_policy_wagtail_can_live_with(client):
    response = client.get("/editors/")
    assert response.status_code == 302
    assert response.url.startswith("/sign-in/")
    assert "style-src 'self' 'unsafe-inline'" in policy(response)


@pytest.mark.parametrize("path", ["/accounts/signup/", "/signup/", "/sign-up/", "/editors/password_reset/"])
def test_it_lets_nobody_in_by_themselves(client, path):
    assert client.get(path).status_code in {302, 404}
    assert b"password1" not in client.get(path).content


@pytest.mark.parametrize("path", ["/editors/login/", "/_util/login/", "/en/_util/login/"])
def test_it_has_one_way_in(client, path):
    assert client.get(path).url == ("/en/sign-in/" if path.startswith("/en/") else "/sign-in/")
    User.objects.create_superuser("redacteur@example.org", "verzonnen wachtzin van een test")
    answer = client.post(path, {"username": "redacteur@example.org", "password": "verzonnen wachtzin van een test"})
    assert answer.status_code == 302
    assert "_auth_user_id" not in client.session


@pytest.fixture
def editor(client):
    person = User.objects.create_superuser("redacteur@example.org", "verzonnen wachtzin van een test")
    return sign_in(client, person)


def test_it_lets_an_editor_choose_a_source_by_its_words(editor):
    for number in range(30):
        store(record=WorkRecord("web", f"verzonnen-{number}", "website", f"Verzonnen bron {number}"), read_from="x")
    page = editor.get("/editors/source-chooser/results/", {"q": "bron 17"}).content.decode()
    assert "Verzonnen bron 17" in page
    assert "Verzonnen bron 18" not in page


@pytest.mark.parametrize("path", ["/editors/pages/", "/editors/sites/"])
def test_it_lets_a_superuser_say_at_which_address_the_site_stands(editor, path):
    assert editor.get(path).status_code == 200
