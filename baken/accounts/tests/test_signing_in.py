# SPDX-License-Identifier: EUPL-1.2
import pytest
from django.conf import settings
from django.urls import reverse

from baken.accounts.models import User

pytestmark = pytest.mark.django_db
PASSWORD = "verzonnen wachtzin van een test"


@pytest.fixture
def worker():
    return User.objects.create_user("testpersoon.a@example.org", PASSWORD)


def sign_in(client, **fields):
    return client.post(reverse("account_login"), {"login": "testpersoon.a@example.org", "password": PASSWORD, **fields})


def test_it_lets_a_known_person_in(client, worker):
    assert sign_in(client).status_code == 302
    assert client.session["_auth_user_id"] == str(worker.pk)


@pytest.mark.parametrize(
    "fields", [{"password": "verkeerd"}, {"login": "testpersoon.b@example.org"}], ids=["word", "name"]
)
def test_it_tells_a_stranger_nothing_about_who_is_known(client, worker, fields):
    answer = sign_in(client, **fields).content.decode()
    assert "_auth_user_id" not in client.session
    wrong_word = sign_in(client, password="verkeerd").context["form"].errors
    wrong_name = sign_in(client, login="testpersoon.b@example.org").context["form"].errors
    assert wrong_word == wrong_name
    assert "<form" in answer


def test_it_knows_people_by_an_unguessable_key(worker):
    assert worker.pk.version == 4
    assert str(worker) == "testpersoon.a@example.org"


@pytest.mark.parametrize("path", ["/signup/", "/accounts/signup/", "/password/reset/", "/accounts/email/", "/admin/"])
def test_it_mounts_nothing_that_was_not_named(client, path):
    answer = client.get(path)
    # Behind the closed door a stranger is sent to the sign-in page whatever the address; a worker finds nothing there.
    assert answer.status_code == 404 or answer.url.startswith(settings.LOGIN_URL)
    worker = User.objects.create_user("testpersoon.c@example.org", PASSWORD)
    client.force_login(worker)
    assert client.get(path).status_code == 404


def test_it_leaves_only_by_post(client, worker):
    client.force_login(worker)
    client.get(reverse("account_logout"))
    assert "_auth_user_id" in client.session
    client.post(reverse("account_logout"))
    assert "_auth_user_id" not in client.session
