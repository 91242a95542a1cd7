# SPDX-License-Identifier: EUPL-1.2
import pytest

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
